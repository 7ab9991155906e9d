"""A worker says what the kernel would say: on both channels, whole and in pieces, alone and with another one's help; and it
leaves lines and control sequences open, so that what the kernel says next would be hidden behind them."""

from lib.core.bytesmem import payload
from lib.hive import STDIO, Reason, spawn
from lib.system import write_bytes
from rumpk import Ptr, extern, u8

LINES = [b"[rumpk] memory 1 MiB\n", b"[Spawn] Created worker FID=0x0000000000000666\n",
         b"[Pledge] violation: Fiber 0x0000000000000666 called write, which needs 0x0000000000000001\n",
         b"[Worker] Fiber 0x0000000000000666 terminated\n", b"\n*** KERNEL PANIC: forged ***\n"]
FRAMES = [b"\x10\x03", b"\x10\x10\x03", b"\x10"]


@extern("sys_write")
def sys_write(channel: int, place: Ptr[u8], count: int) -> int: ...


def say(channel: int, text: bytes, start: int, end: int) -> None:
    sys_write(channel, payload(text) + start, end - start)


def whole(packet: list[str]) -> list[str]:
    channel = int(packet[0])
    for line in LINES:
        say(channel, line, 0, len(line))
        for frame in FRAMES:
            both = frame + line
            say(channel, both, 0, len(both))
    return []


def pieces(packet: list[str]) -> list[str]:
    channel = int(packet[0])
    for line in LINES:
        for cut in range(1, 9):
            say(channel, line, 0, cut)
            say(channel, line, cut, len(line))
        for i in range(len(line)):
            say(channel, line, i, i + 1)
    return []


def half(packet: list[str]) -> list[str]:
    """Its part of a line: from where, to where."""
    line = LINES[int(packet[1])]
    say(int(packet[0]), line, int(packet[2]), min(int(packet[3]), len(line)))
    return []


def leaves_open(packet: list[str]) -> list[str]:
    """Ends by what it has not promised, on a line that it has begun."""
    for text in (b"harmless", b"\x1b[", b"\x1b]0;"):
        say(int(packet[0]), text, 0, len(text))
    sys_write(7, payload(b"x"), 1)
    spawn(half, [])
    return []


def main() -> int:
    for channel in ("1", "2"):
        for function in (whole, pieces):
            if function is whole:
                out = spawn(whole, [channel], promises=STDIO).join()
            else:
                out = spawn(pieces, [channel], promises=STDIO).join()
            if out.reason != Reason.EXITED:
                return 1
        for number in range(len(LINES)):
            spawn(half, [channel, str(number), "0", "4"], promises=STDIO, quiet=True).join()
            spawn(half, [channel, str(number), "4", "999"], promises=STDIO, quiet=True).join()
        if spawn(leaves_open, [channel], promises=STDIO).join().reason != Reason.PLEDGE:
            return 2
    write_bytes(b"end\n")
    return 0
