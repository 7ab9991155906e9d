"""`grep` beside GNU grep, which every Debian has: random patterns in random lines with random options give the same lines and the same status."""

import os
import random
import subprocess
from pathlib import Path

import pytest
from test_listings import Shown

from npl.nipbox.command import Entry
from npl.nipbox.commands import grep
from npl.nipbox.commands.table import TABLE
from npl.nipbox.dispatch import run_entry
from npl.nipbox.io import TEXT
from npl.nipbox.regex import BadExpression, Regex

SEED = 20261129
LETTERS = "abB_ 0é"


def said(words: list[str], folder: Path) -> tuple[int, str]:
    io = Shown("grep", b"", TEXT)
    io.directory = str(folder)
    status = run_entry(Entry(grep.COMMAND, grep.run), words, [], io, TABLE)
    return status, io.got.decode() + io.said


def gnu(words: list[str], folder: Path) -> tuple[int, str]:
    run = subprocess.run(["grep", *words], cwd=folder, capture_output=True, env=os.environ | {"LC_ALL": "C.UTF-8"}, check=False)
    return run.returncode, run.stdout.decode()


def random_pattern(rng: random.Random, extended: bool, depth: int = 0) -> str:
    """An expression in which everything that the two call the same occurs."""
    mark = "" if extended else "\\"

    def atom() -> str:
        roll = rng.random()
        if roll < 0.45:
            return rng.choice(LETTERS)
        if roll < 0.55:
            return "."
        if roll < 0.7:
            inside = "".join(rng.choice(["a-b", "_", "B", "[:alpha:]", "[:digit:]", "[:upper:]", "é", "[:space:]"]) for _ in range(rng.randint(1, 2)))
            return f"[{rng.choice(['', '', '^'])}{inside}]"
        if roll < 0.8:
            looks = ["\\b", "\\<", "\\>", "\\B"] if depth == 0 else []     # glibc misses matches with these in groups
            return rng.choice(["\\w", "\\W", "\\s", "\\.", *looks])
        if depth < 2 and roll < 0.95:
            return f"{mark}({random_pattern(rng, extended, depth + 1)}{mark})"
        return rng.choice(LETTERS)

    def piece() -> str:
        text = atom()
        if text[0] == "\\" and len(text) == 2 and text[1] in "bB<>":
            return text                 # what is repeated of these, GNU does not say
        return text + rng.choice(["", "", "", "*", f"{mark}+", f"{mark}?", f"{mark}{{1,2{mark}}}", f"{mark}{{2{mark}}}", f"{mark}{{,1{mark}}}"])

    branches = ["".join(piece() for _ in range(rng.randint(1, 3))) for _ in range(rng.choice([1, 1, 2]))]
    text = f"{mark}|".join(branches)
    return ("^" if depth == 0 and rng.random() < 0.15 else "") + text + ("$" if depth == 0 and rng.random() < 0.15 else "")


@pytest.mark.slow
def test_random_patterns_find_what_gnu_grep_finds(tmp_path: Path) -> None:
    print("seed", SEED)
    rng = random.Random(SEED)
    for _ in range(400):
        lines = ["".join(rng.choice(LETTERS) for _ in range(rng.randint(0, 8))) for _ in range(rng.randint(1, 8))]
        (tmp_path / "f").write_text("".join(line + "\n" for line in lines))
        extended = rng.random() < 0.6
        pattern = random_pattern(rng, extended)
        options = [o for o in ("-i", "-v", "-x", "-n", "-o", "-c") if rng.random() < 0.2]
        if rng.random() < 0.15 and "-o" not in options and not Regex(pattern, extended).is_in(""):
            options.append("-w")        # whether nothing is a word, the two do not agree upon
        options += rng.choice([[], [], ["-m", "1"], *([] if "-o" in options else [["-A", "1"], ["-B", "2"], ["-C", "1"]])])
        words = [*(["-E"] if extended else []), *options, "-e", pattern, "f"]
        assert said(words, tmp_path) == gnu(words, tmp_path), (words, lines)


@pytest.mark.parametrize(("pattern", "extended", "why"), [
    ("a(b", True, "character 4: `(` without `)`"), ("a)b", True, "`)` without `(`"), ("a\\(b", False, "`(` without `)`"), ("[ab", True, "`[` without `]`"),
    ("x\\", True, "a backslash at the end"), ("(a)\\1", True, "back references are not available"), ("a{3,2}", True, "the second number is the smaller one"),
    ("[[:alfa:]]", True, "a class is one of alpha digit"), ("[b-a]", True, "the range `b-a` is the wrong way round"), ("\\d+", True, "`\\d` means nothing, `[0-9]` is a digit"),
    ("((a{1,100}){1,100}){1,100}", True, "the expression is too large"), ("(" * 60 + "a" + ")" * 60, True, "too many groups"), ("a\\{x", False, "`\\{` wants"),
    ("[[=a=]]", True, "only classes"), ("a{99999}", True, "the expression is too large"),
])
def test_what_is_no_expression_is_refused_with_its_place(pattern: str, extended: bool, why: str) -> None:
    with pytest.raises(BadExpression) as info:
        Regex(pattern, extended)
    assert why in str(info.value)


def test_a_bad_expression_is_status_two(tmp_path: Path) -> None:
    assert said(["-E", "a(b", "f"], tmp_path) == (2, "grep: `a(b`, character 4: `(` without `)`\n")


def test_no_expression_is_slow() -> None:
    """What takes exponential time where alternatives are tried one after the other."""
    assert not Regex("(a*)*b", True).is_in("a" * 2_000)
    assert Regex("(a|a)*(a|a)*(a|a)*$", True).is_in("a" * 2_000)
