"""`rumpkc doctor`: what is installed, in which version, and the one command that would mend the rest."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

from rumpkc.tools.run import install_command


@dataclass(frozen=True, slots=True)
class Tool:
    """A program outside of Python: what it is for, and its Debian package. `needed`: running images needs it."""

    program: str
    package: str
    purpose: str
    needed: bool = False


TOOLS = (
    Tool("qemu-system-riscv64", "qemu-system-misc", "runs riscv64 images", needed=True),
    Tool("qemu-system-aarch64", "qemu-system-arm", "runs aarch64 images", needed=True),
    Tool("gdb-multiarch", "gdb-multiarch", "rumpkc gdb"),
    Tool("clang", "clang", "C twins of the benchmarks"),
    Tool("ld.lld", "lld", "links the C twins"),
    Tool("riscv64-unknown-elf-as", "binutils-riscv64-unknown-elf", "checks the assembler's bytes in tests"),
    Tool("aarch64-linux-gnu-as", "binutils-aarch64-linux-gnu", "checks the assembler's bytes in tests"),
    Tool("llvm-dwarfdump", "llvm", "checks debug information in tests"),
)
PACKAGES = ("llvmlite", "lark", "pyelftools", "pynacl")
VERSION = re.compile(r"\d+(?:\.\d+)+")


def examine() -> int:
    """Print the table; 1 where something that is needed is missing."""
    python = ".".join(map(str, sys.version_info[:3]))
    rows = [("python", python if sys.version_info >= (3, 11) else "", "runs the compiler", True)]
    rows += [(name, _package_version(name), "builds images", True) for name in PACKAGES]
    rows += [(tool.program, _tool_version(tool.program), tool.purpose, tool.needed) for tool in TOOLS]
    for name, version, purpose, needed in rows:
        state = "ok" if version else "MISSING" if needed else "absent"
        print(f"{state:<8} {name:<22} {version or '-':<12} {purpose}")
    broken = [name for name, version, _, needed in rows if not version and needed]
    absent = [tool.package for tool in TOOLS if not shutil.which(tool.program)]
    if any(name in PACKAGES for name in broken):
        print(f"\nto mend the Python packages:  {sys.executable} -m pip install --upgrade rumpk")
    if absent:
        print(f"\nto install what is missing:  {install_command(*dict.fromkeys(absent))}")
    return 1 if broken else 0


def _package_version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _tool_version(program: str) -> str:
    """The version that a program tells, `?` where it is there but tells none, empty where it is missing."""
    if shutil.which(program) is None:
        return ""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return "?"
    found = VERSION.search(done.stdout + done.stderr)
    return found[0] if found else "?"
