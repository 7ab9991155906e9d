"""Bad input: one clear error on stderr with the place and what to do, a non-zero exit, no half-written image.

Each test is a project of its own in a temporary folder, and the real command line.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from qemu import ROOT

RUMPKC = [sys.executable, "-m", "rumpkc.cli"]
HELLO = 'def main() -> int:\n    print("hello")\n    return 0\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project with one good app."""
    (tmp_path / "toolchain.toml").write_text('[image]\napp = "app.py"\n')
    (tmp_path / "app.py").write_text(HELLO)
    return tmp_path


def rumpkc(project: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RUMPKC, *arguments], capture_output=True, text=True, timeout=120, cwd=project, check=False,
                          stdin=subprocess.DEVNULL, **more)       # type: ignore[call-overload]


def refused(done: subprocess.CompletedProcess[str], *texts: str, code: int = 1) -> None:
    """The error says all `texts`, nothing went to stdout, and no Python traceback is shown."""
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    for text in texts:
        assert text in done.stderr, done.stderr


def no_image(project: Path) -> None:
    """Nothing that looks like a product, not even a temporary one."""
    left = [path.name for path in (project / "build").rglob("*") if path.is_file() and "cache" not in path.parts]
    assert left == []


@pytest.mark.quick
class TestQuickly:
    """What is found before or while the front end works."""

    def test_missing_file(self, project: Path) -> None:
        refused(rumpkc(project, "build", "ap.py"), "error[E0212]: there is no file ap.py", "did you mean app.py?")

    def test_missing_folder(self, project: Path) -> None:
        refused(rumpkc(project, "build", "apps/app.py"), "there is no file apps/app.py", "there is no folder apps")

    def test_folder_instead_of_a_file(self, project: Path) -> None:
        (project / "folder").mkdir()
        refused(rumpkc(project, "build", "folder"), "error[E0212]: folder is a folder")

    def test_no_regular_file(self, project: Path) -> None:
        """A pipe could be read once only, and /dev/zero has no end."""
        os.mkfifo(project / "pipe.py")
        refused(rumpkc(project, "check", "pipe.py"), "error[E0212]: pipe.py is not a regular file")
        refused(rumpkc(project, "check", "/dev/zero"), "error[E0212]: /dev/zero is not a regular file")

    def test_link_to_nothing(self, project: Path) -> None:
        (project / "link.py").symlink_to("gone.py")
        refused(rumpkc(project, "build", "link.py"), "there is no file link.py", "a link to gone.py, which does not exist")

    def test_name_that_is_no_text(self, project: Path) -> None:
        name = os.fsdecode(b"name\xff.py")
        (project / name).write_text(HELLO)
        refused(rumpkc(project, "check", name), "error[E0212]: the name of name\ufffd.py is not UTF-8")

    def test_output_over_the_source(self, project: Path) -> None:
        (project / "link").symlink_to("app.py")
        for output in ("app.py", "link", str(project / "app.py")):
            refused(rumpkc(project, "build", "--no-cache", "-o", output, "app.py"), "the program is made from that file")
        assert (project / "app.py").read_text() == HELLO

    def test_output_over_its_map(self, project: Path) -> None:
        refused(rumpkc(project, "build", "-o", "x.map"), "error[E0703]: cannot write x.map", "end the image's name with")

    @pytest.mark.parametrize("option, code", [("--target", "E0701"), ("--dump", "E0716"), ("--stop-after", "E0716")])
    def test_empty_option(self, project: Path, option: str, code: str) -> None:
        refused(rumpkc(project, "build", option, ""), f"error[{code}]")

    def test_a_source_line_commands_no_terminal(self, project: Path) -> None:
        (project / "app.py").write_text("def main() -> int:\n    return '\x1b[31m\x07\u202e'\n")
        done = rumpkc(project, "check", "app.py")
        refused(done, "return '\u241b[31m\u2407\ufffd'")
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stderr)

    def test_a_very_long_line_is_shown_in_part(self, project: Path) -> None:
        (project / "app.py").write_text(f"def main() -> int:\n    return {'1 + ' * 200_000}'x'\n")
        done = rumpkc(project, "check", "app.py")
        refused(done, "error[E0109]", "\u2026")
        assert len(done.stderr) < 2000

    def test_huge_integer(self, project: Path) -> None:
        """More digits than CPython would write in decimal."""
        (project / "app.py").write_text(f"def main() -> int:\n    return 0x{'f' * 10_000}\n")
        refused(rumpkc(project, "check", "app.py"), "error[E0304]: 0xffffff", "does not fit int")
        (project / "app.py").write_text("X = 1 << 20_000\n\n\ndef main() -> int:\n    return X\n")
        refused(rumpkc(project, "check", "app.py"), "error[E0494]: `X` is 0x100000", "does not fit int")

    def test_not_utf8(self, project: Path) -> None:
        (project / "app.py").write_bytes(b"def main() -> int:\n    print('\xe9')\n")
        refused(rumpkc(project, "build", "app.py"), "error[E0113]: byte 0xe9 is not utf-8", "app.py:2:", "save the file as UTF-8")

    def test_syntax_error(self, project: Path) -> None:
        (project / "app.py").write_text("def main() -> int:\n    return (1 +\n")
        refused(rumpkc(project, "build"), "error[E01", "--> app.py:")
        no_image(project)

    def test_import_cycle(self, project: Path) -> None:
        (project / "app.py").write_text("import a\n" + HELLO)
        (project / "a.py").write_text("import b\n")
        (project / "b.py").write_text("import a\n")
        refused(rumpkc(project, "check", "app.py"), "error[E0211]", "a -> b -> a", "--> a.py:1:8", "b.py:1:8")

    def test_missing_module(self, project: Path) -> None:
        (project / "app.py").write_text("import helpr\n" + HELLO)
        (project / "helper.py").write_text("x = 1\n")
        refused(rumpkc(project, "check", "app.py"), "error[E0214]: there is no module `helpr`", "--> app.py:1:8",
                "did you mean `helper`?")

    def test_wrong_key(self, project: Path) -> None:
        (project / "toolchain.toml").write_text('[image]\nap = "app.py"\n')
        refused(rumpkc(project, "build"), "error[E0710]: there is no key `ap` in [image]", "toolchain.toml:2:1",
                "did you mean `app`?")

    def test_no_toml(self, project: Path) -> None:
        (project / "toolchain.toml").write_text("[image\n")
        refused(rumpkc(project, "build"), "error[E0713]", "toolchain.toml:1:")

    def test_no_default_app(self, project: Path) -> None:
        (project / "toolchain.toml").write_text("")
        refused(rumpkc(project, "build"), "error[E0715]", "rumpkc build apps/hello.py")

    def test_wrong_verb(self, project: Path) -> None:
        refused(rumpkc(project, "biuld"), "error[E0717]: rumpkc has no verb `biuld`", "did you mean `build`?", code=2)

    def test_wrong_option(self, project: Path) -> None:
        refused(rumpkc(project, "build", "--tagret", "host"), "there is no option `--tagret`",
                "did you mean `--target`?", code=2)

    def test_wrong_target(self, project: Path) -> None:
        refused(rumpkc(project, "build", "--target", "arm64"), "error[E0701]: there is no target `arm64`",
                "did you mean `aarch64`?")

    def test_wrong_pass(self, project: Path) -> None:
        refused(rumpkc(project, "check", "--dump", "typechek", "app.py"), "error[E0716]", "did you mean `typecheck`?")

    def test_gdb_on_the_host(self, project: Path) -> None:
        done = rumpkc(project, "gdb", "-t", "host")
        assert done.returncode == 1 and "error[E0721]" in done.stderr

    def test_full_standard_output(self, project: Path) -> None:
        """A message that cannot be written is an error of its own, without a traceback."""
        with open("/dev/full", "w") as full:
            done = subprocess.run([*RUMPKC, "explain", "E0304"], stdout=full, stderr=subprocess.PIPE, text=True,
                                  timeout=60, cwd=project, check=False)
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert "error[E0719]: the operating system refused: No space left on device" in done.stderr

    def test_unknown_code(self, project: Path) -> None:
        refused(rumpkc(project, "explain", "E0399"), "error[E0718]: there is no error code `E0399`", "did you mean")

    def test_output_is_a_folder(self, project: Path) -> None:
        (project / "out").mkdir()
        refused(rumpkc(project, "build", "-o", "out"), "error[E0703]: cannot write out: it is a folder", "--output")

    def test_output_is_a_device(self, project: Path) -> None:
        refused(rumpkc(project, "build", "-o", "/dev/full"), "cannot write /dev/full: it is not a regular file")
        assert not os.path.isfile("/dev/full")

    def test_output_folder_is_a_file(self, project: Path) -> None:
        (project / "build").write_text("")
        refused(rumpkc(project, "build"), "error[E0703]: cannot write")

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_output_folder_is_read_only(self, project: Path) -> None:
        (project / "build").mkdir(mode=0o555)
        refused(rumpkc(project, "build"), "error[E0703]: cannot write", "not writable")

    def test_deep_nesting(self, project: Path) -> None:
        """A hundred thousand levels: refused, whichever part of the compiler meets them first."""
        (project / "app.py").write_text(f"def main() -> int:\n    return {'-' * 100_000}1\n")
        done = rumpkc(project, "check", "app.py")
        assert done.returncode == 1
        assert "error[E0" in done.stderr and "internal" not in done.stderr

    def test_long_expression(self, project: Path) -> None:
        """What CPython takes without a word is no reason to fail: a sum of nine hundred terms."""
        (project / "app.py").write_text(f"def main() -> int:\n    x = 1\n    return {' + '.join(['x'] * 900)}\n")
        done = rumpkc(project, "check", "app.py")
        assert (done.returncode, done.stderr) == (0, "")

    def test_binary_garbage(self, project: Path) -> None:
        (project / "app.py").write_bytes(bytes(range(1, 128)) * 3)
        refused(rumpkc(project, "check", "app.py"), "error[E01", "--> app.py:1:")

    def test_nul_byte(self, project: Path) -> None:
        (project / "app.py").write_bytes(b"x = 1\0\n")
        refused(rumpkc(project, "check", "app.py"), "error[E01")


def test_very_long_name(project: Path) -> None:
    """LLVM shortens long names, also those that then become equal."""
    name = "a" * 100_000
    (project / "app.py").write_text(f"def main() -> int:\n    {name}1 = 1\n    {name}2 = 2\n    return {name}2 * {name}1\n")
    done = rumpkc(project, "run", "-t", "host", "app.py")
    assert (done.returncode, done.stderr) == (2, "")


def test_type_error(project: Path) -> None:
    (project / "app.py").write_text('def main() -> int:\n    x: int = "a"\n    return x\n')
    refused(rumpkc(project, "build"), "error[E03", "--> app.py:2:14")
    no_image(project)


def test_undefined_name(project: Path) -> None:
    (project / "app.py").write_text("def main() -> int:\n    count = 1\n    return conut\n")
    refused(rumpkc(project, "build"), "error[E0201]: `conut` is not defined", "--> app.py:3:12",
            "did you mean `count`?")
    no_image(project)


def test_no_main(project: Path) -> None:
    (project / "app.py").write_text("def start() -> int:\n    return 0\n")
    refused(rumpkc(project, "build"), "error[E0360]: `app.py` has no function `main`", "--> app.py:1:1")
    no_image(project)
    (project / "app.py").write_text("def main(n: int) -> int:\n    return n\n")
    refused(rumpkc(project, "build"), "error[E0360]: `main` takes nothing")


def test_module_body_raises(project: Path) -> None:
    (project / "app.py").write_text("def f(n: int) -> int:\n    return 10 // n\n\n\nX = f(0)\n\n\n"
                                    "def main() -> int:\n    return X\n")
    refused(rumpkc(project, "build"), "error[E0490]", "ZeroDivisionError", "--> app.py:2:")
    no_image(project)


def test_image_too_large(project: Path) -> None:
    (project / "app.py").write_text((ROOT / "tests" / "programs" / "too_large.py").read_text())
    refused(rumpkc(project, "build"), "error[E0604]", "too large for the memory")
    no_image(project)


def test_full_disk(project: Path) -> None:
    """The output cannot be written to the end: the old image stays, no part of a new one appears."""
    image = project / "build" / "rumpk-riscv64.elf"
    image.parent.mkdir()
    image.write_bytes(b"the old image")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = rumpkc(project, "build", preexec_fn=limit)
    refused(done, "error[E0703]: cannot write", "rumpk-riscv64.elf", "File too large")
    assert image.read_bytes() == b"the old image"
    assert [path.name for path in image.parent.iterdir() if path.is_file()] == [image.name]


def test_two_builds_at_once(project: Path) -> None:
    """Both end well, and the image is whole."""
    builds = [subprocess.Popen([*RUMPKC, "build", "--no-cache"], cwd=project, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True) for _ in range(2)]
    results = [build.communicate(timeout=120) for build in builds]
    assert [build.returncode for build in builds] == [0, 0], results
    content = (project / "build" / "rumpk-riscv64.elf").read_bytes()
    rumpkc(project, "build", "--no-cache", "-o", "build/again.elf")
    assert (project / "build" / "again.elf").read_bytes() == content


def test_damaged_cache(project: Path) -> None:
    """Whatever is wrong in the cache, it is the same as no cache."""
    assert rumpkc(project, "build").returncode == 0
    good = (project / "build" / "rumpk-riscv64.elf").read_bytes()
    for file in (project / "build" / "cache").rglob("*"):
        if file.is_file():
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2] + b"\0garbage")
    (project / "build" / "rumpk-riscv64.elf").write_bytes(good[:100])
    done = rumpkc(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "build" / "rumpk-riscv64.elf").read_bytes() == good


def test_edit_is_seen(project: Path) -> None:
    """A change of an imported module, of the settings, or a new file that hides one makes a new image."""
    (project / "app.py").write_text("from helper import WORD\n\n\ndef main() -> int:\n    print(WORD)\n    return 0\n")
    (project / "helper.py").write_text('WORD = "one"\n')
    elf = project / "build" / "rumpk-riscv64.elf"
    assert rumpkc(project, "build").returncode == 0
    first = elf.read_bytes()
    (project / "helper.py").write_text('WORD = "two"\n')
    assert rumpkc(project, "build").returncode == 0
    second = elf.read_bytes()
    assert first != second
    (project / "helper").mkdir()
    (project / "helper" / "__init__.py").write_text('WORD = "three"\n')
    assert rumpkc(project, "build").returncode == 0
    assert elf.read_bytes() not in (first, second)


def test_internal_error_is_no_traceback(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A bug of ours: a code, what to report, exit 70; the traceback only on request."""
    hook = tmp_path_factory.mktemp("hook")
    (hook / "sitecustomize.py").write_text("import rumpkc.names.modules as m\n"
                                            "m.ModuleLoader.load_file = lambda *a: 1 // 0\n")
    environment = {**os.environ, "PYTHONPATH": str(hook)}
    done = rumpkc(project, "check", "app.py", env=environment)
    assert done.returncode == 70
    assert "error[E0900]: internal error: ZeroDivisionError" in done.stderr
    assert "report it" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Traceback" in rumpkc(project, "check", "app.py", env={**environment, "RUMPKC_TRACEBACK": "1"}).stderr
