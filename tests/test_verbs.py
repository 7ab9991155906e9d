"""Verbs that build several images: too slow for `-m quick`."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from test_cli import RUMPKC, VERBS, rumpkc

from rumpkc.arguments import EXAMPLES

PAYLOAD = "payload: counted 4 words\nanswer: ['be 2', 'not 1', 'or 1', 'to 2']\nRAISED ['ValueError', 'no words']\n"


def test_profile_and_trace(tmp_path: Path) -> None:
    """Exact counts, the same in every run; calls and returns of a recursive function."""
    (tmp_path / "app.py").write_text("def fib(n: int) -> int:\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n\n\n"
                                     "def main() -> int:\n    print(fib(int(input())))\n    return 3\n")
    def run(verb: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*RUMPKC, verb, "app.py"], capture_output=True, text=True, timeout=120, cwd=tmp_path,
                              check=False, input="9\n")
    done, again = run("profile"), run("trace")
    assert (done.returncode, done.stdout, again.returncode, again.stdout) == (3, "34\n", 3, "34\n"), done.stderr
    assert re.search(r"^ +[\d,]+ +[\d.]+ +[\d.]+  app\.fib$", done.stderr, re.MULTILINE)
    build = tmp_path / "build"
    assert (build / "app-riscv64.profile.svg").read_text().startswith("<svg ")
    folded = (build / "app-riscv64.profile.folded").read_text()
    depths = [line.split(" ")[0].split(";").count("app.fib") for line in folded.splitlines()]
    assert max(depths) == 9
    calls = [line.split() for line in (build / "app-riscv64.trace").read_text().splitlines()]
    assert sum(name == "app.fib" for _, name in calls) == 109         # calls of fib(9)


def test_symbolize(tmp_path: Path) -> None:
    """Addresses of a log, and of a panic while it runs."""
    (tmp_path / "toolchain.toml").write_text('[unsafe]\nallow = ["app"]\n')
    (tmp_path / "app.py").write_text("from rumpk import Ptr, prim, u8\n\n\ndef main() -> None:\n"
                                     "    print(prim.ptr_load(prim.int_ptr(Ptr[u8], 8)))\n")
    done = rumpkc("run", "app.py", cwd=tmp_path)
    assert re.search(r"^pc  (\w{16}).*\n +\w{8}  main at app\.py:5$", done.stderr, re.MULTILINE), done.stderr
    log = re.sub(r"\n {6}.*", "", done.stderr)
    (tmp_path / "panic.log").write_text(log)
    after = rumpkc("symbolize", "build/app-riscv64.elf", "panic.log", cwd=tmp_path)
    assert "  main at app.py:5\n" in after.stdout
    assert rumpkc("symbolize", "app.py", "panic.log", cwd=tmp_path).stdout == after.stdout
    assert "error[E0722]" in rumpkc("symbolize", "panic.log", "panic.log", cwd=tmp_path).stderr


def test_examples_of_the_help(tmp_path: Path) -> None:
    """Each example, word by word, in a project that has the files it names."""
    assert set(EXAMPLES) == set(VERBS)
    (tmp_path / "toolchain.toml").write_text("")
    (tmp_path / "apps").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "apps" / "hello.py").write_text('"""Says hello."""\n\n\ndef main() -> None:\n    print("hello")\n')
    (tmp_path / "tests" / "greeting.py").write_text("def main() -> None:\n    print(input())\n")
    (tmp_path / "tests" / "greeting.stdin").write_text("good day\n")
    (tmp_path / "tests" / "greeting.expected").write_text("good day\n")
    (tmp_path / "panic.log").write_text("pc  0000000080000000\n")
    statuses = {"gdb": 1 if shutil.which("gdb-multiarch") is None else 0, "doctor": rumpkc("doctor").returncode}
    for verb, commands in EXAMPLES.items():
        for command in commands:
            done = rumpkc(*shlex.split(command)[1:], cwd=tmp_path)
            assert done.returncode == statuses.get(verb, 0), f"{command}\n{done.stdout}{done.stderr}"
    assert (tmp_path / "blinker" / ".vscode" / "launch.json").exists()


@pytest.mark.parametrize("template, said, status", [
    ("app", "Hello, light!\n", 0), ("driver", "the machine ends here\n", 7), ("payload", PAYLOAD, 0)])
def test_new(tmp_path: Path, template: str, said: str, status: int) -> None:
    """From nothing to a booted program, whose tests pass; then a second time it refuses."""
    assert rumpkc("new", "light", "--template", template, cwd=tmp_path).returncode == 0
    project = tmp_path / "light"
    run = rumpkc("run", "-W", "error", cwd=project)
    assert (run.stdout, run.returncode) == (said, status), run.stderr
    tests = rumpkc("test", cwd=project)
    assert tests.returncode == 0 and "1 of 1 programs as expected" in tests.stdout and re.search(r"[12] passed", tests.stdout)
    assert rumpkc("fmt", "--check", cwd=project).returncode == 0
    json.loads((project / ".vscode" / "launch.json").read_text())
    assert "E0703" in rumpkc("new", "light", cwd=tmp_path).stderr
    if template == "payload":
        tells_domains_apart(project)


def tells_domains_apart(project: Path) -> None:
    """`size`, `symbolize` and `profile` know the code of workers as such."""
    from rumpkc.tools.places import Places

    places = Places(project / "build" / "light-riscv64.elf")
    (project / "log").write_text(f"pc {places.addresses['user:counting.count'] + 8:016x} ra {places.entry:016x}\n")
    said = rumpkc("symbolize", "main.py", "log", cwd=project).stdout
    assert re.search(r"  user:\S+ at counting\.py:\d+\n +\w{8}  _start", said), said
    assert re.search(r"^user:counting +[1-9]\d* ", rumpkc("size", cwd=project).stdout, re.MULTILINE)
    assert rumpkc("profile", cwd=project).returncode == 0
    assert "user:counting." in (project / "build" / "light-riscv64.profile.folded").read_text()
