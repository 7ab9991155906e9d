"""Dialect programs from the corpora: vectors as module-level tables, and a main() that checks them.

Each function gives the source text of one program.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"

MAIN_BLOCK = '\n\nif __name__ == "__main__":\n    raise SystemExit(main())\n'

ENDING = '''
    print(f"{green} green, {red} red")
    return 0 if red == 0 else 1
'''


def table(items: Iterable[str], per_line: int) -> str:
    """Items of a list display, several a line."""
    texts = list(items)
    rows = [", ".join(texts[i:i + per_line]) for i in range(0, len(texts), per_line)]
    return "".join(f"    {row},\n" for row in rows)


# integers

OPERATORS = {"add": "+", "sub": "-", "mul": "*", "floordiv": "//", "mod": "%", "and": "&", "or": "|", "xor": "^",
             "lshift": "<<", "rshift": ">>", "lt": "<", "eq": "=="}
OUTCOMES = {"overflow": "o", "ZeroDivisionError": "z", "absent": "-"}

CHECK = '''

def check_{name}(a: {type}, b: {type}, i: int) -> bool:
    outcome = "v"
    value = 0
    try:
        value = int(a {operator} b)
    except OverflowError:
        outcome = "o"
    except ZeroDivisionError:
        outcome = "z"
    return outcome == OUTCOME_{upper}[i] and (outcome != "v" or value == VALUE_{upper}[i])
'''

CALL = '''\
        if OUTCOME_{upper}[i] != "-":
            if check_{name}(a, b, i):
                green += 1
            else:
                red += 1
                print("RED", a, "{operator}", b)
'''


def integers(kind: str) -> str:
    """Every operator on every pair, for the type `kind` ("int" or "i64").  One result a table line would be long: rows
    are in the corpus's order, `OUTCOME_X[i]` says whether row i gives a value, overflows or divides by zero."""
    rows = json.loads(lzma.decompress((CORPORA / "integers" / "int_boundary_table.json.xz").read_bytes()))["rows"]
    make = "" if kind == "int" else kind
    parts = ['"""Boundary integers: every operator against CPython\'s result."""\n\nfrom typing import Final\n']
    if make:
        parts.append(f"\nfrom rumpk import {make}\n")
    for which, name in ((0, "LEFT"), (1, "RIGHT")):
        parts.append(f"\n{name}: Final[list[int]] = [\n{table((str(row[which]) for row in rows), 8)}]\n")
    for name in OPERATORS:
        results = [row[2].get(name, "absent") for row in rows]
        outcomes = "".join(OUTCOMES.get(str(result), "v") for result in results)
        values = (str(int(result)) if OUTCOMES.get(str(result)) is None else "0" for result in results)
        parts.append(f"OUTCOME_{name.upper()}: Final = (\n{table(chunks(outcomes), 1).replace(',', '')})\n")
        parts.append(f"VALUE_{name.upper()}: Final[list[int]] = [\n{table(values, 8)}]\n")
    for name, operator in OPERATORS.items():
        parts.append(CHECK.format(name=name, upper=name.upper(), operator=operator, type=kind))
    parts.append("\n\ndef main() -> int:\n    green = 0\n    red = 0\n    for i in range(len(LEFT)):\n")
    parts.append(f"        a = {make}(LEFT[i])\n        b = {make}(RIGHT[i])\n")
    for name, operator in OPERATORS.items():
        parts.append(CALL.format(name=name, upper=name.upper(), operator=operator))
    return "".join(parts) + ENDING.lstrip("\n") + MAIN_BLOCK


def chunks(text: str) -> list[str]:
    """A long string as adjacent literals."""
    return [f'"{text[i:i + 100]}"' for i in range(0, len(text), 100)]


# hashes

def cavp(name: str) -> list[tuple[str, str]]:
    """(message, digest) of a NIST response file, both in hexadecimal."""
    vectors: list[tuple[str, str]] = []
    length, message = 0, ""
    for line in (CORPORA / "sha2" / name).read_text(encoding="ascii").splitlines():
        key, _, value = line.partition(" = ")
        if key == "Len":
            length = int(value) // 8
        elif key == "Msg":
            message = value[:2 * length]            # an empty message is written as 00
        elif key == "MD":
            vectors.append((message, value))
    return vectors


def sha2(function: str, file: str) -> str:
    """All short messages of one hash function."""
    vectors = cavp(file)
    rows = table((f'("{message}",\n     "{digest}")' for message, digest in vectors), 1)
    return f'''"""{file}: every vector."""

from typing import Final

from lib.sha2 import {function}

VECTORS: Final[list[tuple[str, str]]] = [
{rows}]


def main() -> int:
    green = 0
    red = 0
    for message, digest in VECTORS:
        computed = {function}(bytes.fromhex(message)).hex()
        if computed == digest:
            green += 1
        else:
            red += 1
            print("RED", message, computed)
{ENDING.lstrip(chr(10))}{MAIN_BLOCK}'''


def siphash() -> str:
    """All reference vectors of SipHash-2-4."""
    data = json.loads((CORPORA / "siphash" / "reference_vectors.json").read_text(encoding="utf-8"))
    short = table((f'"{value}"' for value in data["vectors_sip64"]), 5)
    long = table((f'"{value}"' for value in data["vectors_sip128"]), 3)
    return f'''"""SipHash-2-4: message i is the bytes 00..i-1."""

from typing import Final

from lib.siphash import le_bytes, siphash24, siphash24_128

KEY: Final = bytes.fromhex("{data["key"]}")
SHORT: Final[list[str]] = [
{short}]
LONG: Final[list[str]] = [
{long}]


def main() -> int:
    green = 0
    red = 0
    for i in range(len(SHORT)):
        message = bytes(range(i))
        first, second = siphash24_128(KEY, message)
        for computed, expected in [(le_bytes(siphash24(KEY, message)).hex(), SHORT[i]),
                                   ((le_bytes(first) + le_bytes(second)).hex(), LONG[i])]:
            if computed == expected:
                green += 1
            else:
                red += 1
                print("RED", i, computed, expected)
{ENDING.lstrip(chr(10))}{MAIN_BLOCK}'''


def blake2() -> str:
    """All known answers of BLAKE2b and BLAKE2s without a key. Each message is the beginning of the longest one."""
    data = json.loads((CORPORA / "blake2" / "blake2_unkeyed_kat.json").read_text(encoding="utf-8"))
    longest = max((row["in"] for row in data), key=len)
    assert all(longest.startswith(row["in"]) and not row["key"] for row in data)
    rows = table((f'("{row["hash"]}", {len(row["in"]) // 2},\n     "{row["out"]}")' for row in data), 1)
    message = "\n".join(f"    {chunk}" for chunk in chunks(longest))
    return f'''"""blake2_unkeyed_kat.json: every vector, as the name of the hash, the length of the message and the digest."""

from typing import Final

from lib.blake2 import Blake2b, Blake2s

LONGEST: Final = bytes.fromhex(
{message}
)
VECTORS: Final[list[tuple[str, int, str]]] = [
{rows}]


def computed(name: str, message: bytes) -> str:
    if name == "blake2b":
        long = Blake2b()
        long.update(message)
        return long.digest().hex()
    short = Blake2s()
    short.update(message)
    return short.digest().hex()


def main() -> int:
    green = 0
    red = 0
    for name, length, digest in VECTORS:
        if computed(name, LONGEST[:length]) == digest:
            green += 1
        else:
            red += 1
            print("RED", name, length)
{ENDING.lstrip(chr(10))}{MAIN_BLOCK}'''


# kdl

def kdl() -> str:
    """The cases of the KDL 2.0 suite. An input with an expected text prints as it, byte for byte, and what is printed
    prints as itself; one without is refused, with a place inside of it."""
    folder = CORPORA / "kdl-v2"
    rows = []
    for case in sorted((folder / "input").iterdir()):
        wanted = folder / "expected" / case.name
        printed = wanted.read_bytes().decode() if wanted.exists() else None
        rows.append(f"({case.stem!r}, {case.read_bytes().decode()!r},\n     {printed!r})")
    return f'''"""KDL 2.0: every case of the suite."""

from typing import Final

from lib.kdl.cursor import KdlError
from lib.kdl.printer import to_text
from lib.kdl.reader import parse

CASES: Final[list[tuple[str, str, str | None]]] = [
{table(rows, 1)}]


def main() -> int:
    green = 0
    red = 0
    for name, text, wanted in CASES:
        good = False
        try:
            printed = to_text(parse(text), True)
            good = printed == wanted and to_text(parse(printed), True) == printed
        except KdlError as error:
            lines = text.count("\\n") + text.count("\\r") + 1
            good = wanted is None and 1 <= error.line <= lines and 1 <= error.column <= len(text) + 1
        if good:
            green += 1
        else:
            red += 1
            print("RED", name)
{ENDING.lstrip(chr(10))}{MAIN_BLOCK}'''


PROGRAMS = {
    "kdl": kdl,
    "integers_int": lambda: integers("int"),
    "integers_i64": lambda: integers("i64"),
    "siphash": siphash,
    "blake2": blake2,
    "sha512": lambda: sha2("sha512", "SHA512ShortMsg.rsp"),
    "sha256": lambda: sha2("sha256", "SHA256ShortMsg.rsp"),
}
