"""A whole ceremony on the command line, and everything that a cheat could do to its files.

    python3 ceremony.py ESPALIER [--snarkjs BUNDLE] [--power 12] [--network NETWORK.int.onnx]

Makes powers of tau with three contributions and a beacon, prepares them, begins the key of a network's circuit,
contributes twice, ends with a beacon, checks and exports, proves and verifies without --allow-development. Then
swaps, removes and changes contributions, and takes another circuit: each must be refused with its own sentence.
Without --network, trains and prunes ShallowNet, 784-128-10, on drawn digits.

With --snarkjs (build/snarkjs.min.js of github.com/iden3/snarkjs, and node), the second contribution of each phase
is made by snarkjs, and both of its verifiers must accept both files.
"""

import argparse
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import time

from results import record

arguments = argparse.ArgumentParser()
arguments.add_argument("espalier")
arguments.add_argument("--snarkjs")
arguments.add_argument("--power", default="12")
arguments.add_argument("--network")
arguments.add_argument("--results", help="the directory of the table of second implementations")
options = arguments.parse_args()
espalier = os.path.abspath(options.espalier)
results = options.results and pathlib.Path(options.results).absolute()
bundle = options.snarkjs and os.path.abspath(options.snarkjs)
network = options.network and os.path.abspath(options.network)
scratch = tempfile.TemporaryDirectory()
os.chdir(scratch.name)
passed = 0
times = []


def run(*command, expected=0):
    start = time.monotonic()
    result = subprocess.run([espalier, *command, "--quiet"], capture_output=True, text=True)
    if result.returncode != expected:
        sys.exit(f"FAIL  espalier {' '.join(command)}: {result.returncode}\n{result.stdout}{result.stderr}")
    if expected == 0 and command[0] == "ceremony":
        times.append((" ".join(command[:3]), time.monotonic() - start))
    return result.stdout + result.stderr


def check(what, holds, detail=""):
    global passed
    print(("ok    " if holds else "FAIL  ") + what + (f": {detail}" if detail else ""))
    if not holds:
        sys.exit(1)
    passed += 1


def refused(what, sentence, *command):
    said = run(*command, expected=1).strip()
    check(f"{what} is refused", sentence in said and said.count("\n") == 0, said.removeprefix("error: "))


def snarkjs(script):
    """Runs JavaScript with `snarkjs` in reach."""
    program = f"""
        const fs = require("fs");
        const snarkjs = new Function(fs.readFileSync({json.dumps(bundle)}, "utf8") + "; return snarkjs;")();
        const file = (name) => ({{ type: "mem", data: new Uint8Array(fs.readFileSync(name)) }});
        const write = (name, made) => fs.writeFileSync(name, made.data);
        (async () => {{ {script}; process.exit(0); }})().catch((e) => {{ console.error(e.message); process.exit(2); }});
    """
    result = subprocess.run(["node", "-e", program], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit("FAIL  snarkjs: " + result.stderr[-500:])
    return result.stdout.strip()


def sections(data):
    (count,) = struct.unpack_from("<I", data, 8)
    result, position = [], 12
    for _ in range(count):
        kind, size = struct.unpack_from("<IQ", data, position)
        result.append((kind, data[position + 12 : position + 12 + size]))
        position += 12 + size
    return result


def contribute(before, after, name, kind, foreign):
    if bundle and foreign:
        module, function = ("powersOfTau", "contribute") if kind == "ptau" else ("zKey", "contribute")
        snarkjs(f"""const made = {{ type: "mem" }};
            await snarkjs.{module}.{function}(file("{before}"), made, "{name}", "text"); write("{after}", made)""")
    else:
        run("ceremony", "contribute", before, "--name", name, "--entropy", "a text", "--output", after)


# The first phase.
beacon = "0123456789abcdeffedcba9876543210"
run("ceremony", "new", "--power", options.power, "--output", "0.ptau")
refused("a file without contributions", "nobody has contributed", "ceremony", "verify", "0.ptau")
contribute("0.ptau", "1.ptau", "Ada", "ptau", False)
contribute("1.ptau", "2.ptau", "Grace", "ptau", True)
contribute("2.ptau", "3.ptau", "Alan", "ptau", False)
run("ceremony", "beacon", "3.ptau", "--value", beacon, "--output", "4.ptau")
run("ceremony", "prepare", "4.ptau", "--output", "powers.ptau")
said = json.loads(run("ceremony", "verify", "powers.ptau", "--json"))
check("powers of tau are accepted", [c.get("name") for c in said["powers"]][:3] == ["Ada", "Grace", "Alan"])

# The circuit: a network with its weights in it.
if not network:
    run("train", "--data", "digits", "--hidden", "128", "--epochs", "2", "--output", "net.onnx")
    run("prune", "net.onnx", "--sparsity", "0.9", "--data", "digits", "--output", "pruned.onnx")
    run("quantize", "pruned.onnx", "--data", "digits", "--output", "pruned.int.onnx")
    network = "pruned.int.onnx"
run("compile", network, "--output", "net.r1cs")
run("compile", network, "--answer", "class", "--output", "other.r1cs")

# The second phase.
run("ceremony", "new", "net.r1cs", "--powers", "powers.ptau", "--output", "0.zkey")
contribute("0.zkey", "1.zkey", "Emmy", "zkey", False)
contribute("1.zkey", "2.zkey", "Kurt", "zkey", True)
run("ceremony", "beacon", "2.zkey", "--value", beacon, "--name", "end", "--output", "3.zkey")
basis = ["--circuit", "net.r1cs", "--powers", "powers.ptau"]
said = json.loads(run("ceremony", "verify", "3.zkey", *basis, "--json"))
check("the key is accepted", [c.get("name") for c in said["key"]] == ["Emmy", "Kurt", "end"])
run("ceremony", "export", "3.zkey", *basis, "--output", "net")
run("prove", network, "--circuit", "net.r1cs", "--key", "net.zkey", "--data", "digits", "--test-image", "0")
run("verify", "--key", "net.vkey.json", "--data", "digits", "--test-image", "0")
check("a proof by the exported key is accepted, and it is no development key", True)
run("setup", "net.r1cs", "--output", "alone")
run("prove", network, "--circuit", "net.r1cs", "--key", "alone.zkey", "--data", "digits", "--test-image", "0")
said = run("verify", "--key", "alone.vkey.json", "--data", "digits", "--test-image", "0", expected=2)
check("a development key is refused", "development key" in said, said.strip().removeprefix("error: "))

if bundle:
    said = snarkjs("""console.log(await snarkjs.powersOfTau.verify(file("powers.ptau")),
        await snarkjs.zKey.verifyFromR1cs(file("net.r1cs"), file("powers.ptau"), file("3.zkey")),
        await snarkjs.zKey.verifyFromR1cs(file("net.r1cs"), file("powers.ptau"), file("0.zkey")))""")
    check("snarkjs accepts both files", said.startswith("true true"), said)
    snarkjs("""const made = { type: "mem" };
        await snarkjs.zKey.newZKey(file("net.r1cs"), file("powers.ptau"), made); write("theirs.zkey", made)""")
    same = dict(sections(open("theirs.zkey", "rb").read())) == dict(sections(open("0.zkey", "rb").read()))
    check("snarkjs begins with the same key", same)
    if results:
        record(results, "a ceremony with contributions of both tools, verified by both", "snarkjs", 3, 3)


# What a cheat could do to the files.
def with_contributions(name, output, section, lead, fixed, change):
    """Rewrites a file after `change` was done to its list of contributions."""
    data = open(name, "rb").read()
    parts = sections(data)
    body = dict(parts)[section]
    (count,) = struct.unpack_from("<I", body, lead)
    history, position = [], lead + 4
    for _ in range(count):
        (parameters,) = struct.unpack_from("<I", body, position + fixed - 4)
        history.append(bytearray(body[position : position + fixed + parameters]))
        position += fixed + parameters
    change(history)
    changed = body[:lead] + struct.pack("<I", len(history)) + b"".join(bytes(c) for c in history)
    with open(output, "wb") as file:
        file.write(data[:12])
        for kind, content in parts:
            content = changed if kind == section else content
            file.write(struct.pack("<IQ", kind, len(content)) + content)


def swap(history):
    history[0], history[1] = history[1], history[0]


def remove(history):
    del history[1]


def remove_last(history):
    del history[-1]


def flip(contribution, offset):
    def change(history):
        history[contribution][offset] ^= 1

    return change


# Where a contribution to powers has its challenge: behind three points of G1 and two of G2, its public key of six and
# three, and the state of a hash; type and length follow.
CHALLENGE = 3 * 64 + 2 * 128 + 6 * 64 + 3 * 128 + 216


def attack_powers(what, sentence, change):
    with_contributions("powers.ptau", "bad.ptau", 7, 0, CHALLENGE + 64 + 8, change)
    refused(what, sentence, "ceremony", "verify", "bad.ptau")


def attack_key(what, sentence, change):
    # Three points of G1, one of G2; a transcript; type; length. Before them the hash of the circuit.
    with_contributions("3.zkey", "bad.zkey", 10, 64, 3 * 64 + 128 + 64 + 8, change)
    refused(what, sentence, "ceremony", "verify", "bad.zkey", *basis, "--trust-powers")


attack_powers("powers with two contributions swapped", "contribution 1 does not show", swap)
attack_powers("powers with a contribution removed", "contribution 2 does not show", remove)
attack_powers("powers with the last contribution removed", "do not begin as the last contribution says", remove_last)
attack_powers("powers with a hash changed", "contribution 3 does not show", flip(1, CHALLENGE))
attack_powers("powers with the last hash changed", "the hash that the last contribution passes on", flip(3, CHALLENGE))
attack_key("a key with two contributions swapped", "the transcript of contribution 1", swap)
attack_key("a key with a contribution removed", "the transcript of contribution 2", remove)
attack_key("a key with the last contribution removed", "δ of the key is not the one", remove_last)
attack_key("a key with a hash changed", "the transcript of contribution 2", flip(1, 3 * 64 + 128))
refused(
    "another circuit", "the key is for another circuit", "ceremony", "verify", "3.zkey", "--circuit", "other.r1cs",
    "--powers", "powers.ptau", "--trust-powers")
run("ceremony", "contribute", "0.ptau", "--output", "unrelated.ptau")
run("ceremony", "prepare", "unrelated.ptau", "--output", "other.ptau")
refused(
    "other powers", "the key is for another circuit", "ceremony", "verify", "3.zkey", "--circuit", "net.r1cs",
    "--powers", "other.ptau", "--trust-powers")
print()
for command, seconds in times:
    print(f"{seconds:7.1f} s  espalier {command}")
print(f"\n{passed} passed, 0 failed")
