#!/usr/bin/env python3
"""Verify snarkjs-style files with py_ecc's pairing: a second implementation that shares no code with any
Groth16 library.

    verify_with_py_ecc.py DIRECTORY [PROOF.json [VERIFICATION_KEY.json [PUBLIC.json]]]

Names are relative to the directory; by default proof.json, verification_key.json and public.json. The key
names the curve: bn128 (the default) or bls12381. Also
checks that the key's vk_alphabeta_12, if it is there, is e(alpha, beta) raised as snarkjs raises it, that
other inputs are refused, and that points are where they belong.
"""

import importlib
import json
import pathlib
import sys


class Curve:
    """py_ecc's functions over one curve, and what snarkjs does differently."""

    def __init__(self, name: str):
        modules = {
            "bn128": "optimized_bn128", "bn254": "optimized_bn128", "bls12381": "optimized_bls12_381",
        }
        require(name in modules, f"a curve that is known, not {name}")
        is_bls = name == "bls12381"
        self.ecc = importlib.import_module("py_ecc." + modules[name])
        # py_ecc's w is the tower's, w^6 = a + u with this a.
        self.a = 1 if is_bls else 9
        # snarkjs's final exponentiation is this power of the one with exponent (q^12 - 1) / r; py_ecc's loop
        # runs over the positive -x, where the parameter x of BLS12-381 is negative.
        u = 4965661367192848881
        self.power = -3 % self.ecc.curve_order if is_bls else 2 * u * (6 * u * u + 3 * u + 1)

    def g1(self, text):
        point = tuple(self.ecc.FQ(number(c, self.ecc.field_modulus)) for c in text)
        require(len(point) == 3 and self.ecc.is_on_curve(point, self.ecc.b), "points on the curve")
        require(self.is_in_subgroup(point), "points in the subgroup")
        return point

    def g2(self, text):
        point = tuple(
            self.ecc.FQ2([number(c, self.ecc.field_modulus) for c in pair]) for pair in text)
        require(len(point) == 3 and self.ecc.is_on_curve(point, self.ecc.b2), "points on the twist")
        require(self.is_in_subgroup(point), "points in the subgroup")
        return point

    def is_in_subgroup(self, point) -> bool:
        # multiply() does not reduce its scalar.
        return self.ecc.is_inf(self.ecc.multiply(point, self.ecc.curve_order))


def require(holds: bool, what: str) -> None:
    if not holds:
        sys.exit("FAIL  " + what)


def number(text: str, modulus: int) -> int:
    value = int(text)
    require(str(value) == text and 0 <= value < modulus, f"canonical numbers: {text}")
    return value


def verify(curve, key, proof, public) -> bool:
    ecc = curve.ecc
    require(proof.get("protocol", "groth16") == "groth16", "the protocol is Groth16")
    require(Curve(proof.get("curve", key["curve"])).ecc is ecc, "one curve")
    require(len(key["IC"]) - 1 == len(public) == key["nPublic"], "as many inputs as the key takes")
    gamma, delta = curve.g2(key["vk_gamma_2"]), curve.g2(key["vk_delta_2"])
    require(
        ecc.normalize(gamma) != ecc.normalize(delta) != ecc.normalize(ecc.G2), "the key had a second phase")
    vk_x = curve.g1(key["IC"][0])
    for value, point in zip(public, key["IC"][1:]):
        vk_x = ecc.add(vk_x, ecc.multiply(curve.g1(point), number(value, ecc.curve_order)))
    pairs = [
        (curve.g2(proof["pi_b"]), ecc.neg(curve.g1(proof["pi_a"]))),
        (curve.g2(key["vk_beta_2"]), curve.g1(key["vk_alpha_1"])),
        (gamma, vk_x),
        (delta, curve.g1(proof["pi_c"])),
    ]
    product = ecc.FQ12.one()
    for q, p in pairs:
        product *= ecc.pairing(q, p, final_exponentiate=False)
    return ecc.final_exponentiate(product) == ecc.FQ12.one()


def alphabeta(curve, key):
    """Returns e(alpha, beta) as snarkjs writes it: degree 12 over 6 over 2."""
    value = curve.ecc.pairing(curve.g2(key["vk_beta_2"]), curve.g1(key["vk_alpha_1"])) ** curve.power
    c = [int(x) for x in value.coeffs]

    # u = w^6 - a: Σ c_i w^i = Σ_(i<6) (c_i + a c_(i+6) + c_(i+6) u) w^i; and w^i = v^(i // 2) w^(i % 2).
    def pair(i):
        return [str((c[i] + curve.a * c[i + 6]) % curve.ecc.field_modulus), str(c[i + 6])]

    return [[pair(2 * j + half) for j in range(3)] for half in range(2)]


def main(directory, proof_name="proof.json", key_name="verification_key.json", public_name="public.json"):
    names = (key_name, proof_name, public_name)
    key, proof, public = (json.loads((directory / name).read_text()) for name in names)
    curve = Curve(key.setdefault("curve", "bn128"))
    failures = 0

    def check(what: str, holds: bool) -> None:
        nonlocal failures
        print(("ok    " if holds else "FAIL  ") + what)
        failures += not holds

    check("the pairing equation holds", verify(curve, key, proof, public))
    if public:
        wrong = [str((int(public[0]) + 1) % curve.ecc.curve_order)] + public[1:]
        check("and does not for other inputs", not verify(curve, key, proof, wrong))
    if key.get("vk_alphabeta_12"):
        check("vk_alphabeta_12 is e(alpha, beta)", alphabeta(curve, key) == key["vk_alphabeta_12"])
    sys.exit(failures != 0)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), *sys.argv[2:])
