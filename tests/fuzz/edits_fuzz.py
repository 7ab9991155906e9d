"""Random edits of programs: what a build makes of an edit from the build before is what a build from nothing makes of it.

    python -m tests.fuzz.edits_fuzz --seed 91 --seconds 3600            # a campaign
    python -m tests.fuzz.edits_fuzz --seed 91 --programs exit_uncaught  # programs of tests/run whose names begin so

Each program is built once, and what was kept of that build serves many edits of it. An edit that the quick way refuses is
counted, with its reason, and dropped: it is built from nothing anyway. The image and the warnings of every other are
compared, byte for byte. An edit that differs is written down, with its program, below `--found`.
"""

from __future__ import annotations

import argparse
import ast
import math
import os
import pickle
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rumpkc.build import Attempt, build_image, image_manifest, output_path
from rumpkc.compilation import Options, open_project
from rumpkc.diagnostics import CompileError
from rumpkc.edits.closed import NotAlone
from rumpkc.source import SourceMap

ROOT = Path(__file__).resolve().parent.parent.parent
EDITS = 12                              # of one program, from one build that was kept
OPERATORS = ("+", "-", "*", "//", "%", "<", "<=", "==", "!=", ">")


# Edits

def edited(text: str, rng: random.Random) -> str:
    """`text` with one to three random edits, nearly all inside of functions; it need not be a program any more."""
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        try:
            text = rng.choice(WAYS)(text, rng)
        except (SyntaxError, IndexError, ValueError):
            pass
    return text


def _functions(text: str) -> list[ast.FunctionDef]:
    return [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]


def _statements(text: str, rng: random.Random) -> list[ast.stmt]:
    function = rng.choice(_functions(text))
    return [n for n in ast.walk(function) if isinstance(n, ast.stmt) and n is not function]


def _lines(text: str, node: ast.stmt) -> tuple[int, int]:
    """The lines of a statement, from 0, the end exclusive."""
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
    return first - 1, node.end_lineno or first


def _replaced(text: str, node: ast.expr, by: str) -> str:
    lines = text.split("\n")
    if node.lineno != node.end_lineno:
        raise ValueError
    line = lines[node.lineno - 1].encode()
    lines[node.lineno - 1] = (line[:node.col_offset] + by.encode() + line[node.end_col_offset:]).decode()
    return "\n".join(lines)


def _expressions(text: str, rng: random.Random) -> list[ast.expr]:
    function = rng.choice(_functions(text))
    return [n for s in function.body for n in ast.walk(s) if isinstance(n, ast.expr) and n.lineno == n.end_lineno]


def constant(text: str, rng: random.Random) -> str:
    """Another constant."""
    node = rng.choice([n for n in _expressions(text, rng) if isinstance(n, ast.Constant)])
    if isinstance(node.value, bool) or node.value is None:
        return _replaced(text, node, rng.choice(("True", "False", "None")))
    if isinstance(node.value, int):
        return _replaced(text, node, str(node.value + rng.choice((-1, 1, 7, 1000))))
    if isinstance(node.value, float):
        return _replaced(text, node, repr(node.value + rng.choice((0.5, 1.0))))
    return _replaced(text, node, rng.choice(('"new"', '"other text"', '""', repr(node.value))))


def operator(text: str, rng: random.Random) -> str:
    """Another operator."""
    node = rng.choice([n for n in _expressions(text, rng) if isinstance(n, (ast.BinOp, ast.Compare))])
    left = node.left
    right = node.right if isinstance(node, ast.BinOp) else node.comparators[0]
    a, b = (ast.get_source_segment(text, side) or "0" for side in (left, right))
    return _replaced(text, node, f"({a} {rng.choice(OPERATORS)} {b})")


def expression(text: str, rng: random.Random) -> str:
    """An expression of the same function in the place of another."""
    found = _expressions(text, rng)
    return _replaced(text, rng.choice(found), f"({ast.get_source_segment(text, rng.choice(found))})")


def delete(text: str, rng: random.Random) -> str:
    first, end = _lines(text, rng.choice(_statements(text, rng)))
    lines = text.split("\n")
    indent = lines[first][:len(lines[first]) - len(lines[first].lstrip())]
    return "\n".join([*lines[:first], f"{indent}pass", *lines[end:]])


def repeat(text: str, rng: random.Random) -> str:
    """A statement twice, or one of another place."""
    first, end = _lines(text, rng.choice(_statements(text, rng)))
    lines = text.split("\n")
    at = end
    if rng.random() < 0.5:
        at = _lines(text, rng.choice(_statements(text, rng)))[0]
    source = lines[first:end]
    here = len(lines[at - (at == end)]) - len(lines[at - (at == end)].lstrip())
    was = len(source[0]) - len(source[0].lstrip())
    moved = [" " * here + line[was:] if line.strip() else line for line in source]
    return "\n".join([*lines[:at], *moved, *lines[at:]])


def insert(text: str, rng: random.Random) -> str:
    """A new line: a comment, an empty one, a small statement."""
    first, _ = _lines(text, rng.choice(_statements(text, rng)))
    lines = text.split("\n")
    indent = lines[first][:len(lines[first]) - len(lines[first].lstrip())]
    names = sorted({n.id for f in _functions(text) for n in ast.walk(f) if isinstance(n, ast.Name)})
    some = rng.choice(names)
    new = rng.choice((f"{indent}# a remark", "", f'{indent}print("here", 1)', f"{indent}print({some})", f"{indent}{some}",
                      f"{indent}count_ = 1", f"{indent}assert {some} == {some}", f'{indent}text_ = f"<{{{some}}}>"',
                      f"{indent}pair_ = ({some}, 2)", f"{indent}if {some}:\n{indent}    pass",
                      f"{indent}items_ = [{some}]", f"{indent}for index_ in range(3):\n{indent}    print(index_)",
                      f"{indent}again_ = lambda: {some}", f"{indent}{some}()",
                      f"{indent}def inner_() -> int:\n{indent}    return 1"))
    return "\n".join([*lines[:first], new, *lines[first:]])


def anywhere(text: str, rng: random.Random) -> str:
    """A change of some line, also outside of functions."""
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    change = rng.choice(("line", "gone", "twice", "comment"))
    if change == "gone":
        return "\n".join(lines[:at] + lines[at + 1:])
    if change == "twice":
        return "\n".join([*lines[:at], lines[at], *lines[at:]])
    if change == "comment":
        return "\n".join([*lines[:at], lines[at] + "  # so", *lines[at + 1:]])
    return "\n".join([*lines[:at], "", *lines[at:]])


WAYS: tuple[Callable[[str, random.Random], str], ...] = (
    constant, constant, constant, operator, operator, expression, expression, delete, repeat, insert, insert, insert,
    anywhere)


# Builds

@dataclass(slots=True)
class Campaign:
    """What was compared so far."""

    folder: Path
    target: str
    found: Path
    edits: int = 0
    same: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    troubles: int = 0
    enough: float = math.inf

    @property
    def is_done(self) -> bool:
        return self.same + self.troubles >= self.enough

    def some(self, seed: int, seconds: float, prefixes: tuple[str, ...] = (), compared: float = math.inf) -> None:
        """Edit programs for some time, or until so many edits were compared."""
        rng, end, paths = random.Random(seed), time.monotonic() + seconds, sources(prefixes)
        self.enough = compared
        while time.monotonic() < end and not self.is_done:
            if not prefixes and rng.random() < 0.2:
                files, name = tree_of_modules(), "tree"
            else:
                path = rng.choice(paths)
                files, name = {"main.py": path.read_text()}, path.stem
            self.run(files, name, rng, end)

    def run(self, files: dict[str, str], name: str, rng: random.Random, seconds_end: float) -> None:
        """Edit the program `name`, whose files are given by their paths; `main.py` is one of them."""
        kept, fresh = self.folder / "kept", self.folder / "fresh"
        for place in (kept, fresh):
            shutil.rmtree(place, ignore_errors=True)
            write(place, files)
        if apart(lambda: whole(kept, self.target))[0] != "built":
            self.reasons["the program is refused"] += 1
            return
        for _ in range(EDITS):
            if time.monotonic() > seconds_end or self.is_done:
                return
            path = rng.choice(sorted(files))
            text = edited(files[path], rng)
            if text != files[path]:
                self.edit(files | {path: text}, name, kept, fresh)
                if self.edits % 200 == 0:
                    print(f"{self.edits} edits, {self.same} quick and the same, {self.troubles} differ", flush=True)

    def edit(self, files: dict[str, str], name: str, kept: Path, fresh: Path) -> None:
        self.edits += 1
        write(kept, files)
        quick = apart(lambda: quickly(kept, self.target))
        if quick[0] == "refused":
            self.reasons[str(quick[1])] += 1
            return
        write(fresh, files)
        forget(fresh, kept)
        anew = apart(lambda: whole(fresh, self.target))
        if quick == anew:
            self.same += 1
            return
        self.troubles += 1
        place = self.found / f"{name}_{self.edits}"
        write(place, files)
        (place / "trouble.txt").write_text(f"{quick[0]} {str(quick[1:])[:20000]}\n\n{anew[0]} {str(anew[1:])[:20000]}\n")
        print(f"DIFFERS: {place}", flush=True)


def forget(folder: Path, other: Path) -> None:
    """Let a project be one that was never built; it shares with `other` what is kept by content."""
    shutil.rmtree(folder / "build", ignore_errors=True)
    (folder / "build" / "cache").mkdir(parents=True)
    for shared in ("objects", "trees"):
        (folder / "build" / "cache" / shared).symlink_to(other / "build" / "cache" / shared)


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.is_file() or place.read_text() != text:
            place.write_text(text)
    (folder / "toolchain.toml").write_text('[image]\nname = "edited"\napp = "main.py"\n')


def apart(work: Callable[[], Any]) -> tuple[Any, ...]:
    """What `work` gives in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        try:
            answer = pickle.dumps(work())
        except BaseException:
            answer = pickle.dumps(("broken", traceback.format_exc()))
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(answer)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        content = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(content) if content else ("ended", "")  # noqa: S301


def whole(folder: Path, target: str) -> tuple[Any, ...]:
    """A build as a user gives it."""
    os.chdir(folder)
    try:
        output, warnings = build_image(folder / "main.py", options(target), open_project(folder, SourceMap()), SourceMap())
    except CompileError as error:
        return "error", [(d.code, d.message, tuple(d.span)) for d in error.diagnostics]
    return "built", output.read_bytes(), [(d.code, d.message, tuple(d.span)) for d in warnings]


def quickly(folder: Path, target: str) -> tuple[Any, ...]:
    """The quick way alone: "refused" with the reason where it is not one for this edit."""
    os.chdir(folder)
    path, project = folder / "main.py", open_project(folder, SourceMap())
    output = output_path(path, options(target), project)
    attempt = Attempt(path, options(target), project, SourceMap(), image_manifest(path, output, options(target), project))
    try:
        c = attempt.make()
    except NotAlone as reason:
        return "refused", re.sub("`[^`]*`", "`…`", str(reason))
    except CompileError as error:
        return "refused", f"an error: {error.diagnostics[0].code}"
    assert c.image is not None
    return "built", c.image.elf_bytes, [(d.code, d.message, tuple(d.span)) for d in c.diagnostics.in_order()]


def options(target: str) -> Options:
    return Options(target=target, opt_level=1)


# Programs

def sources(prefixes: tuple[str, ...]) -> list[Path]:
    """The programs of tests/run, and the apps of one file."""
    found = sorted([*(ROOT / "tests" / "run").glob("*.py"), *(ROOT / "apps").glob("*.py")])
    return [path for path in found if not prefixes or path.stem.startswith(prefixes)]


def tree_of_modules() -> dict[str, str]:
    """A program of several modules."""
    from tests.bench.waiting import write_tree

    with tempfile.TemporaryDirectory() as folder:
        write_tree(Path(folder) / "tree", 1_500)
        base = Path(folder) / "tree"
        return {str(path.relative_to(base)): path.read_text() for path in base.rglob("*.py")}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=91)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--target", default="riscv64")
    parser.add_argument("--programs", nargs="*", default=[])
    parser.add_argument("--found", type=Path, default=ROOT / "build" / "edits_fuzz")
    args = parser.parse_args()
    print(f"seed {args.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        campaign = Campaign(Path(folder), args.target, args.found)
        campaign.some(args.seed, args.seconds, tuple(args.programs))
    quick = campaign.same + campaign.troubles
    print(f"{campaign.edits} edits, {quick} of them quick: {campaign.same} the same, {campaign.troubles} differ")
    for reason, count in campaign.reasons.most_common():
        print(f"  {count:5} {reason}")
    return 1 if campaign.troubles else 0


if __name__ == "__main__":
    sys.exit(main())
