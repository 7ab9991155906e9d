"""What workers say where the kernel says things, too: a line of theirs that begins like the kernel's gets a mark.

    [Pledge] …   becomes   | [Pledge] …             what comes in several portions: [Ple| dge] …

On a framed line the kernel has a channel of its own, which no program writes, and a program's output goes out as it is;
this is for its log there, and for all that it says on a plain line. A line begins behind a line feed, and for this also
behind each control character, control sequence (ECMA-48) and character that is not ASCII. It is one line for all
workers: two of them cannot share one out. A sequence that hides what follows ends where a line of the kernel's begins
(`console.begin_line`). Who moves a terminal's cursor can draw anything there: a framed line cannot be drawn.
"""

from typing import Final

from kernel.console import (
    CANCEL, IN_SEQUENCE, IN_STRING, INTRODUCED, LINE_FEED, NO_SEQUENCE, WHOLE, enter, is_apart, leave, line_seen,
    line_sequence, plat_write, send_byte, set_line)
from rumpk import Ptr, noalloc, u8, u64, unchecked

# How the kernel's lines begin: WHOLE bytes tell each from all others.
BEGINNINGS: Final = tuple([int.from_bytes(text[:WHOLE], "little")
                           for text in (b"[rumpk] ", b"[Spawn] ", b"[Pledge] ", b"[Worker] ", b"*** KERNEL PANIC")])
MARK: Final = 0x7C                      # "|", and a space
SPACE: Final = 0x20
ESC: Final = 0x1B
BELL: Final = 0x07
SUBSTITUTE: Final = 0x1A                # ends a sequence as CANCEL does
DELETE: Final = 0x7F
BRACKET: Final = 0x5B                   # behind ESC: a control sequence begins
STRINGS: Final = (0x50, 0x58, 0x5D, 0x5E, 0x5F)     # … a string, up to ESC \ or a bell: DCS, SOS, OSC, PM, APC
INTERMEDIATE: Final = 0x30              # behind ESC, below: the sequence goes on
FINAL: Final = 0x40                     # from here up to DELETE: the end of a control sequence

_begun: u64 = u64(0)                    # the first bytes of the line


@noalloc
@unchecked
def write_marked(channel: int, data: Ptr[u8], count: int) -> int:
    """Send a worker's bytes on a channel; all of them, so the result is `count`."""
    if is_apart(channel):
        return plat_write(channel, data, count)
    enter()
    for i in range(count):
        if (i == 0 or line_seen() == 0) and line_sequence() == NO_SEQUENCE and is_taken(data + i, count - i):
            send_byte(channel, u8(MARK))
            send_byte(channel, u8(SPACE))
            set_line(WHOLE, NO_SEQUENCE)
        byte = int(data[i])
        if byte == LINE_FEED and line_sequence() == IN_STRING:
            send_byte(channel, u8(CANCEL))
        follow(byte)
        send_byte(channel, data[i])
    leave()
    return count


@noalloc
@unchecked
def is_taken(data: Ptr[u8], count: int) -> bool:
    """Whether the line so far and these bytes begin like a line of the kernel's; no: perhaps not yet."""
    seen = line_seen()
    if seen + count < WHOLE or seen >= WHOLE:
        return False
    word = _begun if seen > 0 else u64(0)
    for i in range(WHOLE - seen):
        word |= u64(data[i]) << 8 * (seen + i)
    for beginning in BEGINNINGS:
        if word == u64(beginning):
            return True
    return False


@noalloc
@unchecked
def follow(byte: int) -> None:
    """One more byte of a worker's is on the line."""
    global _begun
    seen, sequence = line_seen(), line_sequence()
    if byte == ESC:
        set_line(0, INTRODUCED)
    elif byte == CANCEL or byte == SUBSTITUTE or byte == LINE_FEED and sequence != IN_SEQUENCE:
        set_line(0, NO_SEQUENCE)
    elif sequence == INTRODUCED:
        set_line(0, behind_escape(byte))
    elif sequence == IN_SEQUENCE:
        set_line(0, NO_SEQUENCE if FINAL <= byte < DELETE else IN_SEQUENCE)
    elif sequence == IN_STRING:
        set_line(0, NO_SEQUENCE if byte == BELL else IN_STRING)
    elif byte < SPACE or byte >= DELETE:
        set_line(0, NO_SEQUENCE)
    elif seen < WHOLE:
        _begun = (_begun if seen > 0 else u64(0)) | u64(byte) << 8 * seen
        set_line(seen + 1, NO_SEQUENCE)


@noalloc
def behind_escape(byte: int) -> int:
    """What an escape begins."""
    if byte == BRACKET:
        return IN_SEQUENCE
    for begin in STRINGS:
        if byte == begin:
            return IN_STRING
    return INTRODUCED if SPACE <= byte < INTERMEDIATE else NO_SEQUENCE
