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

from results import record

TYPES = {"tensor(float)": np.float32, "tensor(int64)": np.int64}


def check(model_path, expected_path):
    """Returns the kind of network, how many samples were compared, how many differ, and the first that does."""
    onnx.checker.check_model(onnx.load(model_path), full_check=True)
    session = onnxruntime.InferenceSession(str(model_path), providers=["CPUExecutionProvider"])
    expected = json.loads(pathlib.Path(expected_path).read_text())
    feed = session.get_inputs()[0]
    kind = "integer" if feed.type == "tensor(int64)" else "float"
    samples = np.array(expected["inputs"], dtype=TYPES[feed.type])
    samples = samples.reshape([len(samples)] + feed.shape[1:])
    found = session.run(None, {feed.name: samples})[0].reshape(len(samples), -1)
    wanted = np.array(expected["outputs"], dtype=found.dtype).reshape(len(samples), -1)
    if found.shape != wanted.shape:
        return kind, len(samples), len(samples), f"shape {found.shape} instead of {wanted.shape}"
    if found.dtype == np.int64:
        wrong = (found != wanted).any(axis=1)
    else:
        wrong = ~np.isclose(found, wanted, rtol=1e-4, atol=1e-5).all(axis=1)
    row = int(np.argmax(wrong)) if wrong.any() else None
    first = None if row is None else f"sample {row}: {found[row]} != {wanted[row]}"
    print(f"{model_path}: {len(samples)} samples, {found.dtype}, {int(wrong.sum())} differ")
    return kind, len(samples), int(wrong.sum()), first


def main(arguments):
    directory = pathlib.Path(arguments[0]) if len(arguments) == 1 else None
    if directory:
        models = sorted(directory.glob("*.onnx"))
        pairs = [(model, model.with_suffix(".json")) for model in models]
    else:
        pairs = [tuple(arguments)]
    if not pairs or any(len(pair) != 2 for pair in pairs):
        sys.exit(__doc__)
    failures = []
    counts = {}
    for model, expected in pairs:
        kind, cases, wrong, first = check(model, expected)
        before = counts.get(kind, (0, 0))
        counts[kind] = (before[0] + cases, before[1] + cases - wrong)
        if first or not cases:
            failures.append(f"{model}: {first or 'no samples'}")
    if directory:
        for kind, (cases, agreeing) in sorted(counts.items()):
            record(directory, f"answers of {kind} networks", "onnxruntime", cases, agreeing)
    sys.exit("\n".join(failures) or 0)


if __name__ == "__main__":
    main(sys.argv[1:])
