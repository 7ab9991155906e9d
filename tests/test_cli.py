"""The small verbs, and what the passes show."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from qemu import ROOT

from rumpkc import cli, progress

RUMPKC = [sys.executable, "-m", "rumpkc.cli"]
VERBS = tuple(cli.VERBS)


def rumpkc(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RUMPKC, *arguments], capture_output=True, text=True, timeout=120, cwd=cwd, check=False,
                          stdin=subprocess.DEVNULL, env={**os.environ, **environment})


def test_help_lists_every_verb() -> None:
    done = rumpkc("--help")
    assert done.returncode == 0
    assert all(re.search(rf"^  {verb} ", done.stdout, re.MULTILINE) for verb in VERBS)
    assert rumpkc().returncode == 2


@pytest.mark.parametrize("verb", VERBS)
def test_help_of_a_verb(verb: str) -> None:
    done = rumpkc(verb, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("examples:\n  rumpkc ") and f"\nusage: rumpkc {verb}" in done.stdout


def test_version() -> None:
    assert re.fullmatch(r"rumpkc \d+\.\d+\.\d+\n", rumpkc("--version").stdout)


def test_explain() -> None:
    for spelling in ("E0304", "e0304", "304"):
        assert rumpkc("explain", spelling).stdout.startswith("# E0304: ")


def test_doctor_names_what_is_missing(tmp_path: Path) -> None:
    done = rumpkc("doctor", PATH=str(tmp_path))
    assert done.returncode == 1
    assert re.search(r"^MISSING +qemu-system-riscv64 ", done.stdout, re.MULTILINE)
    assert re.search(r"^ok +llvmlite +0\.50\.0 ", done.stdout, re.MULTILINE)
    command = done.stdout.splitlines()[-1]
    assert "apt-get install -y qemu-system-misc qemu-system-arm gdb-multiarch" in command


def test_build_prints_the_image(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("def main() -> None:\n    print(1)\n")
    done = rumpkc("build", "app.py", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "build/app-riscv64.elf\n"), done.stderr
    assert (tmp_path / "build" / "app-riscv64.elf").read_bytes()[:4] == b"\x7fELF"
    assert "kmain" in (tmp_path / "build" / "app-riscv64.map").read_text()


@pytest.mark.slow
def test_clean_leaves_what_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "toolchain.toml").write_text("")
    (tmp_path / "app.py").write_text("def main() -> None:\n    print(1)\n")
    assert rumpkc("build", "app.py", cwd=tmp_path).returncode == 0
    (tmp_path / "build" / "notes.txt").write_text("mine")
    assert rumpkc("clean", cwd=tmp_path).returncode == 0
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["notes.txt"]
    (tmp_path / "build" / "notes.txt").unlink()
    assert rumpkc("clean", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "build").exists()


def test_size() -> None:
    done = rumpkc("size", "apps/hello.py")
    assert done.returncode == 0, done.stderr
    text, rodata, data, bss, total = map(int, done.stdout.splitlines()[1].split()[1:])
    assert text + rodata + data + bss == total
    assert text > 1000
    assert re.search(r"^lib\.core\.", done.stdout, re.MULTILINE)
    assert re.search(r"^ +\d+  text +\S", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("name, wanted", [
    ("parse", "FunctionDef"), ("load", "apps.hello"), ("typecheck", "main"), ("emit", "define"), ("link", "_start")])
def test_dump(name: str, wanted: str) -> None:
    done = rumpkc("build", "apps/hello.py", "--dump", name, "--stop-after", name, "-o", f"build/tests/dumped-{name}.elf")
    assert done.returncode == 0, done.stderr
    assert wanted in done.stdout


def test_stop_after_makes_no_image(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("def main() -> None:\n    print(1)\n")
    assert rumpkc("build", "app.py", "--stop-after", "emit", cwd=tmp_path).returncode == 0
    assert not list((tmp_path / "build").glob("*.elf"))


def test_verbose_build_prints_commands_that_work() -> None:
    done = rumpkc("build", "apps/hello.py", "-t", "riscv64", "-v")
    lines = done.stderr.splitlines()
    dumps = [line for line in lines if " --dump " in line]
    assert lines[-1].startswith("qemu-system-riscv64 ") and lines[-1].endswith("-kernel build/hello-riscv64.elf")
    assert dumps[0] == "rumpkc build apps/hello.py -t riscv64 --dump parse --stop-after parse"
    pasted = rumpkc(*dumps[1].split()[1:])
    assert pasted.returncode == 0 and "kernel.main " in pasted.stdout


def test_progress_is_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE_S", 0.02)
    monkeypatch.setattr(progress, "LONG_S", 0.03)
    screen = io.StringIO()
    watched = progress.Progress(screen)
    with watched.watched():
        with watched.step("short"):
            pass
        with watched.step("long"):
            time.sleep(0.1)
    assert [name for name, _ in watched.times] == ["short", "long"]
    lines = screen.getvalue().split("\n")
    assert " …" in lines[0] and lines[0].split(progress.CLEAR)[-1].startswith("long ")       # counted on, then stays
    assert lines[1:] == [progress.CLEAR] and "short" not in screen.getvalue()
    assert progress.watcher() is None                           # under pytest nobody watches
    assert rumpkc("build", "apps/hello.py", "--no-cache").stderr == ""


def test_time_passes() -> None:
    done = rumpkc("check", "apps/hello.py", "--time-passes")
    assert [line.split()[0] for line in done.stderr.splitlines()] == [
        "parse", "load", "validate", "typecheck", "assembly", "comptime", "place", "effects", "warn",
        "total", "again:"]
    assert done.stderr.endswith("again: rumpkc check apps/hello.py --no-cache --time-passes\n")


def test_effects(tmp_path: Path) -> None:
    """Each function with what it may do, and the way to where that happens."""
    (tmp_path / "app.py").write_text("def half(x: float) -> float:\n    return x / 2.0 if x > 0.0 else x\n\n\n"
                                     "def words(n: int) -> list[str]:\n    return [str(i) for i in range(n)]\n\n\n"
                                     "def main() -> None:\n    print(words(3), half(1.0), input())\n")
    done = rumpkc("effects", "app.py", "-v", cwd=tmp_path)
    lines = {line.split()[1]: line.split()[2:] for line in done.stdout.splitlines() if not line.startswith(" ")}
    assert lines["half"] == ["-"] or lines["half"] == ["raise"]
    assert lines["words"][0] == "alloc" and "block" not in lines["words"]
    assert lines["main"] == ["alloc", "raise", "block"], done.stderr
    assert "    alloc   main -> words    app.py:6: `words` allocates here\n" in done.stdout
    assert "            app.py:10: `main` calls `words`\n" in done.stdout
    assert "unsafe" in rumpkc("effects", "hal/dev/plic.py").stdout


def test_messages_as_json(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import math\n\n\ndef main() -> None:\n    level: int = 'x'\n    print(lvel)\n")
    done = rumpkc("check", "app.py", "--json", cwd=tmp_path)
    first, second = map(json.loads, done.stderr.splitlines())
    assert done.returncode == 1 and [first["code"], second["code"]] == ["E0303", "E0201"]
    assert [first[key] for key in ("severity", "file", "line", "column", "end_line", "end_column")] == [
        "error", "app.py", 5, 18, 5, 21]
    assert second["help"] == "did you mean `level`?"
    wrong = rumpkc("check", "--json", "--no-cahce", "app.py", cwd=tmp_path)
    assert json.loads(wrong.stderr)["code"] == "E0717"


def test_colour(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("def main() -> None:\n    print(x)\n")
    assert "\x1b[" in rumpkc("check", "app.py", "--color", "always", cwd=tmp_path).stderr
    assert "\x1b[" not in rumpkc("check", "app.py", cwd=tmp_path).stderr


@pytest.mark.slow
def test_warnings(tmp_path: Path) -> None:
    """Shown again by a build that the cache answers; errors by `-W` and by toolchain.toml; gone with `-W off`."""
    (tmp_path / "app.py").write_text("import math\n\n\ndef main() -> None:\n    print(1)\n")
    for _ in range(2):
        done = rumpkc("check", "app.py", cwd=tmp_path)
        assert done.returncode == 0 and "warning[W0201]" in done.stderr and "import math" in done.stderr
    assert rumpkc("check", "app.py", "-W", "off", cwd=tmp_path).stderr == ""
    assert rumpkc("check", "app.py", "-W", "error", cwd=tmp_path).returncode == 1
    (tmp_path / "toolchain.toml").write_text('[warnings]\nerror = ["unused-import"]\n')
    assert "error[W0201]" in rumpkc("check", "app.py", cwd=tmp_path).stderr
    assert rumpkc("check", "app.py", "-W", "no-unused-import", cwd=tmp_path).returncode == 0


@pytest.mark.slow
def test_test_says_what_differs(tmp_path: Path) -> None:
    (tmp_path / "toolchain.toml").write_text("")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "one.py").write_text("def main() -> int:\n    print(1)\n    return 4\n")
    (tmp_path / "tests" / "one.expected").write_text("2\n")
    done = rumpkc("test", "-t", "host", cwd=tmp_path)
    assert done.returncode == 1 and "FAILED one.py" in done.stdout and "-2\n  +1" in done.stdout
    assert "exit status 4" in done.stdout and "0 of 1 programs" in done.stdout
    assert rumpkc("test", "nothing", cwd=tmp_path).returncode == 1


def test_config() -> None:
    assert re.search(r'^image.target += "riscv64" +# .*/toolchain.toml:\d+$', rumpkc("config").stdout, re.MULTILINE)
    why = rumpkc("config", "--why", "warnings.default").stdout
    assert "  from      the default\n" in why and "one of on, off, error" in why
    assert "did you mean `image.target`?" in rumpkc("config", "--why", "image.traget").stderr


def test_every_setting_is_explained() -> None:
    from rumpkc.names.config import KEYS
    from rumpkc.tools.config import ABOUT

    assert list(ABOUT) == [f"{table}.{key}" for table, keys in KEYS.items() for key in keys]


@pytest.mark.parametrize("words, wanted", [
    (["rumpkc", "bu"], ["build"]), (["rumpkc", "run", "-t", "ri"], ["riscv64"]),
    (["rumpkc", "run", "--no-d"], ["--no-debug"]), (["rumpkc", "completion", "fi"], ["fish"]),
    (["rumpkc", "check", "-W", "no-unr"], ["no-unreachable"])])
def test_completion_in_bash(words: list[str], wanted: list[str]) -> None:
    script = rumpkc("completion", "bash").stdout
    ask = f"COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _rumpkc; echo ${{COMPREPLY[@]}}"
    done = subprocess.run(["bash", "-c", f"{script}\n{ask}"], capture_output=True, text=True, check=True)
    assert done.stdout.split() == wanted


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion_in_other_shells(shell: str) -> None:
    script = rumpkc("completion", shell).stdout
    assert all(verb in script for verb in VERBS)
    if shutil.which(shell) is not None:
        subprocess.run([shell, "-n"], input=script, text=True, check=True)


@pytest.mark.slow
def test_size_difference(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("def main() -> None:\n    print(1)\n")
    (tmp_path / "two.py").write_text("def main() -> None:\n    for i in range(9):\n        print(i * 7, [i])\n")
    assert rumpkc("build", "one.py", cwd=tmp_path).returncode == 0
    done = rumpkc("size", "two.py", "--diff", "build/one-riscv64.elf", "--html", cwd=tmp_path)
    assert re.search(r"^difference +\+\d+ ", done.stdout, re.MULTILINE) and "  (new)\n" in done.stdout, done.stderr
    page = (tmp_path / "build" / "two-riscv64.size.html").read_text()
    assert 'class="s"' in page and 'title="lib.core.' in page
    assert "no symbol has another size" in rumpkc("size", "one.py", "--diff", "build/one-riscv64.elf", cwd=tmp_path).stdout
