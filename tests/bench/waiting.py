"""How long one waits for a build: the table of times and memory, on a generated tree.

    python tests/bench/waiting.py [--lines 20000] [--folder build/bench/waiting] [--only ROW,…] [--json FILE]

The tree has modules of about 200 lines (classes, containers, text, loops, exceptions), each of which imports three earlier
ones; `main` reaches all of it. Every row is a whole command, as a user gives it. The figures belong to the machine at hand.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
RUMPKC = [sys.executable, "-m", "rumpkc.cli"]
MODULE_LINES = 200
UNITS = 5                               # of a module: each is a class with what uses it
LIMITS = {"nothing changed": 0.3, "dev one body changed": 1.5, "dev from nothing": 12.0, "release from nothing": 30.0}
Cost = tuple[float, float, float]       # seconds of the whole command, seconds of processors, largest memory in MiB
MEMORY_LIMIT_MIB, GROWTH_LIMIT = 400, 1.15

HEAD = '''"""Generated module {m}."""
from __future__ import annotations

from dataclasses import dataclass
{imports}

LIMIT_{m} = {limit}


'''
UNIT = '''@dataclass
class Item{m}_{u}:
    name: str
    weight: int
    tags: list[str]

    def heavier(self, other: "Item{m}_{u}") -> bool:
        return self.weight * {k} > other.weight + {u}

    def label(self, width: int) -> str:
        text = f"{{self.name}}:{{self.weight}}"
        return text.rjust(width) if len(text) < width else text[:width]


def build_{m}_{u}(count: int) -> list[Item{m}_{u}]:
    items: list[Item{m}_{u}] = []
    for i in range(count):
        tags = ["odd" if i % 2 else "even"]
        if i % {k} == 0:
            tags.append("round")
        items.append(Item{m}_{u}(f"n{{i}}", i * {k} % 17, tags))
    return items


def total_{m}_{u}(items: list[Item{m}_{u}], limit: int) -> int:
    seen: dict[str, int] = {{}}
    for item in items:
        for tag in item.tags:
            seen[tag] = seen.get(tag, 0) + item.weight
        if item.weight > limit and item.heavier(items[0]):
            break
    return sum(seen.values()) + len(seen) * {k}


def work_{m}_{u}(rounds: int) -> int:
    result = {base}
    for i in range(rounds):
        items = build_{m}_{u}(i + 3)
        try:
            result += total_{m}_{u}(items, LIMIT_{m} // (i + 1))
            result ^= len(items[i].label(8))
        except IndexError:
            result -= 1
    return result{calls}


'''


def module_text(number: int) -> str:
    """One module of the tree."""
    earlier = sorted({number - 1, number // 2, number - 7} & set(range(number)))
    imports = "\n".join(f"from big.m{e} import work_{e}_0" for e in earlier)
    out = [HEAD.format(m=number, imports=imports, limit=100 + number)]
    for unit in range(UNITS):
        calls = "".join(f" + work_{e}_0(1)" for e in earlier[:1]) if unit == UNITS - 1 and number % 9 else ""
        out.append(UNIT.format(m=number, u=unit, k=unit + 2, base=number * 10 + unit, calls=calls))
    return "".join(out).rstrip() + "\n"


def write_tree(folder: Path, lines: int) -> int:
    """Write a tree of about `lines` lines; the number of lines that it has."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "big").mkdir(parents=True)
    (folder / "toolchain.toml").write_text('[image]\nname = "waiting"\napp = "main.py"\n')
    written = number = 0
    while written < lines:
        text = module_text(number)
        (folder / "big" / f"m{number}.py").write_text(text)
        written += text.count("\n")
        number += 1
    imports = "".join(f"from big.m{n} import {', '.join(f'work_{n}_{u}' for u in range(UNITS))}\n" for n in range(number))
    sums = "".join(f"    total += {' + '.join(f'work_{n}_{u}(2)' for u in range(UNITS))}\n" for n in range(number))
    (folder / "main.py").write_text(f"{imports}\n\ndef main() -> None:\n    total = 0\n{sums}    print(total)\n")
    return written + number * 2 + 5


def timed(folder: Path, *arguments: str) -> Cost:
    """What a whole command in `folder` costs."""
    messages = folder / "messages.txt"          # warnings, of which the tree has hundreds
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with messages.open("w") as file:
        start = time.perf_counter()
        done = subprocess.Popen([*RUMPKC, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=file,
                                env=environment)
        _, status, usage = os.wait4(done.pid, 0)
    if status:
        raise SystemExit(f"rumpkc {' '.join(arguments)} failed in {folder}:\n{messages.read_text()[-2000:]}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def change_a_body(folder: Path) -> None:
    """One function of one module gets another constant."""
    path = folder / "big" / "m5.py"
    text = path.read_text()
    at = text.index("result -= ") + len("result -= ")
    path.write_text(f"{text[:at]}{int(text[at:].split()[0]) + 1}{text[text.index(chr(10), at):]}")


def profile_options(profile):
    return ["--profile", profile]


def from_nothing(folder: Path, profile: str) -> Cost:
    shutil.rmtree(folder / "build", ignore_errors=True)
    return timed(folder, "build", *profile_options(profile))


def rows(folder: Path) -> dict[str, Callable[[], Cost]]:
    """The rows, in the order in which they are to be measured."""
    def changed() -> Cost:
        change_a_body(folder)
        return timed(folder, "build", *profile_options("dev"))

    return {"release from nothing": lambda: from_nothing(folder, "release"),
            "dev from nothing": lambda: from_nothing(folder, "dev"),
            "nothing changed": lambda: timed(folder, "build", *profile_options("dev")),
            "dev one body changed": changed}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "bench" / "waiting")
    parser.add_argument("--only", default="")
    parser.add_argument("--growth", action="store_true", help="also compare 5,000 and 40,000 lines (minutes)")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    figures: dict[str, float] = {}
    print(f"{write_tree(args.folder, args.lines)} lines in {args.folder}")
    for name, measure in rows(args.folder).items():
        if not args.only or name in args.only.split(","):
            seconds, work, mib = measure()
            figures[name], figures[f"{name}, CPU"], figures[f"{name}, MiB"] = round(seconds, 2), round(work, 2), round(mib)
            print(f"{name:<22} {seconds:7.2f} s (at most {LIMITS[name]:4.1f}), {work:6.2f} s of CPU, {mib:4.0f} MiB "
                  f"(at most {MEMORY_LIMIT_MIB})", flush=True)
    if args.growth:
        small, large = (per_line(args.folder, lines) for lines in (5_000, 40_000))
        figures["growth"] = round(large / small, 3)
        print(f"a line of 40,000 costs {large / small:.2f} times what one of 5,000 does (at most {GROWTH_LIMIT})")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=1))
    return 0


def per_line(folder: Path, lines: int) -> float:
    written = write_tree(folder, lines)
    return from_nothing(folder, "dev")[1] / written


if __name__ == "__main__":
    sys.exit(main())
