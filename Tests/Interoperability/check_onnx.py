"""Checks that onnxruntime answers as expected for exported networks.

    python3 check_onnx.py network.onnx expected.json
    python3 check_onnx.py directory        every *.onnx with the *.json beside it

The JSON holds {"inputs": [[...], ...], "outputs": [[...], ...]}, one row per sample, flat. Integer outputs
must be equal, float outputs close. Needs the Python packages numpy, onnx and onnxruntime.
"""

import json
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime

TYPES = {"tensor(float)": np.float32, "tensor(int64)": np.int64}


def check(model_path, expected_path):
    """Returns a sentence that says what is wrong, or None."""
    onnx.checker.check_model(onnx.load(model_path), full_check=True)
    session = onnxruntime.InferenceSession(str(model_path), providers=["CPUExecutionProvider"])
    expected = json.loads(pathlib.Path(expected_path).read_text())
    feed = session.get_inputs()[0]
    samples = np.array(expected["inputs"], dtype=TYPES[feed.type])
    if len(samples) == 0:
        return "no samples"
    samples = samples.reshape([len(samples)] + feed.shape[1:])
    found = session.run(None, {feed.name: samples})[0].reshape(len(samples), -1)
    wanted = np.array(expected["outputs"], dtype=found.dtype).reshape(len(samples), -1)
    if found.shape != wanted.shape:
        return f"shape {found.shape} instead of {wanted.shape}"
    if found.dtype == np.int64:
        wrong = (found != wanted).any(axis=1)
    else:
        wrong = ~np.isclose(found, wanted, rtol=1e-4, atol=1e-5).all(axis=1)
    if wrong.any():
        row = int(np.argmax(wrong))
        return f"{wrong.sum()} of {len(samples)} samples differ, first {row}: {found[row]} != {wanted[row]}"
    print(f"{model_path}: {len(samples)} samples, {found.dtype}, as expected")
    return None


def main(arguments):
    if len(arguments) == 1:
        models = sorted(pathlib.Path(arguments[0]).glob("*.onnx"))
        pairs = [(model, model.with_suffix(".json")) for model in models]
    else:
        pairs = [tuple(arguments)]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        sys.exit(__doc__)
    failures = [f"{model}: {problem}" for model, json_ in pairs if (problem := check(model, json_))]
    sys.exit("\n".join(failures) or 0)


if __name__ == "__main__":
    main(sys.argv[1:])
