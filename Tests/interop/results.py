#!/usr/bin/env python3
"""The table of second implementations: what was checked, with what, how many cases, and how many agree.

    results.py DIRECTORY        prints the table of what the checks have recorded; fails unless all of it agrees

Checks append lines to DIRECTORY/results.jsonl, with `record` here and in InteroperabilityTests.swift.
"""

import importlib.metadata
import json
import pathlib
import sys

# What must have been checked. A check that is left out is a failure too.
EXPECTED = {
    "onnxruntime": 2, "groth16py": 6, "py_ecc": 4, "py-arkworks-bls12381": 3, "pymcl": 2, "pyrevm": 1, "vyper": 1,
    "trapdoor.py over py_ecc": 1, "trapdoor.py over py-arkworks-bls12381": 1,
}


def record(directory: pathlib.Path, what: str, implementation: str, cases: int, agreeing: int) -> None:
    """Adds a line to the table."""
    line = {"what": what, "with": implementation, "cases": cases, "agreeing": agreeing}
    with open(directory / "results.jsonl", "a") as file:
        file.write(json.dumps(line) + "\n")


def version(implementation: str) -> str:
    """Returns the version of the package that an implementation is, or is built on."""
    package = implementation.split()[-1]
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def main(directory: pathlib.Path) -> None:
    rows = [json.loads(line) for line in (directory / "results.jsonl").read_text().splitlines()]
    cells = [("what", "with", "version", "cases", "agreeing")] + [
        (row["what"], row["with"], version(row["with"]), str(row["cases"]), str(row["agreeing"])) for row in rows
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(5)]
    for index, row in enumerate(cells):
        print("  ".join(
            cell.rjust(width) if column > 2 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths))).rstrip())
        if index == 0:
            print("  ".join("-" * width for width in widths))
    wrong = [row["what"] for row in rows if row["cases"] == 0 or row["agreeing"] != row["cases"]]
    for implementation, count in EXPECTED.items():
        found = sum(row["with"] == implementation for row in rows)
        if found < count:
            wrong.append(f"{implementation}: {found} checks of {count}")
    total = sum(row["cases"] for row in rows)
    if wrong:
        sys.exit("FAIL  " + "; ".join(wrong))
    print(f"\n{total} cases, all agreeing")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
