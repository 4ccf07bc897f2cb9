#!/usr/bin/env python3
"""Prove here and verify there, and back, with groth16py (BN254 Groth16 over Rust arkworks).

    check_groth16.py DIRECTORY

Reads circuit.r1cs, witness.wtns, circuit.zkey, aligned.zkey, proof.json, public.json and
verification_key.json, proof.arkworks and key.arkworks, all by Espalier, and checks that
1. their verifier accepts our proof under our key, and refuses other public inputs;
2. their prover, with our proving key and witness, makes a proof that their verifier accepts under our key,
   whether the key has sections of padding or not;
3. their setup and prover, with our constraints and witness, make a proof that their verifier accepts;
4. arkworks writes the points of our key and proof, compressed, as we do.
The proofs of 2 and 3 and the key of 3 are written beside the files, for Espalier to verify.
"""

import json
import pathlib
import sys
import tempfile

import groth16py

from results import record


def proof_json(blob: bytes) -> dict:
    """Returns snarkjs's JSON of a proof as Ethereum's precompiles take it: big-endian, c1 before c0."""
    assert len(blob) == 256
    w = [str(int.from_bytes(blob[i : i + 32], "big")) for i in range(0, 256, 32)]
    return {
        "pi_a": [w[0], w[1], "1"],
        "pi_b": [[w[3], w[2]], [w[5], w[4]], ["1", "0"]],
        "pi_c": [w[6], w[7], "1"],
        "protocol": "groth16",
        "curve": "bn128",
    }


def compressed(uncompressed: bytes) -> bytes:
    """Returns arkworks' compressed form of a point: x with the flags that stand in the last byte of y."""
    x = bytearray(uncompressed[: len(uncompressed) // 2])
    x[-1] |= uncompressed[-1] & 0xC0
    return bytes(x)


def arkworks_points(key_json: dict) -> list:
    """Returns alpha, beta, gamma, delta and the inputs' points, as arkworks compresses them."""
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory) / "key"
        groth16py.VerifyingKey.from_snarkjs(json.dumps(key_json)).save(str(path))
        data = path.read_bytes()
    sizes = [64] + 3 * [128] + [8] + len(key_json["IC"]) * [64]
    check("arkworks' key has the length of its points", len(data) == sum(sizes))
    points = []
    for size in sizes:
        points.append(data[:size] if size == 8 else compressed(data[:size]))
        data = data[size:]
    return points


count = 0


def check(what: str, holds: bool) -> None:
    global count
    count += 1
    print(("ok    " if holds else "FAIL  ") + what)
    if not holds:
        sys.exit(1)


def main(directory: pathlib.Path) -> None:
    def path(name: str) -> str:
        return str(directory / name)

    public_text = (directory / "public.json").read_text()
    public = [int(value) for value in json.loads(public_text)]
    wrong = [public[0] + 1] + public[1:]
    wrong_text = json.dumps([str(value) for value in wrong])

    our_key = groth16py.VerifyingKey.from_snarkjs_file(path("verification_key.json"))
    verifier = groth16py.Verifier(our_key)
    our_proof = (directory / "proof.json").read_text()
    check("they accept our proof", verifier.verify_snarkjs(our_proof, public_text))
    check("they refuse it for other inputs", not verifier.verify_snarkjs(our_proof, wrong_text))

    key_json = json.loads((directory / "verification_key.json").read_text())
    key_json.pop("espalier", None)
    ours = (directory / "key.arkworks").read_bytes()
    check("key.arkworks is what arkworks writes", b"".join(arkworks_points(key_json)) == ours)
    # The only bytes that groth16py gives away are those of keys: A and C for alpha and an input, B for beta.
    proof_points = json.loads(our_proof)
    a, b, _, _, _, c = arkworks_points(
        dict(key_json, vk_alpha_1=proof_points["pi_a"], vk_beta_2=proof_points["pi_b"], IC=[proof_points["pi_c"]],
             nPublic=0))
    check("proof.arkworks is what arkworks writes", a + b + c == (directory / "proof.arkworks").read_bytes())

    for key_name, proof_name in (("circuit", "zkey"), ("aligned", "aligned")):
        key, key_inside = groth16py.import_zkey(path(f"{key_name}.zkey"))
        points = [json.loads(k.to_json())["IC"] for k in (key_inside, our_key)]
        check(f"{key_name}.zkey and our verifying key agree", points[0] == points[1])
        blob = groth16py.prove_wtns(key, path("witness.wtns"))
        check(f"they prove with {key_name}.zkey", verifier.verify(blob, public))
        check("and only for these inputs", not verifier.verify(blob, wrong))
        proof_path = directory / f"groth16py_{proof_name}_proof.json"
        proof_path.write_text(json.dumps(proof_json(blob), indent=1) + "\n")

    key, their_key = groth16py.setup(path("circuit.r1cs"))
    blob = groth16py.prove_wtns(key, path("witness.wtns"))
    check("they prove our constraints with their key", groth16py.Verifier(their_key).verify(blob, public))
    (directory / "groth16py_setup_proof.json").write_text(json.dumps(proof_json(blob), indent=1) + "\n")
    (directory / "groth16py_setup_vk.json").write_text(their_key.to_json() + "\n")
    record(directory, "keys with and without padding, one circuit, BN254", "groth16py", count, count)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
