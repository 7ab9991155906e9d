"""`[image] shell` and `commands`: what an app's image holds of the shell, seen in the image and at its prompt."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import qemu
from elftools.elf.elffile import ELFFile
from qemu import BOARDS, Guest

APP = '''"""Counts, then falls."""


def main() -> int:
    for number in range(2):
        print("round", number)
    names: list[str] = []
    return len(names[0])
'''
PROMPT = b"nexus:# "
SETTINGS = '[image]\nname = "app"\napp = "apps/counter.py"\n'
TIMEOUT = 60


def rumpkc(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "rumpkc.cli", *arguments], cwd=root, capture_output=True, text=True, check=False)


def project(root: Path, image: str) -> Path:
    """A project with one app."""
    (root / "apps").mkdir(parents=True)
    (root / "apps" / "counter.py").write_text(APP)
    (root / "toolchain.toml").write_text(SETTINGS + image)
    return root


def commands_in(image: Path) -> set[str]:
    """The modules of the shell's commands that have a symbol in an image."""
    with image.open("rb") as file:
        symbols = ELFFile(file).get_section_by_name(".symtab")
        found = [re.search(r"npl\.nipbox\.commands\.(\w+)", symbol.name) for symbol in symbols.iter_symbols()]
    return {match[1] for match in found if match} - {"table"}


@pytest.mark.parametrize("machine", BOARDS)
@pytest.mark.board
def test_the_app_and_a_prompt(tmp_path: Path, machine: str) -> None:
    """The app falls alone; the prompt is there, `help` names what was chosen, and the code is the shell's."""
    project(tmp_path, 'shell = true\ncommands = ["echo", "exit", "to-kdl"]\n')
    done = rumpkc(tmp_path, "build", "-t", machine)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"build/app-{machine}.elf\n", ""), done.stderr
    image = tmp_path / "build" / f"app-{machine}.elf"
    assert commands_in(image) == {"echo", "exit", "help", "to_kdl"}
    assert b"list the names in folders" not in image.read_bytes() and b"print the words" in image.read_bytes()
    board = qemu.board(machine).qemu
    assert board is not None
    with Guest(board.command(str(image)), TIMEOUT, framed=False) as guest:
        at = guest.wait_for(b"IndexError")
        for line in (b"help", b"ls", b"exit 7"):
            guest.send(line + b"\r")
            at = guest.wait_for(line, at)
        code = guest.wait()
    screen = guest.program.decode()
    assert code == 7, screen
    assert screen.index("round 0") < screen.index("round 1") < screen.index('File "apps/counter.py", line 8, in main') < screen.index("IndexError")
    assert re.findall(r"^(\w[\w-]*) +(?:list|print|leave|write|nodes|KDL)", screen, re.MULTILINE)[:2] == ["help", "echo"], screen
    assert "nipbox: ls: no such command" in screen


def test_without_it_nothing_of_the_shell_is_there(tmp_path: Path) -> None:
    """The default, and `--no-shell` against the file."""
    project(tmp_path, "shell = true\n")
    image = tmp_path / "build" / "app-riscv64.elf"
    assert rumpkc(tmp_path, "build", "--no-shell", "-t", "riscv64").returncode == 0
    assert b"nipbox" not in image.read_bytes()
    (tmp_path / "toolchain.toml").write_text(SETTINGS)
    assert rumpkc(tmp_path, "build", "-t", "riscv64").returncode == 0
    assert b"nipbox" not in image.read_bytes()


def test_a_command_that_there_is_not(tmp_path: Path) -> None:
    done = rumpkc(project(tmp_path, 'shell = true\ncommands = ["ls", "ecko"]\n'), "build")
    assert done.returncode == 1
    assert "error[E0712]: the shell has no command `ecko`" in done.stderr
    assert "--> toolchain.toml:5:1" in done.stderr and "did you mean `echo`?" in done.stderr
    assert not (tmp_path / "build" / "app-riscv64.elf").exists()


def test_a_name_that_no_module_can_have(tmp_path: Path) -> None:
    project(tmp_path, "shell = true\n")
    (tmp_path / "apps" / "a-b.py").write_text(APP)
    done = rumpkc(tmp_path, "build", "apps/a-b.py", "-t", "riscv64")
    assert done.returncode == 1 and "E0712" in done.stderr and "--no-shell" in done.stderr


def test_the_host_has_the_app_alone(tmp_path: Path) -> None:
    """Workers need a board: there the setting means nothing."""
    done = rumpkc(project(tmp_path, "shell = true\n"), "run", "-t", "host")
    assert done.stdout == "round 0\nround 1\n" and done.returncode == 1 and "IndexError" in done.stderr


def test_why(tmp_path: Path) -> None:
    done = rumpkc(project(tmp_path, 'commands = ["ls"]\n'), "config", "--why", "image.commands")
    assert 'image.commands = ["ls"]' in done.stdout and f"{tmp_path / 'toolchain.toml'}:4" in done.stdout
