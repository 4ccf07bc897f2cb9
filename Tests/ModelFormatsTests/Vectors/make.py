"""Makes the test vectors of this folder.

Needs the Python packages numpy, onnx, onnxruntime, onnxscript and torch:

    python3 -m venv venv && venv/bin/pip install numpy onnx onnxruntime onnxscript torch
    venv/bin/python make.py
"""

import json
import pathlib
import warnings

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

warnings.filterwarnings("ignore")
here = pathlib.Path(__file__).parent
rng = np.random.default_rng(20)
torch.manual_seed(20)


def save(name, model, samples):
    """Writes a model and what onnxruntime answers for a few samples."""
    onnx.checker.check_model(model)
    (here / f"{name}.onnx").write_bytes(model.SerializeToString())
    session = onnxruntime.InferenceSession(model.SerializeToString())
    feed = session.get_inputs()[0]
    outputs = session.run(None, {feed.name: samples})[0]
    expected = {
        "inputs": samples.reshape(len(samples), -1).tolist(),
        "outputs": outputs.reshape(len(samples), -1).tolist(),
    }
    (here / f"{name}.json").write_text(json.dumps(expected) + "\n")


def model(nodes, initializers, extents, output=(TensorProto.FLOAT, ["N", 3])):
    graph = helper.make_graph(
        nodes,
        "mlp",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N"] + extents)],
        [helper.make_tensor_value_info("y", *output)],
        initializers,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def weights(*shape, dtype=np.float32):
    return rng.normal(size=shape).astype(dtype)


samples = rng.random((4, 12), dtype=np.float32)
images = samples.reshape(4, 1, 3, 4)

# Gemm in every form: transB or not, factors, a bias for all outputs, none.
save(
    "gemm",
    model(
        [
            helper.make_node("Gemm", ["x", "w1", "b1"], ["h1"], "first", alpha=0.5, beta=2.0),
            helper.make_node("Relu", ["h1"], ["r1"]),
            helper.make_node("Gemm", ["r1", "w2", "b2"], ["h2"], "second", transB=1),
            helper.make_node("Identity", ["h2"], ["i2"]),
            helper.make_node("Relu", ["i2"], ["r2"]),
            helper.make_node("Gemm", ["r2", "w3"], ["y"], "third", transB=1),
        ],
        [
            numpy_helper.from_array(weights(12, 5), "w1"),
            numpy_helper.from_array(weights(1, 5), "b1"),
            helper.make_tensor("w2", TensorProto.FLOAT, [4, 5], weights(20).tolist()),
            numpy_helper.from_array(weights(1), "b2"),
            numpy_helper.from_array(weights(3, 4), "w3"),
        ],
        [12],
    ),
    samples,
)

# MatMul and Add, a transposed constant, a residual sum, Softmax; nodes that nothing reads.
save(
    "matmul",
    model(
        [
            helper.make_node("Constant", [], ["shape"], value_ints=[-1, 12]),
            helper.make_node("Reshape", ["x", "shape"], ["flat"]),
            helper.make_node("MatMul", ["flat", "w1"], ["p1"]),
            helper.make_node("Add", ["b1", "p1"], ["h1"]),
            helper.make_node("Relu", ["h1"], ["r1"]),
            helper.make_node("Transpose", ["w2"], ["w2t"], perm=[1, 0]),
            helper.make_node("MatMul", ["r1", "w2t"], ["p2"]),
            helper.make_node("Add", ["p2", "b2"], ["h2"]),
            helper.make_node("Add", ["h2", "r1"], ["sum"], "residual"),
            helper.make_node("Dropout", ["sum"], ["dropped"]),
            helper.make_node("MatMul", ["dropped", "w3"], ["logits"]),
            helper.make_node("Sigmoid", ["logits"], ["unused"]),
            helper.make_node("Softmax", ["logits"], ["y"]),
        ],
        [
            numpy_helper.from_array(weights(12, 5), "w1"),
            numpy_helper.from_array(weights(5), "b1"),
            numpy_helper.from_array(weights(5, 5), "w2"),
            numpy_helper.from_array(weights(5), "b2"),
            numpy_helper.from_array(weights(5, 3), "w3"),
        ],
        [1, 3, 4],
    ),
    images,
)

# The answer only: Softmax before ArgMax.
save(
    "argmax",
    model(
        [
            helper.make_node("Gemm", ["x", "w", "b"], ["logits"], "linear", transB=1),
            helper.make_node("Softmax", ["logits"], ["p"], axis=1),
            helper.make_node("ArgMax", ["p"], ["y"], axis=1, keepdims=0),
        ],
        [numpy_helper.from_array(weights(3, 12), "w"), numpy_helper.from_array(weights(3), "b")],
        [12],
        output=(TensorProto.INT64, ["N"]),
    ),
    samples,
)


class Sequential(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Flatten(), nn.Linear(12, 5), nn.ReLU(), nn.Dropout(), nn.Linear(5, 3)
        )

    def forward(self, x):
        return self.net(x)


class View(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(12, 5)
        self.fc2 = nn.Linear(5, 3)

    def forward(self, x):
        x = x.view(x.size(0), -1)
        return self.fc2(torch.relu(self.fc1(x)))


for name, module in [("sequential", Sequential()), ("view", View())]:
    module.eval()
    for exporter in ["script", "dynamo"]:
        path = here / "exported.onnx"
        if exporter == "script":
            axes = {"input": {0: "N"}, "output": {0: "N"}}
            how = {"dynamo": False, "dynamic_axes": axes}
        else:
            how = {
                "dynamo": True,
                "dynamic_shapes": {"x": {0: torch.export.Dim("N")}},
                "external_data": False,
            }
        torch.onnx.export(
            module,
            (torch.tensor(images),),
            str(path),
            input_names=["input"],
            output_names=["output"],
            **how,
        )
        exported = onnx.load(path)
        path.unlink()
        # Paths of the machine that exported are of no interest here.
        for node in exported.graph.node:
            del node.metadata_props[:]
        save(f"torch-{name}-{exporter}", exported, images)

# Other element types.
for dtype in [np.float64, np.float16]:
    graph = helper.make_graph(
        [helper.make_node("Gemm", ["x", "w"], ["y"], transB=1)],
        "mlp",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N", 12])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["N", 3])],
        [numpy_helper.from_array(np.array([[1, -2.5, 2**-24, 65504] * 3] * 3, dtype), "w")],
    )
    (here / f"{np.dtype(dtype).name}.onnx").write_bytes(helper.make_model(graph).SerializeToString())

# NumPy arrays.
for dtype in ["u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8"]:
    kind = np.dtype(dtype)
    if kind.kind == "f":
        array = np.array([[0, -1.5, np.inf], [1e-3, 3, 65504]], dtype)
    else:
        limits = np.iinfo(kind)
        array = np.array([[0, 1, 2], [limits.min, limits.max, 100]], dtype)
    np.save(here / f"{kind.name}.npy", array)
np.save(here / "scalar.npy", np.array(7, "i4"))
np.save(here / "vector.npy", np.arange(5, dtype="u1"))
np.save(here / "empty.npy", np.zeros((0, 3), "f4"))
np.save(here / "fortran.npy", np.asfortranarray(np.arange(6, dtype="i4").reshape(2, 3)))
np.save(here / "big-endian.npy", np.arange(3, dtype=">i4"))
np.save(here / "bool.npy", np.array([True, False]))
with open(here / "version2.npy", "wb") as file:
    np.lib.format.write_array(file, np.arange(4, dtype="i2").reshape(2, 2), version=(2, 0))
