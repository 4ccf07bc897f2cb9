"""The random circuits that the test suite wrote: DIRECTORY/circuits/CURVE/NUMBER/."""

import json
import pathlib


def circuits(directory: pathlib.Path, curve: str) -> list[pathlib.Path]:
    """Returns the directories of the circuits of a curve, in order."""
    return sorted(path for path in (directory / "circuits" / curve).iterdir() if path.is_dir())


def claim(circuit: pathlib.Path) -> tuple[dict, dict, list[str]]:
    """Returns the verifying key, the proof and the public values, as the files have them."""
    names = ("verification_key.json", "proof.json", "public.json")
    return tuple(json.loads((circuit / name).read_text()) for name in names)


def other(public: list[str], order: int) -> list[str]:
    """Returns public values of which the first is another one."""
    return [str((int(public[0]) + 1) % order)] + public[1:]


def proof_json(a, b, c, curve: str) -> dict:
    """Returns snarkjs's JSON of a proof from coordinates as integers: those of G2 as pairs, c0 before c1."""
    return {
        "pi_a": g1_json(a), "pi_b": g2_json(b), "pi_c": g1_json(c), "protocol": "groth16", "curve": curve,
    }


def g1_json(point) -> list[str]:
    return [str(int(coordinate)) for coordinate in point] + ["1"]


def g2_json(point) -> list[list[str]]:
    return [[str(int(part)) for part in coordinate] for coordinate in point] + [["1", "0"]]
