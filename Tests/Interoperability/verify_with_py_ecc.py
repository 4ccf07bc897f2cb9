#!/usr/bin/env python3
"""Verify snarkjs-style files with py_ecc's pairing: a second implementation that shares no code with any
Groth16 library.

    verify_with_py_ecc.py DIRECTORY [PROOF.json [VERIFICATION_KEY.json [PUBLIC.json]]]

Names are relative to the directory; by default proof.json, verification_key.json and public.json. Also
checks that the key's vk_alphabeta_12, if it is there, is e(alpha, beta) raised as snarkjs raises it, that
other inputs are refused, and that points are where they belong.
"""

import json
import pathlib
import sys

from py_ecc.optimized_bn128 import (
    FQ, FQ2, FQ12, G2, add, b, b2, curve_order, field_modulus, final_exponentiate, is_inf, is_on_curve,
    multiply, neg, normalize, pairing,
)

# snarkjs's (and libff's) final exponentiation is this power of the one with exponent (q^12 - 1) / r.
U = 4965661367192848881
SNARKJS_POWER = 2 * U * (6 * U * U + 3 * U + 1)


def require(holds: bool, what: str) -> None:
    if not holds:
        sys.exit("FAIL  " + what)


def number(text: str, modulus: int) -> int:
    value = int(text)
    require(str(value) == text and 0 <= value < modulus, f"canonical numbers: {text}")
    return value


def g1(text):
    point = tuple(FQ(number(c, field_modulus)) for c in text)
    require(len(point) == 3 and is_on_curve(point, b), "points on the curve")
    return point


def g2(text):
    point = tuple(FQ2([number(c, field_modulus) for c in pair]) for pair in text)
    require(len(point) == 3 and is_on_curve(point, b2), "points on the twist")
    require(is_inf(multiply(point, curve_order)), "points in the subgroup")
    return point


def verify(key, proof, public) -> bool:
    require(proof.get("protocol", "groth16") == "groth16", "the protocol is Groth16")
    require(len(key["IC"]) - 1 == len(public) == key["nPublic"], "as many inputs as the key takes")
    gamma, delta = g2(key["vk_gamma_2"]), g2(key["vk_delta_2"])
    require(normalize(gamma) != normalize(delta) != normalize(G2), "the key had a second phase")
    vk_x = g1(key["IC"][0])
    for value, point in zip(public, key["IC"][1:]):
        vk_x = add(vk_x, multiply(g1(point), number(value, curve_order)))
    pairs = [
        (g2(proof["pi_b"]), neg(g1(proof["pi_a"]))),
        (g2(key["vk_beta_2"]), g1(key["vk_alpha_1"])),
        (gamma, vk_x),
        (delta, g1(proof["pi_c"])),
    ]
    product = FQ12.one()
    for q, p in pairs:
        product *= pairing(q, p, final_exponentiate=False)
    return final_exponentiate(product) == FQ12.one()


def alphabeta(key):
    """Returns e(alpha, beta) as snarkjs writes it: degree 12 over 6 over 2.

    py_ecc's w is the same as the tower's, w^6 = 9 + u: u = w^6 - 9.
    """
    value = pairing(g2(key["vk_beta_2"]), g1(key["vk_alpha_1"])) ** SNARKJS_POWER
    c = [int(x) for x in value.coeffs]
    # Σ c_i w^i = Σ_(i<6) (c_i + 9 c_(i+6) + c_(i+6) u) w^i; and w^i = v^(i // 2) w^(i % 2).
    pair = lambda i: [str((c[i] + 9 * c[i + 6]) % field_modulus), str(c[i + 6])]
    return [[pair(2 * j + half) for j in range(3)] for half in range(2)]


def main(directory, proof_name="proof.json", key_name="verification_key.json", public_name="public.json"):
    names = (key_name, proof_name, public_name)
    key, proof, public = (json.loads((directory / name).read_text()) for name in names)
    failures = 0

    def check(what: str, holds: bool) -> None:
        nonlocal failures
        print(("ok    " if holds else "FAIL  ") + what)
        failures += not holds

    check("the pairing equation holds", verify(key, proof, public))
    if public:
        wrong = [str((int(public[0]) + 1) % curve_order)] + public[1:]
        check("and does not for other inputs", not verify(key, proof, wrong))
    if key.get("vk_alphabeta_12"):
        check("vk_alphabeta_12 is e(alpha, beta)", alphabeta(key) == key["vk_alphabeta_12"])
    sys.exit(failures != 0)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), *sys.argv[2:])
