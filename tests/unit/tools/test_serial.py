"""The framing of the serial line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rumpkc.tools.serial import END_OF_INPUT, KERNEL, LOG, PROGRAM, Deframer, frame_input


def send(runs: list[tuple[int, bytes]]) -> bytes:
    """What a guest sends for these runs."""
    out = b""
    for channel, data in runs:
        out += bytes([0x10, channel]) + data.replace(b"\x10", b"\x10\x10")
    return out


def gather(runs: list[tuple[int, bytes]]) -> dict[int, bytes]:
    out = {PROGRAM: b"", LOG: b"", KERNEL: b""}
    for channel, data in runs:
        out[channel] += data
    return out


@given(st.lists(st.tuples(st.sampled_from([PROGRAM, LOG, KERNEL]), st.binary(max_size=20))), st.lists(st.integers(0, 200)))
def test_round_trip_in_any_portions(runs: list[tuple[int, bytes]], cuts: list[int]) -> None:
    wire = send(runs)
    deframer, got, start = Deframer(), [], 0
    for cut in sorted(cuts):
        got += deframer.feed(wire[start:cut])
        start = max(start, cut)
    got += deframer.feed(wire[start:])
    assert gather(got) == gather(runs)


def test_begins_with_the_kernel() -> None:
    assert Deframer().feed(b"early") == [(KERNEL, b"early")]


def test_unknown_escape_is_shown() -> None:
    assert gather(Deframer().feed(b"a\x10zb"))[KERNEL] == b"a\x10zb"


def test_frames_alone_count_as_seen() -> None:
    deframer = Deframer()
    assert not deframer.seen
    assert deframer.feed(b"\x10\x03") == []
    assert deframer.seen


def test_input() -> None:
    assert frame_input(b"a\x10b") == b"a\x10\x10b"
    assert END_OF_INPUT == b"\x10\x04"
