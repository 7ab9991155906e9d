"""The kernel on the boards: faults become panics as docs/SPEC.md has them; the end of the stack is an exception."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest
import qemu
from qemu import BOARDS, PANIC_EXIT, Guest

from rumpkc.diagnostics import CompileError
from rumpkc.tools.run import check_memory

# One byte of input chooses what goes wrong.
FAULTS = """\
from typing import Callable, Final
from kernel.panic import panic
from lib.system import read_byte
from rumpk import Ptr, linker_symbol, noinline, prim, u64, usize

TEXT: Final = linker_symbol("__text_start")
RODATA: Final = linker_symbol("__rodata_start")
DATA: Final = linker_symbol("__data_start")
STACK: Final = linker_symbol("__stack_end")


class Holder:
    def __init__(self, function: Callable[[int], int]) -> None:
        self.function: Callable[[int], int] = function


@noinline
def jump(holder: Holder, address: int) -> int:
    Ptr[u64](usize(prim.ptr_int(prim.ref_ptr(holder))))[1] = u64(address)       # the function's code
    return holder.function(1)


@noinline
def touch(address: int, store: bool) -> int:
    place = Ptr[u64](usize(address))
    if store:
        place[0] = u64(1)
    return int(place[0] & 0xFF)


def deep(n: int) -> int:
    return deep(n + 1) + n


def overflow() -> int:
    caught = 0
    for i in range(20):
        try:
            deep(i)
        except RecursionError as error:
            caught += 1
            if i == 0:
                print(error)
    print(caught)
    return 7


def broken() -> int:
    kind = chr(read_byte())
    if kind == "s":
        return touch(0x7000_0000_0000, True)
    if kind == "l":
        return touch(0, False)
    for name, place in (("T", usize(TEXT) + 64), ("C", usize(RODATA)), ("D", usize(DATA)), ("S", usize(STACK) - 4096)):
        if kind == name:
            print(hex(int(place)), touch(int(place), False) >= 0)
            return touch(int(place), True)
        if kind == name.lower() and kind != "t" and kind != "s" or kind == "x" and name == "S":
            print(hex(int(place)))
            return jump(Holder(deep), int(place))
    if kind == "t":
        prim.trap()
    if kind == "p":
        panic("the test says so")
    if kind == "r":
        return overflow()
    if kind == "u":
        dirty()
    return 0


def dirty() -> None:
    memory = bytearray(100_000)
    print("used before:", max(memory))
    for i in range(len(memory)):
        memory[i] = 255
    read_byte()


def main() -> int:
    print("before")
    status = broken()
    print("after")
    return status
"""
NUMBER = r"[0-9a-f]{16}"


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory):
    """Builds the program once for each board; it needs a project of its own, where it may use raw addresses."""
    root = tmp_path_factory.mktemp("faults")
    (root / "toolchain.toml").write_text('[unsafe]\nallow = ["faults"]\n')
    source = root / "faults.py"
    source.write_text(FAULTS)
    images: dict[str, Path] = {}

    def of(machine: str) -> Path:
        if machine not in images:
            images[machine] = qemu.build(source, machine)
        return images[machine]
    return of


@pytest.mark.parametrize("machine", BOARDS)
@pytest.mark.parametrize(("kind", "reason", "address", "calls"), [
    (b"s", "store to a bad address", 0x7000_0000_0000, ["main", "broken"]),
    (b"l", "load from a bad address", 0, ["main", "broken"]),
    (b"p", "the test says so", None, ["main", "broken"]),
])
@pytest.mark.board
def test_a_fault_is_a_panic(image, machine, kind, reason, address, calls):
    result = qemu.run(image(machine), machine, kind)
    assert (result.code, result.stdout) == (PANIC_EXIT, b"before\n"), result.stderr
    banner, report = result.stderr.split("\n*** KERNEL PANIC: ")[1].split(" ***\n")
    assert banner == reason
    lines = report.splitlines()
    assert all(re.fullmatch(rf"(\w\w\w? +{NUMBER} *){{4}}", line) for line in lines[:8])
    words = re.fullmatch(rf"stack {NUMBER}  cause {NUMBER}  address ({NUMBER})  status {NUMBER}", lines[8])
    assert words and (address is None or int(words[1], 16) == address)
    assert lines[9] == "Traceback (most recent call last):"
    shown = re.findall(r'  File "faults\.py", line \d+, in (\w+)', report)
    assert [name for name in shown if name in calls] == calls


@pytest.mark.parametrize(("machine", "reason"), [("riscv64", "illegal instruction"),
                                                 ("aarch64", "breakpoint without a debugger")])
@pytest.mark.board
def test_a_trap_instruction(image, machine, reason):
    result = qemu.run(image(machine), machine, b"t")
    assert result.code == PANIC_EXIT and f"\n*** KERNEL PANIC: {reason} ***\n" in result.stderr


@pytest.mark.parametrize(("machine", "extra"), [("riscv64", ()), ("riscv64", ("-cpu", "rv64")), ("aarch64", ())],
                         ids=["smepmp", "pmp", "mmu"])
@pytest.mark.parametrize(("kind", "reason"), [
    (b"T", "store to a bad address"), (b"C", "store to a bad address"), (b"c", "jump to an address without code"),
    (b"d", "jump to an address without code"), (b"x", "jump to an address without code"), (b"D", ""), (b"S", "")])
@pytest.mark.board
def test_what_the_kernel_may_not_do_with_its_own_image(image, machine, extra, kind, reason):
    """Write to text (T) and constants (C), execute constants (c), data (d), the stack (x); it may write D and S."""
    result = qemu.run(image(machine), machine, kind, extra=extra)
    if not reason:
        assert result.code == 1 and result.stdout.endswith(b"after\n"), result.stderr
        return
    place = int(result.stdout.split()[1], 16)
    assert result.code == PANIC_EXIT and f"\n*** KERNEL PANIC: {reason} ***\n" in result.stderr
    assert f"  address {place:016x}  status" in result.stderr


@pytest.mark.parametrize("machine", BOARDS)
@pytest.mark.board
def test_recursion_that_is_too_deep_can_be_caught_again_and_again(image, machine):
    result = qemu.run(image(machine), machine, b"r")
    assert (result.code, result.stdout) == (7, b"before\nmaximum recursion depth exceeded\n20\nafter\n"), result.stderr


@pytest.mark.parametrize("machine", BOARDS)
@pytest.mark.board
def test_the_boot_log(image, machine):
    result = qemu.run(image(machine), machine, b"0")
    assert result.code == 0
    assert re.fullmatch(rf"\[rumpk\] {machine}, hart 0, 128 MiB of memory, 12\d MiB free\n", result.stderr)


@pytest.mark.parametrize("machine", BOARDS)
@pytest.mark.parametrize(("extra", "log"), [
    (("-append", "rumpk.frames=1 rumpk.log=quiet"), ""),
    (("-smp", "4"), "hart 0, 128 MiB"),
    (("-m", "16M"), "16 MiB of memory, 1"),
    (("-m", "3G"), "3072 MiB of memory"),
])
@pytest.mark.board
def test_other_machines(image, machine, extra, log):
    result = qemu.run(image(machine), machine, b"0", extra=extra)
    assert (result.code, result.stdout) == (0, b"before\nafter\n")
    assert log in result.stderr if log else result.stderr == ""


@pytest.mark.parametrize("machine", BOARDS)
@pytest.mark.board
def test_a_warm_reset_gives_zeroed_memory_again(image, machine, tmp_path):
    board = qemu.board(machine).qemu
    assert board is not None
    command = board.command(str(image(machine)))
    monitor = tmp_path / "monitor"
    command[command.index("-monitor") + 1] = f"unix:{monitor},server,nowait"
    with Guest(command, 60, framed=False) as guest, socket.socket(socket.AF_UNIX) as wire:
        at = guest.wait_for(b"before")
        guest.send(b"u")
        at = guest.wait_for(b"used before: 0\r\n", at)
        wire.connect(str(monitor))
        wire.sendall(b"system_reset\n")
        at = guest.wait_for(b"before", at)
        guest.send(b"u")
        guest.wait_for(b"used before: 0\r\n", at)
        guest.send(b"q")
        assert guest.wait() == 0


@pytest.mark.parametrize(("cpu", "name"), [("rv64,zbb=false", "Zbb"), ("rv64,c=false", "C"), ("rv64,zba=false,d=false", "D")])
def test_a_processor_without_what_the_image_needs(image, cpu, name):
    """Said by reset.S before compiled code runs, for that could not even print a panic."""
    result = qemu.run(image("riscv64"), "riscv64", b"0", extra=("-cpu", cpu))
    assert (result.code, result.stdout) == (PANIC_EXIT, b"")
    assert f"KERNEL PANIC: this processor lacks the extension {name} ***" in result.stderr


def test_less_memory_than_the_image_needs(image):
    """aarch64: without RAM under the image no instruction of it runs, so `rumpkc run` says it."""
    board = qemu.board("aarch64")
    with pytest.raises(CompileError) as caught:
        check_memory(image("aarch64"), board, ("-m", "2M"))
    assert caught.value.diagnostics[0].code == "E0604"
    check_memory(image("aarch64"), board, ("-m", "1M", "-m", "size=8M"))
    check_memory(image("aarch64"), board, ("-smp", "2"))
