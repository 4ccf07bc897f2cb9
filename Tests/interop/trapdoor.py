#!/usr/bin/env python3
"""Groth16 by its trapdoor, in a page: keys and proofs that share no code with anybody's prover.

    trapdoor.py DIRECTORY

Whoever knows tau, alpha, beta, gamma and delta can write down each element of a key and of an honest proof as one
multiple of a generator: no transform, no sum over many points, only arithmetic of integers. Reads circuit.r1cs and
witness.wtns of random circuits with a reader of its own and writes trapdoor_vk.json and trapdoor_proof.json beside
them, for us to verify. The domain is any set of distinct points, here 1, 2, 3 ...: not the one that provers use.
(Groth, "On the Size of Pairing-based Non-interactive Arguments", EUROCRYPT 2016, section 3.2.)
"""

import json
import pathlib
import random
import struct
import sys

import py_arkworks_bls12381 as arkworks
from py_ecc import optimized_bn128 as bn128

from circuits import circuits, g1_json, g2_json, proof_json

PY_ECC_CASES = 10


def sections(data: bytes, magic: bytes) -> dict[int, bytes]:
    """Returns the bodies of iden3's sections."""
    if data[:4] != magic:
        raise ValueError(f"no {magic.decode()} file")
    (count,) = struct.unpack_from("<I", data, 8)
    bodies, position = {}, 12
    for _ in range(count):
        kind, length = struct.unpack_from("<IQ", data, position)
        bodies[kind] = data[position + 12 : position + 12 + length]
        position += 12 + length
    return bodies


def constraints(path: pathlib.Path):
    """Returns the order of the field, the numbers of wires and public wires, and the constraints as dictionaries."""
    bodies = sections(path.read_bytes(), b"r1cs")
    header, body = bodies[1], bodies[2]
    order = int.from_bytes(header[4:36], "little")
    wires, outputs, inputs = struct.unpack_from("<III", header, 36)
    (count,) = struct.unpack_from("<I", header, 36 + 24)
    position = 0

    def combination():
        nonlocal position
        (length,) = struct.unpack_from("<I", body, position)
        position += 4
        terms = {}
        for _ in range(length):
            (wire,) = struct.unpack_from("<I", body, position)
            terms[wire] = int.from_bytes(body[position + 4 : position + 36], "little")
            position += 36
        return terms

    return order, wires, outputs + inputs, [[combination() for _ in range(3)] for _ in range(count)]


def witness(path: pathlib.Path) -> list[int]:
    body = sections(path.read_bytes(), b"wtns")[2]
    return [int.from_bytes(body[i : i + 32], "little") for i in range(0, len(body), 32)]


class BN254:
    curve = "bn128"

    def g1(self, scalar: int):
        return bn128.normalize(bn128.multiply(bn128.G1, scalar))

    def g2(self, scalar: int):
        return [c.coeffs for c in bn128.normalize(bn128.multiply(bn128.G2, scalar))]


class BLS12381:
    curve = "bls12381"

    @staticmethod
    def numbers(data) -> list[int]:
        data = bytes(data)
        return [int.from_bytes(data[i : i + 48], "big") for i in range(0, len(data), 48)]

    @staticmethod
    def scalar(value: int):
        return arkworks.Scalar.from_be_bytes(value.to_bytes(32, "big"))

    def g1(self, scalar: int):
        return self.numbers((arkworks.G1Point() * self.scalar(scalar)).to_xy_bytes_be())

    def g2(self, scalar: int):
        x0, x1, y0, y1 = self.numbers((arkworks.G2Point() * self.scalar(scalar)).to_xy_bytes_be())
        return [(x0, x1), (y0, y1)]


def key_and_proof(group, circuit: pathlib.Path, generator: random.Random) -> tuple[dict, dict]:
    """Returns a verifying key and a proof of the circuit's witness."""
    r, wires, public, rows = constraints(circuit / "circuit.r1cs")
    values = witness(circuit / "witness.wtns")
    tau, alpha, beta, gamma, delta, blind_a, blind_b = (generator.randrange(1, r) for _ in range(7))

    # L_k(tau) for the points 1 ... n: Z(tau) / ((tau - k) prod_(j != k) (k - j)).
    n = len(rows)
    factorials = [1]
    for k in range(1, n + 1):
        factorials.append(factorials[-1] * k % r)
    vanishing = 1
    for k in range(1, n + 1):
        vanishing = vanishing * (tau - k) % r
    columns = [[0] * wires for _ in range(3)]
    for k, row in enumerate(rows, start=1):
        others = factorials[k - 1] * factorials[n - k] * (-1) ** (n - k)
        lagrange = vanishing * pow((tau - k) * others, -1, r) % r
        for column, terms in zip(columns, row):
            for wire, coefficient in terms.items():
                column[wire] = (column[wire] + coefficient * lagrange) % r

    a, b, c = columns
    sums = [sum(value * x for value, x in zip(values, column)) % r for column in columns]
    quotient = (sums[0] * sums[1] - sums[2]) * pow(vanishing, -1, r) % r
    parts = [(beta * a[i] + alpha * b[i] + c[i]) % r for i in range(wires)]
    inverse_gamma, inverse_delta = pow(gamma, -1, r), pow(delta, -1, r)

    proof_a = (alpha + sums[0] + blind_a * delta) % r
    proof_b = (beta + sums[1] + blind_b * delta) % r
    private = sum(values[i] * parts[i] for i in range(public + 1, wires))
    proof_c = ((private + quotient * vanishing) * inverse_delta + proof_a * blind_b + proof_b * blind_a
               - blind_a * blind_b * delta) % r
    key = {
        "protocol": "groth16", "curve": group.curve, "nPublic": public,
        "vk_alpha_1": g1_json(group.g1(alpha)), "vk_beta_2": g2_json(group.g2(beta)),
        "vk_gamma_2": g2_json(group.g2(gamma)), "vk_delta_2": g2_json(group.g2(delta)),
        "IC": [g1_json(group.g1(parts[i] * inverse_gamma % r)) for i in range(public + 1)],
    }
    return key, proof_json(group.g1(proof_a), group.g2(proof_b), group.g1(proof_c), group.curve)


def main(directory: pathlib.Path) -> None:
    generator = random.Random(1)
    work = [(BN254(), path) for path in circuits(directory, "bn254")[:PY_ECC_CASES]]
    work += [(BLS12381(), path) for path in circuits(directory, "bls12381")]
    for group, path in work:
        key, proof = key_and_proof(group, path, generator)
        (path / "trapdoor_vk.json").write_text(json.dumps(key))
        (path / "trapdoor_proof.json").write_text(json.dumps(proof))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
