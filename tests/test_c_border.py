"""C and the dialect call each other: every type that crosses, more arguments than registers, objects and archives."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import llvmlite.binding
import pytest
from qemu import ROOT

FOLDER = ROOT / "tests" / "programs" / "c_border"
CLANG = {"riscv64": ["--target=riscv64-unknown-none-elf", "-march=rv64gc", "-mabi=lp64d", "-mcmodel=medany", "-mno-relax"],
         "aarch64": ["--target=aarch64-none-elf"]}


def rumpkc(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "rumpkc.cli", *arguments], capture_output=True, text=True, timeout=300,
                          cwd=cwd)


def compiled(target: str, folder: Path, *flags: str) -> Path:
    if not shutil.which("clang"):
        pytest.skip("clang is not installed (it compiles the C side)")
    made = folder / "border.o"
    subprocess.run(["clang", *CLANG[target], "-O2", "-g", "-ffreestanding", "-fno-pic", *flags, "-c",
                    str(FOLDER / "border.c"), "-o", str(made)], check=True, timeout=60)
    return made


@pytest.mark.parametrize("level", ["0", "2"])
@pytest.mark.parametrize("target", ["riscv64", "aarch64"])
def test_values_cross_in_both_directions(target: str, level: str, tmp_path: Path) -> None:
    """AAPCS64 leaves the bits above a narrow value open, RISC-V does not: neither side may rely on the other's habit."""
    made = compiled(target, tmp_path)
    done = rumpkc("run", "-t", target, "-O", level, str(FOLDER / "main.py"), "--link", str(made), "-o",
                  str(tmp_path / "main.elf"))
    assert (done.stdout, done.returncode) == ((FOLDER / "expected").read_text(), 0), done.stderr


def test_archive_header_and_other_products(tmp_path: Path) -> None:
    made = compiled("riscv64", tmp_path)
    archive = tmp_path / "libborder.a"
    archiver = shutil.which("llvm-ar") or shutil.which("ar")
    if archiver is None:
        pytest.skip("no `ar` is installed")
    subprocess.run([archiver, "rc", str(archive), str(made)], check=True, timeout=60)
    done = rumpkc("build", "-t", "riscv64", str(FOLDER / "main.py"), "--link", str(archive), "--emit",
                  "obj,header,llvm,asm", "-o", str(tmp_path / "app.elf"))
    assert done.returncode == 0, done.stderr
    header = (tmp_path / "app.h").read_text()
    assert "bool is_odd(uint8_t x);" in header and "int64_t add_one(int64_t x);" in header and "app_main" not in header
    compiled("riscv64", tmp_path, "-include", str(tmp_path / "app.h"))            # the prototypes are C's own
    assert "define dso_local" in (tmp_path / "app.ll").read_text()
    assert "add_one:" in (tmp_path / "app.s").read_text()
    llvmlite.binding.parse_assembly((tmp_path / "app.ll").read_text()).verify()
    if assembler := shutil.which("riscv64-unknown-elf-as") or shutil.which("riscv64-linux-gnu-as"):
        subprocess.run([assembler, str(tmp_path / "app.s"), "-o", str(tmp_path / "again.o")], check=True, timeout=60)
    strict = ["-Wall", "-Wextra", "-Werror", "-pedantic", "-std=c99", "-fsyntax-only", "-x", "c"]
    subprocess.run(["clang", *strict, str(tmp_path / "app.h")], check=True, timeout=60)
    assert (tmp_path / "app.o").read_bytes().startswith(b"\x7fELF")


def test_what_cannot_be_linked(tmp_path: Path) -> None:
    program = str(FOLDER / "main.py")
    junk = tmp_path / "junk.o"
    junk.write_text("no object")
    out = str(tmp_path / "x.elf")
    cases = [(["-t", "riscv64", "--link", str(junk)], "E0602"), (["-t", "riscv64", "--link", "nowhere.o"], "E0212"),
             (["-t", "host", "--link", str(junk)], "E0730"), (["-t", "riscv64"], "E0601"), (["--emit", "elf"], "E0717")]
    for arguments, code in cases:
        done = rumpkc("build", program, "-o", out, *arguments)
        assert f"error[{code}]" in done.stderr and done.returncode in (1, 2) and not Path(out).exists(), arguments
