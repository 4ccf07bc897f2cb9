#!/usr/bin/env python3
"""Compiles the verifier contracts that espalier writes, runs them in an EVM, and attacks them.

    pip install vyper==0.4.3 pyrevm==0.3.7 py_ecc==8.0.0 tree-sitter==0.26.1 tree-sitter-solidity==1.2.13
    swift build -c release --product espalier
    python3 Tests/interop/contracts.py DIRECTORY [ESPALIER]

ESPALIER is the binary (.build/release/espalier by default). Makes small networks, keys and proofs in the
directory, writes the contract of each key in both languages, and checks that

1. the Solidity text parses without an error and is, line for line, the Vyper text: of the same kind, and with
   the same numbers (it is not compiled: no compiler of Solidity is to be had from a package registry);
2. the Vyper text compiles, fits, and accepts the valid proof;
3. every kind of invalid call is answered by false or reverts, as the contract promises.

Prints what each contract costs, as a table.
"""

import json
import pathlib
import re
import subprocess
import sys
import warnings

import pyrevm
import tree_sitter
import tree_sitter_solidity
import vyper
from eth_utils import keccak
from py_ecc.optimized_bn128 import FQ2, add, b2, is_inf, is_on_curve, multiply, normalize
from vyper.compiler import compile_code

from results import record

P = 21888242871839275222246405745257275088696311157297823662689037894645226208583
R = 21888242871839275222246405745257275088548364400416034343698204186575808495617
CODE_LIMIT, INITCODE_LIMIT = 24_576, 49_152
CALLER = "0x" + "11" * 20
CALL_GAS = 15_000_000


def require(holds, what):
    if not holds:
        sys.exit("FAIL  " + what)


def word(number):
    return number.to_bytes(32, "big")


# Contracts in both languages


def kind_in_vyper(line):
    line = line.strip()
    if line == "":
        return "end"
    if line.startswith(("#", "@")):
        return "comment"
    for start, kind in [("assert ", "demand"), ("if ", "if"), ("for ", "for"), ("return ", "return"),
                        ("def ", "function"), (") ->", "end of parameters")]:
        if line.startswith(start):
            return kind
    if re.match(r"\w+: (constant|public\(immutable)\(", line):
        return "constant"
    return "statement"


def kind_in_solidity(line):
    line = line.strip()
    if line in ("", "}"):
        return "end"
    if line.startswith("//"):
        return "comment"
    for start, kind in [("require(", "demand"), ("if (", "if"), ("for (", "for"), ("return ", "return"),
                        ("function ", "function"), ("constructor(", "function"),
                        (") external view", "end of parameters"), (") private view", "end of parameters")]:
        if line.startswith(start):
            return kind
    if re.match(r"(uint256|bytes32) private constant |address public immutable ", line):
        return "constant"
    if line.startswith("assembly") and "extcodecopy" in line:
        return "return"
    return "statement"


def numbers(line):
    """Returns the numbers that both languages must have: not those of an empty variable, or said twice in one."""
    for noise in (r"uint256 i = 0; ", r"(?<=uint256\[2\]) = \[0, 0\]$", r" = empty\(.*\)$", r": Bytes\[32\] = b\"\"$", r"0x0{39}8", r"\(8\)",
                  r"uint256\[[0-9]+\]\)$", r"max_outsize=32", r", [0-9]+(?=\)\) == POINTS_HASH)",
                  r"^ *[^=]* = (?=ecadd)"):
        line = re.sub(noise, "", line)
    return re.findall(r"\b(?:0x[0-9a-f]+|[0-9]+)\b", line)


def check_parallel(name, solidity, vyper_text):
    lines = list(zip(solidity.split("\n"), vyper_text.split("\n")))
    require(solidity.count("\n") == vyper_text.count("\n"), f"{name}: as many lines in both languages")
    in_precompiles = False
    for number, (theirs, ours) in enumerate(lines, 1):
        place = f"{name}, line {number}: {theirs!r} and {ours!r}"
        in_precompiles = in_precompiles or theirs.strip().startswith("function _add")
        kinds = kind_in_solidity(theirs), kind_in_vyper(ours)
        # Vyper has a comment where Solidity has the contract's frame, and where it has ecadd and ecmul built in.
        if kinds[1] == "comment" and (in_precompiles or re.match(r"pragma |contract |}$", theirs)):
            continue
        if kinds[0] == "comment" and ours.startswith("@"):
            continue
        require(kinds[0] == kinds[1], f"lines of one kind ({kinds[0]}, {kinds[1]}): {place}")
        require(kinds[0] == "comment" or numbers(theirs) == numbers(ours), f"the same numbers: {place}")
        if kinds[0] == "comment":
            require(theirs.strip()[3:] == ours.strip()[2:] or number == 3, f"the same comment: {place}")


def check_solidity(name, text):
    warnings.filterwarnings("ignore", message="int argument support")
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_solidity.language()))
    tree = parser.parse(text.encode())
    stack, kinds = [tree.root_node], set()
    while stack:
        node = stack.pop()
        kinds.add(node.type)
        require(not node.is_error and not node.is_missing,
                f"{name}: the Solidity parses, at line {node.start_point[0] + 1}")
        stack += node.children
    require({"contract_declaration", "function_definition", "for_statement"} <= kinds or "_digitSum" not in text,
            f"{name}: the parser sees a contract")
    broken = parser.parse(text.replace(") external view", " external view", 1).encode())
    require(broken.root_node.has_error, f"{name}: the parser sees a missing parenthesis")


# A deployed contract


class Deployed:
    def __init__(self, espalier, directory, name, key, options=(), proof=None, expected_placement=None):
        self.name = name
        arguments = [str(key), *options, "--allow-development"]
        sol, vy = directory / f"{name}.sol", directory / f"{name}.vy"
        written = [json.loads(espalier("export", language, *arguments, "--output", path, "--json"))
                   for language, path in (("solidity", sol), ("vyper", vy))]
        facts = written[1]
        require({**written[0], "contract": ""} == {**facts, "contract": ""}, f"{name}: one contract")
        require(facts["placement"] == expected_placement, f"{name}: points in {facts['placement']}")
        check_parallel(name, sol.read_text(), vy.read_text())
        check_solidity(name, sol.read_text())
        self.placement, self.count = facts["placement"], facts["publicValues"]
        self.head = 4 + 32 * (8 + self.count)
        self.evm = pyrevm.EVM()
        self.evm.set_balance(CALLER, 10**24)

        self.data_code = [bytes.fromhex(pathlib.Path(path).read_text().strip()[2:])
                          for path in facts["dataContracts"]]
        self.deploy_gas = 0
        self.addresses = [self.deploy(code) for code in self.data_code]
        self.data_bytes = facts["dataBytes"]
        for code, address in zip(self.data_code, self.addresses):
            found = self.evm.get_code(address)
            require(found[: len(code) - 10] == code[10:], f"{name}: data contracts hold the points")

        compiled = compile_code(vy.read_text(), output_formats=["bytecode", "bytecode_runtime", "method_identifiers"])
        self.bytecode = bytes.fromhex(compiled["bytecode"][2:])
        self.address = self.deploy(self.bytecode + b"".join(bytes(12) + bytes.fromhex(a[2:]) for a in self.addresses))
        # With its immutables.
        self.runtime_bytes = len(bytes.fromhex(compiled["bytecode_runtime"][2:])) + 32 * len(self.addresses)
        self.greatest_bytes = facts["greatestRuntimeBytes"]
        require(self.runtime_bytes <= self.greatest_bytes <= CODE_LIMIT,
                f"{name}: {self.runtime_bytes} bytes are at most {self.greatest_bytes}")
        require(len(self.bytecode) <= INITCODE_LIMIT, f"{name}: code of creation")
        require(compiled["method_identifiers"] == {
            facts["signature"]: facts["selector"],
            **{f"data{i}()": compiled["method_identifiers"][f"data{i}()"] for i in range(len(self.addresses))},
        }, f"{name}: the selector is the compiler's")

        proof_path, public_path = proof
        self.call_data = bytes.fromhex(espalier(
            "export", "calldata", *arguments, "--proof", proof_path, "--public", public_path).strip()[2:])
        require(len(self.call_data) == facts["calldataBytes"], f"{name}: the call's length")
        self.values = [int(value) for value in json.loads(pathlib.Path(public_path).read_text())]
        self.ranges = []
        said = json.loads(pathlib.Path(key).read_text()).get("espalier")
        anything = [{"minimum": 0, "maximum": R - 1, "count": self.count}]
        for run in said["publicInputs"] + said.get("modelInputs", []) if said else anything:
            self.ranges += [(int(run["minimum"]), int(run["maximum"]))] * run["count"]
        require(len(self.ranges) == self.count == len(self.values), f"{name}: one range per value")

    def deploy(self, code):
        address = self.evm.deploy(CALLER, code)
        self.deploy_gas += self.evm.result.gas_used
        return address

    def ask(self, call_data, gas=CALL_GAS, value=None):
        """Returns True, False or "reverts"."""
        try:
            answer = self.evm.message_call(CALLER, self.address, calldata=bytes(call_data), gas=gas, value=value)
        except RuntimeError:
            return "reverts"
        require(len(answer) == 32 and answer[-1] < 2 and not any(answer[:-1]), f"{self.name}: the answer is a bool")
        return answer[-1] == 1

    @property
    def gas(self):
        return self.evm.result.gas_used

    def with_proof(self, words):
        return self.call_data[:4] + b"".join(word(w) for w in words) + self.call_data[4 + 256 :]

    @property
    def proof(self):
        return [int.from_bytes(self.call_data[4 + 32 * i : 36 + 32 * i], "big") for i in range(8)]

    def with_value(self, index, value):
        return self.with_values({index: value})

    def with_values(self, changes):
        data = bytearray(self.call_data)
        for index, value in changes.items():
            data[260 + 32 * index : 292 + 32 * index] = word(value)
        return data

    def expect(self, answer, call_data, what, **options):
        found = self.ask(call_data, **options)
        require(found == answer, f"{self.name}: {what}: {found} instead of {answer}")
        self.checks = getattr(self, "checks", 0) + 1


# Attacks


def fq2_square_root(a):
    """Returns a square root in Fp2 for p = 3 mod 4, or None (Adj, Rodriguez-Henriquez, 2012, algorithm 9)."""
    minus_one = FQ2([P - 1, 0])
    power = a ** ((P - 3) // 4)
    x = power * a
    alpha = power * x
    x = FQ2([0, 1]) * x if alpha == minus_one else (alpha + FQ2.one()) ** ((P - 1) // 2) * x
    return x if x * x == a else None


def twist_point(start):
    """Returns a point of the twist whose order divides the cofactor."""
    for k in range(start, start + 100):
        x = FQ2([k, 1])
        y = fq2_square_root(x * x * x + b2)
        if y is None:
            continue
        point = multiply((x, y, FQ2.one()), R)
        if not is_inf(point):
            require(is_on_curve(point, b2) and not is_inf(multiply(point, R)), "a point outside the subgroup")
            return point
    sys.exit("FAIL  no point of the twist")


def g2_words(point):
    x, y = normalize(point)
    return [int(c) for coordinate in (x, y) for c in reversed(coordinate.coeffs)]


def attack_proof(c):
    a0, a1, b0, b1, b2_, b3, c0, c1 = words = c.proof
    for index in range(8):
        for change, what in [(lambda w: w ^ 1, "one bit changed"), (lambda w: w + P, "p added"),
                             (lambda w: P - w, "negated"), (lambda w: 0, "zero"),
                             (lambda w: 2**256 - 1, "all ones"), (lambda w: w ^ 1 << 255, "top bit")]:
            changed = list(words)
            changed[index] = change(words[index])
            c.expect(False, c.with_proof(changed), f"word {index} of the proof, {what}")
    for changed, what in [
        ([a0, P - a1] + words[2:], "A negated"),
        (words[:6] + [c0, P - c1], "C negated"),
        (words[:2] + [b0, b1, P - b2_, P - b3] + words[6:], "B negated"),
        ([c0, c1] + words[2:6] + [a0, a1], "A and C exchanged"),
        ([a0, a1, b1, b0, b3, b2_, c0, c1], "limbs of B exchanged"),
        ([a0, a1, b2_, b3, b0, b1, c0, c1], "coordinates of B exchanged"),
        ([0, 0] + words[2:], "A at infinity"),
        (words[:2] + [0] * 4 + words[6:], "B at infinity"),
        (words[:6] + [0, 0], "C at infinity"),
        ([0, 0] + words[2:6] + [0, 0], "A and C at infinity"),
        ([0] * 8, "all zero"),
        ([1, 2] + words[2:], "A the generator"),
        (words[:6] + [1, 2], "C the generator"),
        ([a0, a1 + P] + words[2:], "A with p added to y"),
        ([0, P] + words[2:], "A as (0, p)"),
        ([P, P] + words[2:], "A as (p, p)"),
    ]:
        c.expect(False, c.with_proof(changed), what)
    # Of B plus a point of small order the pairing could be the same.
    small = twist_point(1)
    b = (FQ2([b1, b0]), FQ2([b3, b2_]), FQ2.one())
    for point, what in [(add(b, small), "B plus a point outside the subgroup"), (small, "B outside the subgroup")]:
        c.expect(False, c.with_proof(words[:2] + g2_words(point) + words[6:]), what)


def attack_values(c):
    for index, (value, (minimum, maximum)) in enumerate(zip(c.values, c.ranges)):
        if index > 100 and index % c.step:
            continue
        signed = value if value < R // 2 else value - R
        others = {value + R: "r added", 2**256 - 1: "all ones", (minimum - 1) % R: "below its range",
                  (maximum + 1) % R: "above its range"}
        if minimum <= signed + 1 <= maximum:
            others[(signed + 1) % R] = "one more"
        elif minimum <= signed - 1:
            others[(signed - 1) % R] = "one less"
        if index % 97 == 0:
            others |= {value + R * k: "a multiple of r added" for k in range(2, 6) if value + R * k < 2**256}
            others |= {minimum % R: "the least", maximum % R: "the greatest", R: "r", R - 1: "r - 1", 0: "zero"}
            others |= {minimum % R + R: "the least, and r", 256: "256", 2**255: "the top bit"}
        for other, what in others.items():
            if other != value:
                c.expect(False, c.with_value(index, other), f"value {index}, {what}")
    for i in range(0, c.count - 1, 13):
        if c.values[i] != c.values[i + 1]:
            swapped = c.with_values({i: c.values[i + 1], i + 1: c.values[i]})
            c.expect(False, swapped, f"values {i} and {i + 1} exchanged")


def attack_call(c):
    data = c.call_data
    for changed, what in [
        (b"", "no call"), (data[:3], "three bytes"), (data[:4], "a selector alone"), (data[:-1], "a byte less"),
        (data[:-32], "a word less"), (data + b"\0", "a byte more"), (data + bytes(32), "a word more"),
        (data + data[-32:], "the last word twice"), (data[:260], "no values"), (bytes(len(data)), "zeros"),
        (b"\xff" + data[1:], "another selector"), (data[4:], "no selector"),
    ]:
        c.expect("reverts", changed, what)
    c.expect("reverts", data, "money with the call", value=1)
    for index in range(4, len(data), 32):
        if index > 100 * 32 and index // 32 % c.step:
            continue
        for bit in (0, 255):
            flipped = bytearray(data)
            flipped[index + bit // 8] ^= 0x80 >> bit % 8
            # Points are no part of the statement: other ones are no answer.
            c.expect("reverts" if index >= c.head else False, flipped, f"bit {bit} of the word at {index}")
    if c.placement == "calldata":
        points = data[c.head :]
        for changed, what in [
            (points[64:128] + points[:64] + points[128:], "points exchanged"), (bytes(len(points)), "no points"),
            (points[:64] * (len(points) // 64), "one point for all"), (points[:-64], "a point less"),
            (points[:32] + word(P - int.from_bytes(points[32:64], "big")) + points[64:], "a point negated"),
            (points[:32] + word(P + int.from_bytes(points[32:64], "big")) + points[64:], "p added to a point"),
        ]:
            c.expect("reverts", data[: c.head] + changed, what)
    # Whoever carries a call cannot make a valid proof look wrong by giving too little gas.
    c.expect(True, data, "the valid call")
    enough = c.gas
    answers = {c.ask(data, gas=enough * k // 200) for k in range(1, 200)} | {
        c.ask(data, gas=enough + k * 500) for k in range(-100, 400)}
    require(answers == {True, "reverts"}, f"{c.name}: with less gas it reverts: {answers}")


def attack_data(c):
    def attempt(addresses, what):
        arguments = b"".join(bytes(12) + bytes.fromhex(a[2:]) for a in addresses)
        try:
            c.evm.deploy(CALLER, c.bytecode + arguments)
        except RuntimeError:
            c.checks += 1
            return
        sys.exit(f"FAIL  {c.name}: deployed with {what}")

    good = c.addresses
    attempt([good[1], good[0]] + good[2:], "data contracts exchanged")
    attempt(good[:-1], "an address less")
    attempt(["0x" + "00" * 20] * len(good), "no data contracts")
    attempt([CALLER] + good[1:], "an account without code")
    attempt([c.address] + good[1:], "the verifier of another deployment")
    for position in (10, 11, 42, len(c.data_code[0]) - 1):
        forged = bytearray(c.data_code[0])
        forged[position] ^= 1
        try:
            attempt([c.evm.deploy(CALLER, bytes(forged))] + good[1:], f"byte {position} of the data changed")
        except RuntimeError:
            require(position == 10, "only an undefined first instruction may be refused")
    for code in (c.data_code[0][10:] + b"\0", c.data_code[0][10:-1], c.data_code[0][11:], b"\0" + c.data_code[0][10:]):
        # PUSH2 length, DUP1, PUSH1 10, RETURNDATASIZE, CODECOPY, RETURNDATASIZE, RETURN
        creation = b"\x61" + len(code).to_bytes(2, "big") + bytes.fromhex("80600a3d393df3") + code
        attempt([c.evm.deploy(CALLER, creation)] + good[1:], "data of another length")
    for address in good:
        require(c.evm.message_call(CALLER, address, calldata=b"\1" * 40) == b"", "data contracts do nothing")


def rerandomized(c):
    """Anybody can make another valid proof: (A / s, s B, C)."""
    from py_ecc.optimized_bn128 import FQ
    a0, a1, b0, b1, b2_, b3, c0, c1 = c.proof
    s = 1234567
    a = normalize(multiply((FQ(a0), FQ(a1), FQ.one()), pow(s, -1, R)))
    b = multiply((FQ2([b1, b0]), FQ2([b3, b2_]), FQ2.one()), s)
    c.expect(True, c.with_proof([int(a[0]), int(a[1])] + g2_words(b) + [c0, c1]), "a proof made anew by anybody")


def bounds(c):
    """Returns the gas for the proof's image, and for values of zeros, and of the greatest magnitudes."""
    c.expect(True, c.call_data, "the valid call")
    gas = [c.gas]
    for choose in (lambda low, high: max(low, 0), lambda low, high: high if low >= 0 else -1):
        changed = c.with_values({i: choose(*r) % R for i, r in enumerate(c.ranges)})
        c.ask(changed)
        gas.append(c.gas)
    return gas


# Keys and proofs


class Espalier:
    def __init__(self, binary, directory):
        self.binary, self.directory = binary, directory

    def __call__(self, *arguments):
        done = subprocess.run([self.binary, *map(str, arguments)], capture_output=True, text=True)
        require(done.returncode == 0, f"espalier {' '.join(map(str, arguments))}: {done.stderr}")
        return done.stdout

    def refuses(self, words, *arguments):
        done = subprocess.run([self.binary, *map(str, arguments)], capture_output=True, text=True)
        require(done.returncode != 0 and words in done.stderr, f"refused with “{words}”: {done.stderr}")

    def network(self, name, *options):
        path = self.directory / name
        self("train", "--data", "digits", "--hidden", 16, "--epochs", 2, *options, "--output", f"{path}.onnx", "-q")
        self("quantize", f"{path}.onnx", "--data", "digits", "--bias-bits", 24, "--publish-windows",
             "--output", f"{path}.int.onnx", "-q")
        return f"{path}.int.onnx"

    def proof(self, network, name, *options):
        """Returns the paths of a verifying key, a proof and its public values, and of a registration."""
        path = self.directory / name
        self("compile", network, *options, "--output", f"{path}.r1cs", "-q")
        self("setup", f"{path}.r1cs", "--output", path, "-q")
        more = []
        if "committed" in options:
            self("model", "register", network, "--circuit", f"{path}.r1cs", "--key", f"{path}.vkey.json",
                 "--output", path, "-q", "--replace")
            more = ["--model", f"{path}.registration", "--opening", f"{path}.opening"]
        files = f"{path}.proof.json", f"{path}.public.json"
        self("prove", network, "--circuit", f"{path}.r1cs", "--key", f"{path}.zkey", "--data", "digits",
             "--test-image", 7, *more, "--output", files[0], "--public", files[1], "-q")
        return f"{path}.vkey.json", files, f"{path}.registration"


def main(directory, binary=".build/release/espalier"):
    directory.mkdir(parents=True, exist_ok=True)
    espalier = Espalier(binary, directory)
    image, boxes = espalier.network("image"), espalier.network("boxes", "--input-boxes", 4)
    public = espalier.proof(image, "public")
    registered = espalier.proof(image, "registered", "--weights", "committed")
    hidden = espalier.proof(image, "class", "--input", "private", "--answer", "class")
    logits = espalier.proof(image, "logits", "--input", "private")
    small = espalier.proof(boxes, "boxes49")
    # As many points as the code can be sure to hold.
    full = espalier.proof(espalier.network("halves", "--input-boxes", 2), "boxes196")

    # A key as other tools write it, which says nothing of ranges.
    plain = directory / "plain.vkey.json"
    plain.write_text(json.dumps({k: v for k, v in json.loads(pathlib.Path(logits[0]).read_text()).items()
                                 if k != "espalier"}))

    made = lambda name, proof, placement, *options: Deployed(
        espalier, directory, name, proof[0], options, proof[1], placement)
    contracts = [
        made("Class", hidden, "code"), made("Logits", logits, "code"),
        made("Plain", (plain, logits[1]), "code"), made("Boxes", small, "code"),
        made("BoxesData", small, "data", "--placement", "data"),
        made("Full", full, "code", "--placement", "code"),
        made("Image", public, "data"), made("ImageCalldata", public, "calldata", "--placement", "calldata"),
        made("Registered", registered, "data", "--model", registered[2]),
    ]
    for c in contracts:
        print(f"      {c.name}: {c.count} values, points in {c.placement}", flush=True)
        # All values of one image are tried, of the other contracts every value up to the hundredth, and some more.
        c.step = 1 if c.name == "Image" else 11
        c.expect(True, c.call_data, "the valid proof")
        rerandomized(c)
        attack_proof(c)
        attack_values(c)
        attack_call(c)
        if len(c.addresses) > 1:
            attack_data(c)
        print(f"ok    {c.checks:,} calls and deployments were answered as promised", flush=True)
    # Proofs of another key, and keys that get no contract.
    named = {c.name: c for c in contracts}
    image_contract, other = named["Image"], named["Registered"]
    image_contract.expect(False, image_contract.call_data[:4] + other.call_data[4:], "another key's proof")
    key = public[0]
    espalier.refuses("development key", "export", "vyper", key, "--output", directory / "x.vy")
    espalier.refuses("bytes", "export", "vyper", key, "--placement", "code", "--allow-development")
    espalier.refuses("--model", "export", "vyper", registered[0], "--allow-development")
    espalier.refuses("capital", "export", "solidity", key, "--name", "a b", "--allow-development")
    print("ok    keys that get no contract are refused")

    print()
    print("| contract | values | points in | code, bytes | data, bytes | deployment, gas | this image, gas "
          "| zeros, gas | worst case, gas | call, bytes |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for c in contracts:
        cells = [c.count, c.placement, c.runtime_bytes, c.data_bytes, c.deploy_gas, *bounds(c), len(c.call_data)]
        print("| " + " | ".join([c.name] + [f"{x:,}" if isinstance(x, int) else x for x in cells]) + " |")
    calls = sum(c.checks for c in contracts)
    record(directory, "contracts: calls and deployments answered as promised", "pyrevm", calls, calls)
    record(directory, "contracts compiled, and parallel to the parsed Solidity", "vyper", len(contracts), len(contracts))
    nonzero = sum(value != 0 for value in named["Image"].values[10:])
    print(f"\nvyper {vyper.__version__}; the image has {nonzero} pixels that are not black, of 784")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), *sys.argv[2:])
