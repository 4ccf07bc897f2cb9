#!/usr/bin/env python3
"""Random circuits on both curves: keys and proofs made here in other verifiers, and by other provers for here.

    check_circuits.py DIRECTORY

Reads what InteroperabilityTests.writeRandomCircuits wrote. Every proof must be accepted, and refused as soon as one
public value is another one. On BN254, groth16py verifies our proofs, makes proofs with our keys and our witnesses,
and sets up and proves our constraints itself; those of the last kind are left for us to verify. On BLS12-381,
arkworks and mcl compute the pairings. py_ecc, which takes a second for a pairing, does a part of both.
"""

import json
import pathlib
import sys

import groth16py
import py_arkworks_bls12381 as arkworks
import pymcl

from check_groth16 import proof_json
from circuits import circuits, claim, other
from results import record
from verify_with_py_ecc import Curve, alphabeta, verify

BN254_ORDER = 21888242871839275222246405745257275088548364400416034343698204186575808495617
PY_ECC_CASES = 10


def agree(accepted: bool, refused: bool, what: str, circuit: pathlib.Path) -> int:
    """Returns 1 if a true statement was accepted and a false one refused."""
    if not (accepted and refused):
        print(f"FAIL  {what}: {circuit.parent.name}/{circuit.name}", file=sys.stderr)
    return int(accepted and refused)


def check_groth16py(directory: pathlib.Path) -> None:
    ours = keys = theirs = 0
    paths = circuits(directory, "bn254")
    for path in paths:
        _, proof, public = claim(path)
        wrong = other(public, BN254_ORDER)
        values, wrong_values = ([int(value) for value in list_] for list_ in (public, wrong))
        our_key = groth16py.VerifyingKey.from_snarkjs_file(str(path / "verification_key.json"))
        verifier = groth16py.Verifier(our_key)
        text = json.dumps(proof)
        ours += agree(
            verifier.verify_snarkjs(text, json.dumps(public)),
            not verifier.verify_snarkjs(text, json.dumps(wrong)), "groth16py, our proof", path)

        key, _ = groth16py.import_zkey(str(path / "circuit.zkey"))
        blob = groth16py.prove_wtns(key, str(path / "witness.wtns"))
        keys += agree(
            verifier.verify(blob, values), not verifier.verify(blob, wrong_values), "groth16py, our key", path)

        key, their_key = groth16py.setup(str(path / "circuit.r1cs"))
        blob = groth16py.prove_wtns(key, str(path / "witness.wtns"))
        verifier = groth16py.Verifier(their_key)
        theirs += agree(
            verifier.verify(blob, values), not verifier.verify(blob, wrong_values), "groth16py, alone", path)
        (path / "groth16py_proof.json").write_text(json.dumps(proof_json(blob)))
        (path / "groth16py_vk.json").write_text(their_key.to_json())
        their_key.save(str(path / "groth16py_vk.bin"))
    for what, count in (
        ("our proofs and keys verified, BN254", ours),
        ("our .zkey and .wtns read and proved with, BN254", keys),
        ("our .r1cs set up and proved, BN254", theirs),
    ):
        record(directory, what, "groth16py", len(paths), count)


def check_py_ecc(directory: pathlib.Path, name: str, curve_name: str) -> None:
    count = 0
    paths = circuits(directory, name)[:PY_ECC_CASES]
    curve = Curve(curve_name)
    for path in paths:
        key, proof, public = claim(path)
        key.setdefault("curve", "bn128")
        count += agree(
            verify(curve, key, proof, public) and alphabeta(curve, key) == key["vk_alphabeta_12"],
            not verify(curve, key, proof, other(public, curve.ecc.curve_order)), "py_ecc", path)
    title = {"bn254": "BN254", "bls12381": "BLS12-381"}[name]
    record(directory, f"our proofs and keys verified, {title}", "py_ecc", len(paths), count)


class Arkworks:
    """Points and pairings of BLS12-381 by arkworks; its readers check curve and subgroup."""

    name = "py-arkworks-bls12381"

    def g1(self, text):
        return arkworks.G1Point.from_xy_bytes_be(b"".join(int(c).to_bytes(48, "big") for c in text[:2]))

    def g2(self, text):
        parts = [part for coordinate in text[:2] for part in coordinate]
        return arkworks.G2Point.from_xy_bytes_be(b"".join(int(c).to_bytes(48, "big") for c in parts))

    def scalar(self, text):
        return arkworks.Scalar.from_be_bytes(int(text).to_bytes(32, "big"))

    def product_is_one(self, pairs):
        return arkworks.GT.pairing_check([p for p, _ in pairs], [q for _, q in pairs])


class Mcl:
    """Points and pairings of BLS12-381 by mcl."""

    name = "pymcl"

    def g1(self, text):
        return pymcl.G1("1 " + " ".join(text[:2]))

    def g2(self, text):
        return pymcl.G2("1 " + " ".join(part for coordinate in text[:2] for part in coordinate))

    def scalar(self, text):
        return pymcl.Fr(text)

    def product_is_one(self, pairs):
        product = pymcl.pairing(*pairs[0])
        for p, q in pairs[1:]:
            product = product * pymcl.pairing(p, q)
        return product.is_one()


def verify_over(library, key: dict, proof: dict, public: list[str]) -> bool:
    """Groth16's equation over a library of points."""
    inputs = [library.g1(point) for point in key["IC"]]
    sum_ = inputs[0]
    for value, point in zip(public, inputs[1:], strict=True):
        sum_ = sum_ + point * library.scalar(value)
    return library.product_is_one([
        (-library.g1(proof["pi_a"]), library.g2(proof["pi_b"])),
        (library.g1(key["vk_alpha_1"]), library.g2(key["vk_beta_2"])),
        (sum_, library.g2(key["vk_gamma_2"])),
        (library.g1(proof["pi_c"]), library.g2(key["vk_delta_2"])),
    ])


def check_bls12381(directory: pathlib.Path) -> None:
    paths = circuits(directory, "bls12381")
    for library in (Arkworks(), Mcl()):
        count = 0
        for path in paths:
            key, proof, public = claim(path)
            count += agree(
                verify_over(library, key, proof, public),
                not verify_over(library, key, proof, other(public, pymcl.r)), library.name, path)
        record(directory, "our proofs and keys verified, BLS12-381", library.name, len(paths), count)


def main(directory: pathlib.Path) -> None:
    check_groth16py(directory)
    check_bls12381(directory)
    check_py_ecc(directory, "bn254", "bn128")
    check_py_ecc(directory, "bls12381", "bls12381")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
