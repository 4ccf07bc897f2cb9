#!/usr/bin/env python3
"""Writes groth16py_{vk,proof,public}.json: circuit, key, witness and proof all by groth16py 0.2.0 (circom 2
compiler and arkworks), none of it by Espalier. Random: each run gives another key and another proof.

    pip install groth16py==0.2.0 && python3 make_groth16py_vectors.py
"""

import json
import pathlib
import tempfile

import groth16py

CIRCUIT = """
pragma circom 2.0.0;
template Products() {
    signal input a;
    signal input b;
    signal output c;
    signal output d;
    c <== a * b;
    d <== c * a + 7;
}
component main {public [a]} = Products();
"""

here = pathlib.Path(__file__).parent
with tempfile.TemporaryDirectory() as directory:
    source = pathlib.Path(directory) / "products.circom"
    source.write_text(CIRCUIT)
    key, verifying_key = groth16py.setup_circom(str(source))
    blob = groth16py.prove(key, {"a": 3, "b": 11})

public = [33, 106, 3]
assert groth16py.Verifier(verifying_key).verify(blob, public)
w = [str(int.from_bytes(blob[i : i + 32], "big")) for i in range(0, 256, 32)]
proof = {
    "pi_a": [w[0], w[1], "1"],
    "pi_b": [[w[3], w[2]], [w[5], w[4]], ["1", "0"]],
    "pi_c": [w[6], w[7], "1"],
    "protocol": "groth16",
    "curve": "bn128",
}
for name, value in [
    ("vk", json.loads(verifying_key.to_json())), ("proof", proof), ("public", [str(x) for x in public])
]:
    (here / f"groth16py_{name}.json").write_text(json.dumps(value, indent=1) + "\n")
