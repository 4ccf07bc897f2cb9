#!/usr/bin/env python3
"""Points in both directions, by their coordinates and in every encoding that a library has.

    points.py make DIRECTORY     writes random multiples of the generators to points.json, for us to read
    points.py check DIRECTORY    reads our_points.json, which we wrote

Each point is the multiple of a generator by a scalar that is given, so that whoever reads it can compute it; the
points of a key, whose scalars nobody knows, have none. Further
encodings are further keys of "encodings", and one more case in InteroperabilityTests.
"""

import json
import pathlib
import random
import sys

import py_arkworks_bls12381 as arkworks
import pymcl
from py_ecc import optimized_bls12_381 as bls12381
from py_ecc import optimized_bn128 as bn128
from py_ecc.bls import point_compression

from circuits import circuits
from results import record

COUNT = 50


def entry(implementation, curve, group, scalar, coordinates, encodings=None) -> dict:
    return {
        "with": implementation, "curve": curve, "group": group, "scalar": scalar and str(scalar),
        "coordinates": [str(int(c)) for c in coordinates], "encodings": encodings or {},
    }


def by_py_ecc(scalars) -> list[dict]:
    entries = []
    for curve, ecc in (("bn254", bn128), ("bls12381", bls12381)):
        for scalar in scalars:
            scalar %= ecc.curve_order
            g1, g2 = ecc.multiply(ecc.G1, scalar), ecc.multiply(ecc.G2, scalar)
            encodings1 = encodings2 = None
            if ecc is bls12381:
                encodings1 = {"zcash": f"{point_compression.compress_G1(g1):096x}"}
                encodings2 = {"zcash": "".join(f"{z:096x}" for z in point_compression.compress_G2(g2))}
            entries.append(entry("py_ecc", curve, "g1", scalar, ecc.normalize(g1), encodings1))
            parts = [part for c in ecc.normalize(g2) for part in c.coeffs]
            entries.append(entry("py_ecc", curve, "g2", scalar, parts, encodings2))
    return entries


def uncompressed(data) -> str:
    """Returns zcash's uncompressed form of arkworks's coordinates: of G2, c1 comes before c0."""
    parts = [bytes(data)[i : i + 48] for i in range(0, len(data), 48)]
    order = [0, 1] if len(parts) == 2 else [1, 0, 3, 2]
    return b"".join(parts[i] for i in order).hex()


def by_arkworks(scalars) -> list[dict]:
    entries = []
    for scalar in scalars:
        scalar %= bls12381.curve_order
        factor = arkworks.Scalar.from_be_bytes(scalar.to_bytes(32, "big"))
        for group, generator in (("g1", arkworks.G1Point()), ("g2", arkworks.G2Point())):
            point = generator * factor
            data = bytes(point.to_xy_bytes_be())
            coordinates = [int.from_bytes(data[i : i + 48], "big") for i in range(0, len(data), 48)]
            encodings = {
                "zcash": bytes(point.to_compressed_bytes()).hex(), "zcash-uncompressed": uncompressed(data),
            }
            entries.append(
                entry("py-arkworks-bls12381", "bls12381", group, scalar, coordinates, encodings))
    return entries


def by_mcl(scalars) -> list[dict]:
    entries = []
    for scalar in scalars:
        scalar %= pymcl.r
        factor = pymcl.Fr(str(scalar))
        for group, generator in (("g1", pymcl.g1), ("g2", pymcl.g2)):
            coordinates = str(generator * factor).split()[1:]
            entries.append(entry("pymcl", "bls12381", group, scalar, coordinates))
    return entries


def compact_bn254(directory) -> list[dict]:
    """The points of groth16py's keys as arkworks writes them, beside the same keys in base ten.

    Uncompressed: x, then y with the flags that in the compressed form are x's. These bytes are an encoding too, for
    whoever reads it.
    """
    entries = []
    for path in circuits(directory, "bn254")[:COUNT]:
        data = (path / "groth16py_vk.bin").read_bytes()
        key = json.loads((path / "groth16py_vk.json").read_text())
        wanted = [("g1", key["vk_alpha_1"][:2])]
        wanted += [
            ("g2", [part for c in key[name][:2] for part in c]) for name in ("vk_beta_2", "vk_gamma_2", "vk_delta_2")]
        wanted += [("g1", point[:2]) for point in key["IC"]]
        position = 0
        for index, (group, coordinates) in enumerate(wanted):
            if index == 4:
                assert int.from_bytes(data[position : position + 8], "little") == len(key["IC"])
                position += 8
            size = 32 if group == "g1" else 64
            x, y = data[position : position + size], data[position + size : position + 2 * size]
            compact = x[:-1] + bytes([x[-1] | y[-1] & 0xC0])
            position += 2 * size
            encodings = {"compact": compact.hex()}
            entries.append(entry("groth16py", "bn254", group, None, coordinates, encodings))
        assert position == len(data)
    return entries


def make(directory) -> None:
    generator = random.Random(2)
    scalars = [1, 2, bls12381.curve_order - 1] + [generator.getrandbits(250) for _ in range(COUNT - 3)]
    entries = by_py_ecc(scalars) + by_arkworks(scalars) + by_mcl(scalars) + compact_bn254(directory)
    (directory / "points.json").write_text(json.dumps(entries))


def check(directory) -> None:
    ours = json.loads((directory / "our_points.json").read_text())
    counts = {"py_ecc": [0, 0], "py-arkworks-bls12381": [0, 0]}

    def count(implementation, holds) -> None:
        counts[implementation][0] += 1
        counts[implementation][1] += bool(holds)

    for point in ours:
        coordinates = [int(c) for c in point["coordinates"]]
        ecc = bn128 if point["curve"] == "bn254" else bls12381
        scalar, is_g1 = int(point["scalar"]), point["group"] == "g1"
        product = ecc.normalize(ecc.multiply(ecc.G1 if is_g1 else ecc.G2, scalar))
        parts = list(product) if is_g1 else [part for c in product for part in c.coeffs]
        count("py_ecc", [int(part) for part in parts] == coordinates)
        encodings = {name: bytes.fromhex(text) for name, text in point["encodings"].items()}
        if "zcash" not in encodings:
            continue
        library = arkworks.G1Point if is_g1 else arkworks.G2Point
        read = library.from_compressed_bytes(encodings["zcash"])
        count("py-arkworks-bls12381", uncompressed(read.to_xy_bytes_be()) == point["encodings"]["zcash-uncompressed"])
        data = encodings["zcash"]
        if is_g1:
            read = point_compression.decompress_G1(int.from_bytes(data, "big"))
        else:
            read = point_compression.decompress_G2(tuple(int.from_bytes(data[i : i + 48], "big") for i in (0, 48)))
        count("py_ecc", ecc.normalize(read) == product)
    for implementation, (cases, agreeing) in counts.items():
        record(directory, "our points computed and decoded", implementation, cases, agreeing)


if __name__ == "__main__":
    {"make": make, "check": check}[sys.argv[1]](pathlib.Path(sys.argv[2]))
