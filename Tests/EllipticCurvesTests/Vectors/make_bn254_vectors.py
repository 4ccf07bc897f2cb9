"""Writes bn254.json: multiples of the generators and values of the pairing of BN254, from py_ecc.

    python3 -m venv venv && venv/bin/pip install py_ecc==8.0.0
    venv/bin/python make_bn254_vectors.py > bn254.json
"""

import hashlib
import json

from py_ecc.optimized_bn128 import FQ, FQ2, FQ12, G1, G2, add, b2, curve_order as r
from py_ecc.optimized_bn128 import field_modulus as q, is_on_curve, multiply, normalize, pairing

U = 4965661367192848881
# What the final exponentiation of libff, snarkjs and Espalier raises to beyond (q^12 - 1)/r.
MULTIPLE = 2 * U * (6 * U * U + 3 * U + 1)


def scalars():
    """Small, large and pseudorandom scalars below r."""
    yield from (1, 2, 3, 7, 2**64, 2**128 - 1, r - 1, r - 2, (r - 1) // 2)
    for index in range(6):
        yield int.from_bytes(hashlib.sha256(b"scalar %d" % index).digest(), "big") % r


def g1(point):
    x, y = normalize(point)
    return [str(int(x)), str(int(y))]


def g2(point):
    x, y = normalize(point)
    return [[str(int(c)) for c in x.coeffs], [str(int(c)) for c in y.coeffs]]


def tower(value):
    """Coefficients of w^0 ... w^5 in F_q^2, each [c0, c1].

    py_ecc has F_q[w] / (w^12 - 18 w^6 + 82), so w^6 = 9 + u, and (a + b u) w^i = (a - 9 b) w^i + b w^(i+6).
    """
    c = [int(x) for x in value.coeffs]
    return [[str((c[i] + 9 * c[i + 6]) % q), str(c[i + 6])] for i in range(6)]


def square_root(a):
    """A square root in F_q^2, or None: the candidates for q = 3 mod 4 by norms."""
    x, y = (int(c) for c in a.coeffs)
    norm = pow(x * x + y * y, (q + 1) // 4, q)
    half = pow(2, -1, q)
    for n in (norm, -norm):
        square = (x + n) * half % q
        root = pow(square, (q + 1) // 4, q)
        if root and root * root % q == square:
            candidate = FQ2([root, y * half * pow(root, -1, q) % q])
            if candidate * candidate == a:
                return candidate
    return None


def outside_the_subgroup():
    """The first points x = k + u, k = 1, 2, ... of the twist that r does not take to infinity."""
    found = []
    k = 0
    while len(found) < 3:
        k += 1
        x = FQ2([k, 1])
        y = square_root(x * x * x + b2)
        if y is None:
            continue
        point = (x, y, FQ2.one())
        assert is_on_curve(point, b2)
        # multiply() does not reduce its scalar.
        if multiply(point, r)[2] != FQ2.zero():
            found.append(point)
    return found


def main():
    pairs = [(1, 1), (2, 1), (1, 3), (123456789, 987654321), (r - 1, 5)]
    values = []
    for a, b in pairs:
        value = pairing(multiply(G2, b), multiply(G1, a))
        values.append(
            {
                "g1": str(a),
                "g2": str(b),
                "pyEcc": tower(value),
                "value": tower(value**MULTIPLE),
            }
        )
    print(
        json.dumps(
            {
                "g1": [{"scalar": str(k), "point": g1(multiply(G1, k))} for k in scalars()],
                "g2": [{"scalar": str(k), "point": g2(multiply(G2, k))} for k in scalars()],
                "g2OutsideSubgroup": [g2(p) for p in outside_the_subgroup()],
                "pairings": values,
            },
            indent=1,
        )
    )


main()
