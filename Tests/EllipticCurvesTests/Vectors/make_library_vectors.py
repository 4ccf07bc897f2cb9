#!/usr/bin/env python3
"""Adds what arkworks writes to the points that gnark has written, for library_encodings.json.

    pip install groth16py==0.2.0 py_ecc==8.0.0
    python3 make_library_vectors.py gnark.json > library_encodings.json

groth16py hands over arkworks' bytes only of a whole verifying key, uncompressed: x, then y with arkworks' flags in its
last byte. The compressed form is x with the same flags.
"""

import json
import pathlib
import sys
import tempfile

import groth16py
from py_ecc.optimized_bn128 import G1, G2, curve_order, multiply, normalize


def g1_text(scalar):
    return [str(int(c)) for c in normalize(multiply(G1, scalar))] + ["1"]


def g2_text(scalar):
    return [[str(int(c)) for c in part.coeffs] for part in normalize(multiply(G2, scalar))] + [["1", "0"]]


def compressed(uncompressed: bytes) -> str:
    half = len(uncompressed) // 2
    x, flags = bytearray(uncompressed[:half]), uncompressed[-1] & 0xC0
    x[-1] |= flags
    return x.hex()


def arkworks(scalars, directory):
    """Returns the compressed forms of multiples of both generators; None for infinity, which groth16py refuses."""
    g1, g2 = [], []
    for scalar in scalars:
        if scalar == 0:
            g1.append(None)
            g2.append(None)
            continue
        key = {
            "protocol": "groth16", "curve": "bn128", "nPublic": 0, "IC": [g1_text(scalar)],
            "vk_alpha_1": g1_text(scalar), "vk_beta_2": g2_text(scalar), "vk_gamma_2": g2_text(scalar),
            "vk_delta_2": g2_text(scalar),
        }
        path = str(pathlib.Path(directory) / "key")
        groth16py.VerifyingKey.from_snarkjs(json.dumps(key)).save(path)
        data = pathlib.Path(path).read_bytes()
        assert len(data) == 64 + 3 * 128 + 8 + 64
        g1.append(compressed(data[:64]))
        g2.append(compressed(data[64:192]))
    return g1, g2


def main():
    vectors = json.loads(pathlib.Path(sys.argv[1]).read_text())
    with tempfile.TemporaryDirectory() as directory:
        g1, g2 = arkworks([int(v["scalar"]) % curve_order for v in vectors], directory)
    print(json.dumps(
        [{"scalar": v["scalar"], "g1": {"gnark": v["g1"], "arkworks": a}, "g2": {"gnark": v["g2"], "arkworks": b}}
         for v, a, b in zip(vectors, g1, g2)], indent=1))


main()
