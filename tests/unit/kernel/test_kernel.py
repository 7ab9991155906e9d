"""The kernel's small parts: log, clock, memory, traps, panic."""

from importlib import import_module

import pytest
from hypothesis import given, strategies

from conftest import PowerOff
from hal.cause import Cause
from rumpk import Memory, Ptr, memory, u64, usize


@pytest.fixture
def log(board):
    return import_module("kernel.log")


def test_a_line_of_the_log(log, board):
    log.begin()
    for number in (0, 7, 10, 2**64 - 1):
        log.decimal(u64(number))
        log.text(" ")
    log.hexadecimal(u64(0xDEADBEEF))
    log.text(" ")
    log.hexadecimal(u64(0xAB), 2)
    log.end()
    assert board.sent == b"[rumpk] 0 7 10 18446744073709551615 00000000deadbeef ab\r\n"


def test_a_quiet_log(log, board):
    log.set_quiet(True)
    log.begin()
    log.text("x")
    log.end()
    log.text("outside of a line\n")
    log.begin()
    log.always()
    log.text("y\n")
    assert board.sent == b"outside of a line\r\ny\r\n"


def test_the_clock_begins_at_zero(board):
    clock = import_module("kernel.clock")
    board.ticks = 12_345
    clock.clock_init(1_000_000)
    assert clock.plat_ticks() == 0
    board.ticks += 3
    assert clock.plat_ticks() == 3000


def test_the_wall_clock_goes_on_with_the_other(board, monkeypatch):
    clock = import_module("kernel.clock")
    clock.clock_init(1_000_000)
    board.ticks += 5
    monkeypatch.setattr(clock, "wall_clock", lambda: u64(1_700_000_000 * 10**9))
    assert clock.plat_wall() == 1_700_000_000 * 10**9
    monkeypatch.setattr(clock, "wall_clock", lambda: u64(0))        # it is asked once
    board.ticks += 7
    assert clock.plat_wall() == 1_700_000_000 * 10**9 + 7000
    assert clock.ticks_of(u64(1), u64(10_000_000)) == 1 and clock.ticks_of(u64(100), u64(10_000_000)) == 1
    assert clock.ticks_of(u64(3 * 10**9 + 101), u64(10_000_000)) == 30_000_002


def test_a_pause_without_fibers_sleeps(board, monkeypatch):
    clock = import_module("kernel.clock")
    clock.clock_init(1_000_000)
    alarms = []

    def wait():
        alarms.append(board.alarm)
        board.ticks += 40
        board.events = [10] if len(alarms) == 1 else [-1]

    monkeypatch.setattr(clock, "interrupt_wait", wait)
    clock.plat_pause(u64(100_000))
    assert alarms == [100, 100, 100] and board.done == [10] and board.alarm is None
    clock.pause_by(lambda _cue, end: end > 50)
    clock.plat_pause(u64(100_000))                                  # fibers took care of it
    assert len(alarms) == 3


def test_ticks_as_nanoseconds(board):
    clock = import_module("kernel.clock")

    @given(strategies.integers(0, 2**59), strategies.sampled_from([1, 32_768, 10_000_000, 62_500_000, 10**9]))
    def check(ticks, frequency):
        expected = ticks * 10**9 // frequency
        if expected < 2**64:
            assert clock.nanoseconds(u64(ticks), u64(frequency)) == expected

    check()


@pytest.fixture
def memory_map(board, monkeypatch):
    """kernel.memory with an image of 2 MiB at 0x8000_0000."""
    monkeypatch.setattr(memory, "SYMBOLS", {"__image_start": 0x8000_0000, "__image_end": 0x8020_0000})
    return import_module("kernel.memory")


@pytest.mark.parametrize(("ram_bytes", "tree", "arena"), [
    (128 << 20, 0x4000_0000, (126 << 20) - 16),
    (128 << 20, 0x87E0_0000, 0x7C0_0000 - 16),
    (0x20_1000, 0x8020_0008, 0),
    (2 << 20, 0, 0),
    (0, 0, (16 << 20) - 16),
    (1 << 30, 0x8100_0000, 0x4000_0000 - 0x100_2000 - 16),
])
def test_the_arena_lies_between_image_and_tree(memory_map, ram_bytes, tree, arena):
    with Memory({0x8020_0000: bytes(64), 0x8100_2000: bytes(64), 0x9000_0000: bytes(16)}):
        memory_map.memory_init(0x8000_0000, ram_bytes, tree, 0x1234)
        out = Ptr[usize](0x9000_0000)
        assert memory_map.plat_arena(out) == arena == memory_map.arena_bytes()
        assert out[0] == (0 if arena == 0 else 0x8100_2010 if tree == 0x8100_0000 else 0x8020_0010)
        assert memory_map.image_bytes() == 2 << 20


def test_memory_that_was_used_is_zeroed(memory_map):
    ram = bytearray(4096)
    with Memory({0x8020_0000: ram}):
        memory_map.memory_init(0x8000_0000, 0x20_1000, 0, 0)
        ram[100] = 7
        memory_map.memory_init(0x8000_0000, 0x20_1000, 0, 0)
        assert not any(ram[16:])


def trap(board, cause: Cause, address: int = 0) -> object:
    """Let the kernel take a trap; the exit code, or None where it resumed."""
    board.cause, board.address = cause, address
    frame = bytearray(304)
    frame[8:16] = (0x1234).to_bytes(8, "little")
    with Memory({0x8000_4000: frame}):
        try:
            import_module("kernel.trap").kernel_trap(Ptr[u64](0x8000_4000))
        except PowerOff as end:
            return end.args[0]
    return None


@pytest.mark.parametrize(("cause", "reason"), [
    (Cause.ILLEGAL_INSTRUCTION, b"illegal instruction"), (Cause.STORE_FAULT, b"store to a bad address"),
    (Cause.LOAD_MISALIGNED, b"misaligned load"), (Cause.UNKNOWN, b"unknown trap"),
    (Cause.TIMER, b"interrupt that was never enabled")])
def test_a_fault_is_a_panic(board, cause, reason, monkeypatch):
    monkeypatch.setattr(import_module("kernel.panic"), "show_traceback", lambda *_: None)
    assert trap(board, cause, 0x10) == 101
    assert b"\r\n*** KERNEL PANIC: " + reason + b" ***\r\n" in board.sent
    assert b"x1  0000000000001234" in board.sent


def test_a_panic_inside_a_panic_ends_at_once(board, monkeypatch):
    panic = import_module("kernel.panic")
    monkeypatch.setattr(panic, "show_traceback", lambda *_: trap(board, Cause.LOAD_FAULT))
    assert trap(board, Cause.BREAKPOINT) == 101
    assert board.sent.count(b"*** KERNEL PANIC: ") == 2
    assert board.sent.endswith(b"load from a bad address (while reporting a panic) ***\r\n")
    sent = len(board.sent)
    assert trap(board, Cause.BREAKPOINT) == 101 and len(board.sent) == sent


def test_panic_notes_its_reason_and_traps(board, monkeypatch):
    panic = import_module("kernel.panic")
    monkeypatch.setattr(panic, "show_traceback", lambda *_: None)
    with pytest.raises(PowerOff, match="trap"):
        panic.panic("the test broke it")
    assert trap(board, Cause.ILLEGAL_INSTRUCTION) == 101
    assert b"*** KERNEL PANIC: the test broke it ***" in board.sent


def test_the_guard_page_becomes_a_recursion_error(board, monkeypatch):
    monkeypatch.setattr(memory, "SYMBOLS", {"__stack_start": 0x8010_0000, "stack_rescue": 0x8000_0100})
    for address in (0x8010_4000, 0x8010_4FFF):
        assert trap(board, Cause.STORE_FAULT, address) is None
        assert board.resumed == (0x8000_0100, 0x8010_4000)
    monkeypatch.setattr(import_module("kernel.panic"), "show_traceback", lambda *_: None)
    assert trap(board, Cause.STORE_FAULT, 0x8010_5000) == 101
    with pytest.raises(RecursionError, match="maximum recursion depth exceeded"):
        import_module("lib.core.recursion").rt_recursion_error()


def test_an_exception_of_the_kernel_is_a_panic_and_the_end_of_the_app_is_not(board, monkeypatch):
    main = import_module("kernel.main")
    with pytest.raises(PowerOff, match="trap"):
        main.plat_exit(1)
    assert import_module("kernel.panic").pending_reason() == "an exception that the kernel did not catch"
    monkeypatch.setattr(main, "enter_app", lambda: 0x1FE)
    with pytest.raises(PowerOff, match="254"):
        main.run_app()
