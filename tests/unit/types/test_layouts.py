"""Sizes and offsets of random records are those that a C compiler gives the same struct."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from qemu import ROOT

SCALARS = {"u8": "uint8_t", "i8": "int8_t", "u16": "uint16_t", "i16": "int16_t", "u32": "uint32_t", "i32": "int32_t",
           "u64": "uint64_t", "int": "int64_t", "float": "double", "f32": "float", "bool": "_Bool", "be16": "uint16_t",
           "be32": "uint32_t", "le64": "uint64_t"}
COUNT = 40


def records(seed: int) -> list[tuple[str, bool, list[tuple[str, str]]]]:
    """(name, packed, fields); a record may hold earlier ones and byte arrays."""
    rng = random.Random(seed)
    made: list[tuple[str, bool, list[tuple[str, str]]]] = []
    for number in range(COUNT):
        fields: list[tuple[str, str]] = []
        for index in range(rng.randint(1, 8)):
            kind = rng.choice([*SCALARS, "array", "record"])
            if kind == "array":
                kind = f"Array[u8, {rng.randint(1, 9)}]"
            elif kind == "record":
                kind = rng.choice(made)[0] if made else "u8"
            fields.append((f"f{index}", kind))
        made.append((f"R{number}", rng.random() < 0.4, fields))
    return made


def dialect(made: list[tuple[str, bool, list[tuple[str, str]]]]) -> str:
    names = ", ".join(sorted(name for name in SCALARS if name not in ("int", "float", "bool")))
    parts = [f"from rumpk import Array, layout, offsetof, packed, sizeof, {names}\n"]
    prints: list[str] = []
    for name, is_packed, fields in made:
        body = "".join(f"    {field}: {kind}\n" for field, kind in fields)
        parts.append(("@packed" if is_packed else '@layout("C")') + f"\nclass {name}:\n{body}\n")
        offsets = ", ".join(f'offsetof({name}, "{field}")' for field, _ in fields)
        prints.append(f'    print("{name}", sizeof({name}), {offsets})\n')
    return "\n".join(parts) + "\ndef main() -> None:\n" + "".join(prints)


def c_program(made: list[tuple[str, bool, list[tuple[str, str]]]]) -> str:
    parts = ["#include <stddef.h>\n#include <stdint.h>\n#include <stdio.h>\n"]
    prints: list[str] = []
    for name, is_packed, fields in made:
        body = ""
        for field, kind in fields:
            if kind.startswith("Array"):
                body += f"  uint8_t {field}[{kind[10:-1]}];\n"
            else:
                body += f"  {SCALARS.get(kind) or 'struct ' + kind} {field};\n"
        attribute = " __attribute__((packed))" if is_packed else ""
        parts.append(f"struct{attribute} {name} {{\n{body}}};\n")
        offsets = ", ".join(f"offsetof(struct {name}, {field})" for field, _ in fields)
        form = " ".join(["%zu"] * (len(fields) + 1))
        prints.append(f'  printf("{name} {form}\\n", sizeof(struct {name}), {offsets});\n')
    return "".join(parts) + "int main(void) {\n" + "".join(prints) + "}\n"


def test_random_records(tmp_path: Path) -> None:
    compiler = shutil.which("clang") or shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler is installed")
    made = records(7)
    (tmp_path / "app.py").write_text(dialect(made))
    (tmp_path / "app.c").write_text(c_program(made))
    subprocess.run([compiler, "app.c", "-o", "app"], cwd=tmp_path, check=True, timeout=60)
    wanted = subprocess.run([tmp_path / "app"], capture_output=True, text=True, check=True, timeout=60).stdout
    done = subprocess.run([sys.executable, "-m", "rumpkc.cli", "run", "-t", "host", "app.py"], capture_output=True,
                          text=True, cwd=tmp_path, timeout=120,
                          env={"PYTHONPATH": str(ROOT / "compiler"), "PATH": "/usr/bin"})
    assert done.stdout == wanted, done.stderr
