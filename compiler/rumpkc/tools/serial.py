"""The framing of the serial line: program output, everything else, and input share one wire.

    from the guest   10 10   a literal 0x10            to the guest   10 10   a literal 0x10
                     10 01   program output follows                   10 04   end of input
                     10 02   a program's log, tracebacks follow
                     10 03   the kernel's lines, panics follow; no program can write there

The guest starts on channel 3. Any other byte behind 0x10 is passed on as it is, escape included: a wire that carries
no frames (QEMU's own words, a crash before the kernel) stays readable.
"""

from __future__ import annotations

ESCAPE = 0x10
PROGRAM, LOG, KERNEL = 1, 2, 3
END_OF_INPUT = bytes([ESCAPE, 4])


class Deframer:
    """Splits what comes from the guest. Bytes may arrive in any portions."""

    def __init__(self) -> None:
        self.channel = KERNEL
        self.seen = False           # whether anything came at all, frames included
        self._escaped = False

    def feed(self, data: bytes) -> list[tuple[int, bytes]]:
        """The runs of (channel, bytes) that `data` completes."""
        self.seen = self.seen or bool(data)
        runs: list[tuple[int, bytes]] = []
        out = bytearray()

        def flush() -> None:
            if out:
                runs.append((self.channel, bytes(out)))
                out.clear()

        start = 0
        while start < len(data):
            if self._escaped:
                self._escaped = False
                code = data[start]
                if code in (PROGRAM, LOG, KERNEL):
                    flush()
                    self.channel = code
                else:
                    out += bytes([ESCAPE] if code == ESCAPE else [ESCAPE, code])
                start += 1
                continue
            at = data.find(ESCAPE, start)
            if at < 0:
                out += data[start:]
                break
            out += data[start:at]
            self._escaped = True
            start = at + 1
        flush()
        return runs


def frame_input(data: bytes) -> bytes:
    """Bytes of the user's input as they go over the wire."""
    return data.replace(bytes([ESCAPE]), bytes([ESCAPE, ESCAPE]))
