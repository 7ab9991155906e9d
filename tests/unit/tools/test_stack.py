"""Stack bounds: what instructions do to the stack pointer, and chains of frames added up."""

from __future__ import annotations

from importlib import import_module

import pytest

from rumpkc.asm.assembler import assemble
from rumpkc.link.reader import read_object
from rumpkc.targets.frames import CodeFacts
from rumpkc.targets.target import target_by_name
from rumpkc.tools.stack import Function, bounds, connect


def facts(machine: str, text: str, address: int = 0x1000) -> CodeFacts:
    target = target_by_name(machine)
    obj = read_object("t.o", assemble(f".text\n{text}\n", "t.S", target, debug=False).to_elf(), target.elf_machine)
    code = next(bytes(s.data) for s in obj.sections if s is not None and s.name == ".text")
    return import_module(f"rumpkc.targets.{machine}.frames").examine(code, address)


def test_riscv64_frames() -> None:
    assert facts("riscv64", "addi sp, sp, -48\nsd ra, 40(sp)\naddi sp, sp, 48\nret").frame == 48
    assert facts("riscv64", "addi sp, sp, -2032\nlui t0, 2\naddi t0, t0, 16\nsub sp, sp, t0\nret").frame == 2032 + 8208
    assert facts("riscv64", "sub sp, sp, a0\nret").unknown


def test_riscv64_short_forms() -> None:
    """c.addi16sp sp, -96; c.addi sp, -16; c.jalr a5: 16.3 to 16.5 of the manual."""
    examine = import_module("rumpkc.targets.riscv64.frames").examine
    assert examine((0x711D).to_bytes(2, "little"), 0).frame == 96
    assert examine((0x1141).to_bytes(2, "little"), 0).frame == 16
    assert examine((0x9782).to_bytes(2, "little"), 0x20).indirect == [0x20]
    assert examine((0x8782).to_bytes(2, "little"), 0).indirect == []               # c.jr: a jump table


def test_riscv64_calls() -> None:
    found = facts("riscv64", "jal ra, 1f\nj 2f\n1: nop\n2: jalr a0\nret")
    assert found.calls == [(0x1008, 0x1000)] and found.jumps == [(0x100C, 0x1004)] and found.indirect == [0x100C]


def test_a_shared_prologue_makes_a_frame() -> None:
    """Called by `jal t0` or `auipc` and `jalr t0`; what it takes belongs to the caller, for all that this calls."""
    found = facts("riscv64", "jal t0, 1f\nret\n1: auipc t0, 0\njalr t0, 16(t0)\nret")
    assert found.prologues == [0x1008, 0x1018] and found.calls == found.jumps == found.indirect == []
    save = Function("__riscv_save_2", 0, 64, CodeFacts(frame=112))
    user = Function("user", 64, 64, CodeFacts(frame=16, calls=[(128, 70)], prologues=[0]))
    below = Function("below", 128, 64, CodeFacts(frame=32))
    functions = {f.address: f for f in (save, user, below)}
    connect(functions)
    assert bounds(list(functions.values()))[user].total == 112 + 16 + 32


def test_aarch64() -> None:
    found = facts("aarch64", "stp x29, x30, [sp, #-32]!\nsub sp, sp, #4096\nbl 1f\nblr x3\n1: ldp x29, x30, [sp], #32\nret")
    assert (found.frame, found.calls, found.indirect) == (32 + 4096, [(0x1010, 0x1008)], [0x100C])
    assert facts("aarch64", "mov x9, #5000\nsub sp, sp, x9\nret").unknown is False


def chain(*names: str, frame: int = 16) -> list[Function]:
    functions = [Function(name, n * 64, 64, CodeFacts(frame=frame)) for n, name in enumerate(names)]
    for caller, callee in zip(functions, functions[1:], strict=False):
        caller.callees[callee] = caller.address
    return functions


def test_the_deepest_chain_counts() -> None:
    a, b, c = chain("a", "b", "c")
    wide = Function("wide", 900, 64, CodeFacts(frame=24))
    a.callees[wide] = 0
    found = bounds([a, b, c, wide])[a]
    assert (found.total, [f.name for f in found.chain], found.why) == (48, ["a", "b", "c"], "")


def test_circles_and_registers_have_no_bound() -> None:
    a, b, c = chain("a", "b", "c")
    c.callees[b] = c.address
    found = bounds([a, b, c])
    assert found[a].why == "they call each other: b -> c -> b" and found[a].total == 48
    (alone,) = chain("alone")
    alone.facts.indirect.append(0x40)
    assert bounds([alone])[alone].why == "alone calls through a register at 0x40"


def test_raising_is_another_way() -> None:
    a, raising = chain("a", "rt_raise", frame=32)
    raising.callees[a] = raising.address
    assert bounds([a, raising])[a].total == 32


@pytest.mark.slow
@pytest.mark.parametrize("machine,size", [("riscv64", 8192), ("aarch64", 8176)])
def test_fixed_stacks_are_large_enough(machine: str, size: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the shell's image, which has most of the kernel in it."""
    from qemu import ROOT, build

    from rumpkc.tools.stack import show_stacks

    assert show_stacks(build(ROOT / "npl" / "nipbox" / "main.py", machine)) == 0
    assert f" of {size}\n" in capsys.readouterr().out
