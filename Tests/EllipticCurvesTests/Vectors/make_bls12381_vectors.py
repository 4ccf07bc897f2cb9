"""Writes bls12381.json: multiples of the generators, their encodings, points outside the subgroups and
values of the pairing of BLS12-381, from py_ecc; compared with py-arkworks-bls12381 (Rust arkworks).

    python3 -m venv venv && venv/bin/pip install py_ecc==8.0.0 py-arkworks-bls12381==0.5.0
    venv/bin/python make_bls12381_vectors.py > bls12381.json
"""

import hashlib
import json
import math

import py_arkworks_bls12381 as arkworks
from py_ecc.bls.point_compression import compress_G1, compress_G2
from py_ecc.optimized_bls12_381 import FQ, FQ2, G1, G2, b, b2, curve_order as r, field_modulus as p
from py_ecc.optimized_bls12_381 import is_inf, is_on_curve, multiply, normalize, pairing

X = -0xD201000000010000
# The cofactors of G1 and G2.
H1 = (X - 1) ** 2 // 3
H2 = (X**8 - 4 * X**7 + 5 * X**6 - 4 * X**4 + 6 * X**3 - 4 * X**2 - 4 * X + 13) // 9
# Which the check of G2 rests on.
assert math.gcd(H1 * r, H2 * r) == r


def scalars():
    """Small, large and pseudorandom scalars below r."""
    yield from (1, 2, 3, 7, 2**64, 2**128 - 1, r - 1, r - 2, (r - 1) // 2)
    for index in range(6):
        yield int.from_bytes(hashlib.sha256(b"scalar %d" % index).digest(), "big") % r


def arkworks_scalar(k):
    return arkworks.Scalar.from_le_bytes(k.to_bytes(32, "little"))


def g1(point):
    x, y = normalize(point)
    return [str(int(x)), str(int(y))]


def g2(point):
    x, y = normalize(point)
    return [[str(int(c)) for c in x.coeffs], [str(int(c)) for c in y.coeffs]]


def compressed_g1(point):
    return compress_G1(point).to_bytes(48, "big").hex()


def compressed_g2(point):
    return b"".join(half.to_bytes(48, "big") for half in compress_G2(point)).hex()


def multiples_g1():
    for k in scalars():
        point = multiply(G1, k)
        theirs = arkworks.G1Point() * arkworks_scalar(k)
        text = compressed_g1(point)
        assert bytes(theirs.to_compressed_bytes()).hex() == text
        uncompressed = bytes(theirs.to_xy_bytes_be()).hex()
        yield {"scalar": str(k), "point": g1(point), "compressed": text, "uncompressed": uncompressed}


def multiples_g2():
    for k in scalars():
        point = multiply(G2, k)
        theirs = arkworks.G2Point() * arkworks_scalar(k)
        text = compressed_g2(point)
        assert bytes(theirs.to_compressed_bytes()).hex() == text
        x, y = normalize(point)
        # zcash's order is c1, c0.
        coefficients = [c for z in (x, y) for c in reversed(z.coeffs)]
        uncompressed = "".join(int(c).to_bytes(48, "big").hex() for c in coefficients)
        yield {"scalar": str(k), "point": g2(point), "compressed": text, "uncompressed": uncompressed}


def tower(value):
    """Coefficients of w^0 ... w^5 in F_p^2, each [c0, c1].

    py_ecc has F_p[w] / (w^12 - 2 w^6 + 2), so w^6 = 1 + u, and (a + b u) w^i = (a - b) w^i + b w^(i+6).
    """
    c = [int(x) for x in value.coeffs]
    return [[str((c[i] + c[i + 6]) % p), str(c[i + 6])] for i in range(6)]


def arkworks_tower(value):
    """The same coefficients from arkworks' bytes: little-endian, degree 12 over 6 over 2, v = w^2."""
    data = bytes.fromhex(str(value))
    assert len(data) == 576
    c = [str(int.from_bytes(data[i : i + 48], "little")) for i in range(0, 576, 48)]
    pairs = [[c[2 * i], c[2 * i + 1]] for i in range(6)]
    return [pairs[3 * (i % 2) + i // 2] for i in range(6)]


def square_root(a):
    """A square root in F_p^2, or None: the candidates for p = 3 mod 4 by norms."""
    x, y = (int(c) for c in a.coeffs)
    norm = pow(x * x + y * y, (p + 1) // 4, p)
    half = pow(2, -1, p)
    for n in (norm, -norm):
        square = (x + n) * half % p
        root = pow(square, (p + 1) // 4, p)
        if root and root * root % p == square:
            candidate = FQ2([root, y * half * pow(root, -1, p) % p])
            if candidate * candidate == a:
                return candidate
    return None


def small_orders(points, cofactor, primes):
    """One multiple of the points for each of these orders."""
    for prime in primes:
        rest = cofactor * r
        while rest % prime == 0:
            rest //= prime
        multiple = next(q for q in (multiply(p, rest) for p in points) if not is_inf(q))
        while not is_inf(multiply(multiple, prime)):
            multiple = multiply(multiple, prime)
        yield multiple


def outside_g1():
    """The first points x = 0, 1, 2, ... of the curve that r does not take to infinity, and small orders."""
    found = []
    k = -1
    while len(found) < 3:
        k += 1
        x = FQ(k)
        y = (x * x * x + b) ** ((p + 1) // 4)
        point = (x, y, FQ.one())
        if is_on_curve(point, b) and not is_inf(multiply(point, r)):
            theirs = bytes.fromhex(compressed_g1(point))
            assert not arkworks.G1Point.from_compressed_bytes_unchecked(theirs).is_in_subgroup()
            found.append(point)
    return found + list(small_orders(found, H1, (3, 10177)))


def outside_g2():
    """The first points x = k + u, k = 1, 2, ... of the twist that r does not take to infinity, and small
    orders."""
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
        if not is_inf(multiply(point, r)):
            theirs = bytes.fromhex(compressed_g2(point))
            assert not arkworks.G2Point.from_compressed_bytes_unchecked(theirs).is_in_subgroup()
            found.append(point)
    return found + list(small_orders(found, H2, (13, 2713)))


def values():
    for k, l in [(1, 1), (2, 1), (1, 3), (123456789, 987654321), (r - 1, 5)]:
        value = pairing(multiply(G2, l), multiply(G1, k))
        # The loop of py_ecc runs over -x, where the parameter x is negative.
        cube = tower(value ** (3 * (r - 1)))
        theirs = arkworks.GT.pairing(
            arkworks.G1Point() * arkworks_scalar(k), arkworks.G2Point() * arkworks_scalar(l)
        )
        assert cube == arkworks_tower(theirs)
        yield {"g1": str(k), "g2": str(l), "pyEcc": tower(value), "value": cube}


def main():
    print(
        json.dumps(
            {
                "g1": list(multiples_g1()),
                "g2": list(multiples_g2()),
                "g1OutsideSubgroup": [g1(q) for q in outside_g1()],
                "g1OutsideSubgroupCompressed": [compressed_g1(q) for q in outside_g1()],
                "g2OutsideSubgroup": [g2(q) for q in outside_g2()],
                "g2OutsideSubgroupCompressed": [compressed_g2(q) for q in outside_g2()],
                "pairings": list(values()),
            },
            indent=1,
        )
    )


main()
