"""The ends of stacks: one byte of input says which stack is to be full, or what else goes wrong inside of a trap."""
from hal.board import timer_frequency, timer_ticks
from kernel.alarms import start_timer
from kernel.fiber import APP, KERNEL, Timer
from kernel.hart import this_hart
from kernel.life import join, spawn, start
from kernel.panic import panic
from kernel.sched import yield_now
from kernel.smp import start_harts
from lib.system import read_byte
from rumpk import Ptr, noalloc, noinline, u64, usize

caught: int = 0
timer: Timer = Timer()


def down(n: int) -> int:
    return down(n + 1) + n


def dives(n: u64) -> None:
    """Of the app: it goes on, again and again."""
    global caught
    for _ in range(int(n)):
        try:
            down(0)
        except RecursionError as error:
            caught += 1
            if caught == 1:
                print(error)
        yield_now()


@noalloc
@noinline
def sinks(n: u64) -> u64:
    return u64(0) if n == 1 << 40 else sinks(n + 1) + n


@noalloc
def sinker(n: u64) -> None:
    """Of the kernel: it cannot go on."""
    sinks(n)
    yield_now()


@noalloc
def falls(own: Timer) -> None:
    """In an interrupt's handler."""
    Ptr[u64](usize(own.argument))[0] = u64(1)


@noalloc
def plunges(_timer: Timer) -> None:
    sinks(u64(0))


@noalloc
def gives_up(_timer: Timer) -> None:
    panic("not here")


@noalloc
def armed(kind: u64) -> None:
    """Something happens in an interrupt of this hart."""
    timer.argument = u64(0x7000_0000_0000)
    timer.deadline = timer_ticks() + timer_frequency() // 1000
    timer.action = falls if kind == 102 else gives_up if kind == 112 else plunges
    start_timer(this_hart(), timer)
    until = timer_ticks() + timer_frequency()
    while timer_ticks() < until:
        pass


def main() -> int:
    assert start()
    kind = chr(read_byte())
    print(kind)
    if kind == "a":
        fids: list[u64] = []
        for n in (1, 20):
            fiber = spawn(dives, u64(n), kind=APP)
            assert fiber is not None
            fids.append(fiber.fid)
        print([join(fid).known for fid in fids], caught)
    elif kind == "k" or kind == "K":
        fiber = spawn(sinker, u64(1 if kind == "k" else (1 << 40) - 350), kind=KERNEL)
        assert fiber is not None
        join(fiber.fid)
    elif kind in "fFpP":
        print(start_harts())
        fiber = spawn(armed, u64(ord(kind.lower()) if kind != "F" else 0), kind=KERNEL, hart=0 if kind.islower() else 1)
        assert fiber is not None
        join(fiber.fid)
    else:
        armed(u64(0))
    return 0
