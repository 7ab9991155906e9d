"""`cp`, `mv`, `rm`, `write` on a folder of the host: a file is the old one or the new one, whatever goes wrong between."""

import os
from pathlib import Path

import pytest
from test_listings import command

from npl.nipbox import copying
from npl.nipbox.io import TEXT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "d" / "e").mkdir(parents=True)
    for name in ("f", "d/g", "d/e/h"):
        (tmp_path / name).write_text(name * 1000)
    return tmp_path


def said(line: str, folder: Path, given: bytes = b"") -> tuple[int, str]:
    io = command(line, TEXT, str(folder), given)
    return io.status, io.said


def tree(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() if path.is_file() else "" for path in sorted(folder.rglob("*"))}


@pytest.mark.parametrize("name", ["new", "f"])
def test_what_fails_leaves_what_there_was(folder: Path, name: str) -> None:
    before = tree(folder)

    def fill(descriptor: int) -> None:
        os.write(descriptor, b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        copying.replace(str(folder / name), fill)
    assert tree(folder) == before


def test_the_new_one_comes_in_one_step(folder: Path) -> None:
    seen: list[dict[str, str]] = []
    (folder / ".part0").write_text("somebody's")
    os.chmod(folder / "f", 0o640)

    def fill(descriptor: int) -> None:
        seen.append(tree(folder))
        os.write(descriptor, b"new")

    copying.replace(str(folder / "f"), fill)
    assert seen[0]["f"] == "f" * 1000 and seen[0][".part1"] == "", "beside what has the name already"
    assert (folder / "f").read_text() == "new" and (folder / ".part0").read_text() == "somebody's" and not (folder / ".part1").exists()
    assert (folder / "f").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("line", "status", "message", "there"), [
    ("cp f new", 0, "", {"new": "f" * 1000}), ("cp f d", 0, "", {"d/f": "f" * 1000}), ("cp f d/g", 0, "", {"d/g": "f" * 1000}), ("cp -n f d/g", 0, "", {"d/g": "d/g" * 1000}),
    ("cp -R d new", 0, "", {"new/e/h": "d/e/h" * 1000}), ("cp -r d/e f d", 1, "cp: d/e: a folder cannot be copied into itself\n", {"d/f": "f" * 1000}),
    ("cp d new", 1, "cp: d: Is a directory; -r copies all that is in it\n", {}), ("cp f f", 1, "cp: f: that is the same file\n", {}),
    ("cp -r d d/e/x", 1, "cp: d: a folder cannot be copied into itself\n", {}), ("cp f none/x", 1, "cp: none/x: No such file or directory\n", {}),
    ("cp none d", 1, "cp: none: No such file or directory\n", {}), ("cp f none d/g", 1, "cp: d/g: Not a directory\n", {}),
    ("mv f new", 0, "", {"new": "f" * 1000}), ("mv -n f d/g", 0, "", {"f": "f" * 1000}), ("mv d f", 1, "mv: d: Not a directory\n", {"d/g": "d/g" * 1000}),
    ("rm d", 1, "rm: d: Is a directory; -r removes all that is in it\n", {"d/g": "d/g" * 1000}), ("rm none f", 1, "rm: none: No such file or directory\n", {}),
    ("write -a f x y", 0, "", {"f": "f" * 1000 + "x y\n"}), ("write d x", 1, "write: d: Is a directory\n", {}),
])
def test_commands(folder: Path, line: str, status: int, message: str, there: dict[str, str]) -> None:
    assert said(line, folder) == (status, message)
    after = tree(folder)
    assert {name: after[name] for name in there} == there and not any(".part" in name for name in after)


def test_folders_go_with_all_below(folder: Path) -> None:
    assert said("rm -rf d none", folder) == (0, "") and tree(folder) == {"f": "f" * 1000}
    assert said("rm -r /", folder) == (1, "rm: /: the root stays\n")


def test_from_one_file_system_to_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = os.rename

    def other(source: str, target: str) -> None:
        if ".part" not in source:
            raise OSError(18, "Invalid cross-device link")
        rename(source, target)

    monkeypatch.setattr(os, "rename", other)
    assert said("mv d new", folder) == (0, "")
    assert tree(folder) == {"f": "f" * 1000, "new": "", "new/e": "", "new/e/h": "d/e/h" * 1000, "new/g": "d/g" * 1000}


def test_the_input_becomes_a_file(folder: Path) -> None:
    assert said("write new", folder, b"a\nb") == (0, "") and (folder / "new").read_bytes() == b"a\nb"
