"""Options of every day beside the GNU commands, which every Debian has: the same bytes, the same status."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from test_listings import Shown

from npl.nipbox.commands.table import TABLE
from npl.nipbox.dispatch import find, run_entry
from npl.nipbox.io import TEXT

FILES = {"empty": b"", "newline": b"\n", "open": b"a\nb\nc", "three": b"a\nb\nc\n", "odd": b"\xff\xfe\r\nz",
         "long": b"".join(b"line %d\n" % i for i in range(3000))}
TREE = {"f": b"one\n", "empty": b"", "d/f": b"two\n", "d/e/g": b"three\n", "it's": b"x"}


def put(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        os.utime(folder / name, ns=(1_600_000_000_000_000_001, 1_500_000_000_000_000_002))


def ours(words: list[str], folder: Path, given: bytes) -> tuple[int, bytes, str]:
    io = Shown(words[0], given, TEXT)
    io.directory = str(folder)
    entry = find(TABLE, words[0])
    assert entry is not None
    return run_entry(entry, words[1:], [], io, TABLE), bytes(io.got), io.said


def gnu(words: list[str], folder: Path, given: bytes) -> tuple[int, bytes, str]:
    run = subprocess.run(words, cwd=folder, input=given, capture_output=True, env=os.environ | {"LC_ALL": "C.UTF-8"}, check=False)
    return run.returncode, run.stdout, run.stderr.decode()


@pytest.mark.parametrize("command", ["head", "tail"])
@pytest.mark.parametrize("option", ["-n", "-c", "--lines", "--bytes"])
def test_ends_of_files(command: str, option: str, tmp_path: Path) -> None:
    put(tmp_path, FILES)
    for count in ("0", "1", "2", "10", "5000", "-1", "-2", "-2990", "+0", "+1", "+3", "+2990"):
        for files in ([], *([name] for name in FILES), ["open", "three"], ["-", "odd", "none"]):
            words = [command, option, count, *files]
            if (command, count[0]) == ("head", "+") or count == "0" and len(files) > 1:
                continue                # GNU's tail of 0 lines looks at no file, not even for its name
            assert ours(words, tmp_path, b"p\nq\nr")[:2] == gnu(words, tmp_path, b"p\nq\nr")[:2], words


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("line", "given"), [
    ("cp -v f g", b""), ("cp -v f d", b""), ("cp -nv f d", b""), ("cp -iv f d/f", b"n\n"), ("cp -iv f d/f", b"yes\n"), ("cp -i f d/f", b""), ("cp -p f g", b""),
    ("cp -pv f d/f", b""), ("cp -a d n", b""), ("cp -v it's plain", b""), ("cp -v empty f d", b""), ("cp -iv empty f d", b"y\n"),
    ("mv -v f g", b""), ("mv -v f d", b""), ("mv -nv f d", b""), ("mv -iv f d", b"n\n"), ("mv -iv f d", b"Y\n"), ("mv -v it's f d", b""), ("mv -v d n", b""),
    ("rm -v f", b""), ("rm -iv f", b"n\n"), ("rm -iv f empty", b"y\nn\n"), ("rm -ri d/e", b"y\ny\nn\n"), ("rm -rfv f none", b""), ("rm -rfi f", b"y\n"), ("rm -v it's", b""),
])
def test_what_is_there_already(line: str, given: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What is asked for and told, and what becomes of the files and their times."""
    for name in ("ours", "gnu"):
        (tmp_path / name).mkdir()
        put(tmp_path / name, TREE)
    status, out, said = gnu(line.split(), tmp_path / "gnu", given)
    if "-rfi" in line:
        return                          # which of the two counts is the last one's affair there
    mine = ours(line.split(), tmp_path / "ours", given)
    assert mine[:2] == (status, out)
    assert capfd.readouterr().err + mine[2] == said
    mine_left, left = tree(tmp_path / "ours"), tree(tmp_path / "gnu")
    assert {name: data for name, (data, _) in mine_left.items()} == {name: data for name, (data, _) in left.items()}
    if "-p" in line or "-a" in line:
        assert mine_left == left


def test_verbose_trees(tmp_path: Path) -> None:
    """Ours go by the names' order."""
    put(tmp_path, TREE)
    assert ours(["cp", "-rv", "d", "n"], tmp_path, b"")[1] == b"'d' -> 'n'\n'd/e' -> 'n/e'\n'd/e/g' -> 'n/e/g'\n'd/f' -> 'n/f'\n"
    lines = ours(["rm", "-rv", "n"], tmp_path, b"")[1].decode().splitlines()
    assert sorted(lines) == ["removed 'n/e/g'", "removed 'n/f'", "removed directory 'n'", "removed directory 'n/e'"] and lines[-1] == "removed directory 'n'"
    assert not (tmp_path / "n").exists()


@pytest.mark.parametrize("words", ["rm -r .", "rm -rf d/..", "mv f f", "rm -r d/."])
def test_what_nobody_means(words: str, tmp_path: Path) -> None:
    put(tmp_path, TREE)
    before = tree(tmp_path)
    assert ours(words.split(), tmp_path, b"")[0] == 1 == gnu(words.split(), tmp_path, b"")[0]
    assert tree(tmp_path) == before


@pytest.mark.parametrize("condition", [
    "", "x", "-n x", "-n ''", "-z x", "-z ''", "-e f", "-e none", "-e d", "-f f", "-f d", "-d d", "-d f", "-d none", "-s f", "-s empty", "a = a", "a = b", "a == a", "a != a",
    "a != b", "3 -lt 20", "20 -lt 3", "3 -le 3", "-4 -gt -5", "7 -ge 8", "5 -eq 05", "5 -ne 5", "! x", "! -f none", "! ! -f none", "! a = b", "f -nt young", "f -ot young",
    "none -ot f", "f -nt none", "a -lt 3", "-q x", "a -q b", "a b", "!", "-f", "= = =",
])
def test_conditions(condition: str, tmp_path: Path) -> None:
    put(tmp_path, TREE)
    (tmp_path / "young").write_text("y")
    words = [word.replace("''", "") for word in condition.split()]
    wanted = gnu(["test", *words], tmp_path, b"")[0]
    assert ours(["test", *words], tmp_path, b"")[0] == wanted == ours(["[", *words, "]"], tmp_path, b"")[0]
    assert ours(["[", *words, "x"], tmp_path, b"")[0] == 2


def test_touch(tmp_path: Path) -> None:
    put(tmp_path, {"old": b"x"})
    before = (tmp_path / "old").stat()
    assert ours(["touch", "old", "new", "d"], tmp_path, b"")[0] == 0
    assert (tmp_path / "old").stat().st_mtime_ns > before.st_mtime_ns and (tmp_path / "old").read_bytes() == b"x"
    assert ours(["touch", "-c", "none"], tmp_path, b"") == (0, b"", "") and not (tmp_path / "none").exists()
    assert ours(["touch", "none/x"], tmp_path, b"") == (1, b"", "touch: none/x: No such file or directory\n")


def test_several_patterns(tmp_path: Path) -> None:
    put(tmp_path, {"t": b"one\ntwo\nthree one\nfour\n"})
    for words in ("-e one -e two t", "-n -e ^t -e r$ t", "-c -e o -e r t", "-o -e o -e one t", "-v -e one -e two t", "-oE -e (o|e)+ -e thr t", "-xF -e two -e on t", "-w -e on -e four t"):
        assert ours(["grep", *words.split()], tmp_path, b"")[:2] == gnu(["grep", *words.split()], tmp_path, b"")[:2], words
    assert ours(["grep", "one\nfour", "t"], tmp_path, b"")[1] == b"one\nthree one\nfour\n" == gnu(["grep", "one\nfour", "t"], tmp_path, b"")[1]


def test_counted_nodes() -> None:
    given = b"b\na\nb\nb\nc\na\n"
    assert ours(["uniq", "-c"], Path("/"), given)[1] == b"line b count=3\nline a count=2\nline c count=1\n"
    assert ours(["uniq", "-d"], Path("/"), given)[1] == b"line b\nline a\n" and ours(["uniq", "-u"], Path("/"), given)[1] == b"line c\n"
    assert ours(["uniq"], Path("/"), given)[1] == b"line b\nline a\nline c\n"


def test_numbers_and_marks_of_files(tmp_path: Path) -> None:
    put(tmp_path, {"run": b"", "plain": b"", "d/x": b""})
    (tmp_path / "run").chmod(0o755)
    numbers = {name: (tmp_path / name).stat().st_ino for name in ("d", "plain", "run")}
    width = max(len(str(number)) for number in numbers.values())
    assert ours(["ls", "-iF"], tmp_path, b"")[1].decode() == "".join(
        f"{numbers[name]:>{width}} {name}{mark}\n" for name, mark in (("d", "/"), ("plain", ""), ("run", "*")))
    assert f" number={numbers['plain']} " in ours(["ls", "-il"], tmp_path, b"")[1].decode().splitlines()[1]
