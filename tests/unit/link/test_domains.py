"""The wall at build time: what user code may refer to, and where it lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from rumpkc.asm.assembler import assemble
from rumpkc.build import build_image
from rumpkc.compilation import Options, open_project
from rumpkc.diagnostics import CompileError
from rumpkc.link.image import LinkedImage, link_image
from rumpkc.link.layout import default_layout
from rumpkc.source import SourceMap
from rumpkc.targets.target import target_by_name

RISCV = target_by_name("riscv64")
KERNEL = '.section .boot, "ax"\n.globl _start\n_start: la a0, work\n la a1, secret\n call shared\n.text\n' \
    ".globl shared\nshared: ret\n.data\n.globl secret\nsecret: .dword 7\n"


def object_of(text: str, name: str) -> tuple[str, bytes]:
    return name, assemble(text, name.replace(".o", ".S"), RISCV).to_elf()


def linked(user: str) -> LinkedImage:
    return link_image([object_of(KERNEL, "kernel.o")], RISCV, default_layout(RISCV), user=[object_of(user, "user.o")])


def refused(user: str) -> str:
    with pytest.raises(CompileError) as caught:
        linked(user)
    return " ".join(f"{d.code} {d.message}" for d in caught.value.diagnostics)


def test_each_domain_has_its_own_names() -> None:
    """Both define `shared`; user code lies on pages of its own, between the user domain's bounds."""
    image = linked(".globl work\nwork: call shared\n la a0, x\n ret\n.globl shared\nshared: ret\n.rodata\nx: .dword 1\n")
    at = image.symbols
    assert at["shared"] != at["user:shared"]
    assert at["__user_text_start"] <= at["user:work"] < at["__user_text_end"] <= at["__user_rodata_start"]
    assert at["__user_rodata_start"] <= at["user:x"] < at["__data_start"] <= at["secret"]
    assert at["__user_text_start"] % 4096 == at["__user_rodata_start"] % 4096 == at["__data_start"] % 4096 == 0


def test_no_symbol_of_the_kernel() -> None:
    said = refused(".globl work\nwork: la a0, secret\n ret\n")
    assert "E0611" in said and "`secret`" in said and "`work`" in said


def test_no_memory_that_workers_would_share() -> None:
    assert "E0611" in refused(".globl work\nwork: la a0, x\n ret\n.data\nx: .dword 1\n")


def test_unknown_names_are_undefined() -> None:
    assert "E0601" in refused(".globl work\nwork: call nowhere\n ret\n")


@pytest.mark.slow
def test_a_worker_does_not_call_the_kernel(tmp_path: Path) -> None:
    """E0612, with the way that leads there."""
    (tmp_path / "toolchain.toml").write_text("")
    (tmp_path / "app.py").write_text(
        "from kernel.pages import pages_free\nfrom lib.hive import spawn\n\n\n"
        "def helper() -> int:\n    return pages_free()\n\n\n"
        "def work(packet: list[str]) -> list[str]:\n    return [str(helper())]\n\n\n"
        "def main() -> int:\n    spawn(work, []).join()\n    return 0\n")
    sources = SourceMap()
    with pytest.raises(CompileError) as caught:
        build_image(tmp_path / "app.py", Options("riscv64", use_cache=False), open_project(tmp_path, sources), sources)
    found = caught.value.diagnostics[0]
    assert found.code == "E0612" and "kernel.pages.pages_free" in found.message and "helper" in found.note
