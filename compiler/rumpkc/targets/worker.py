"""A process that compiles texts of LLVM IR: `python -m rumpkc.targets.worker TARGET LEVEL`.

in:  on standard input, for each text its length (8 bytes, little endian) and its bytes
out: on standard output, for each its object in the same way, an empty one where LLVM rejects the text; then the call
     sites of an object for an image (link/sites.py), empty for others
"""

from __future__ import annotations

import gc
import os
import signal
import sys

from rumpkc.diagnostics import CompileError
from rumpkc.link.sites import packed, sites_of
from rumpkc.targets.objects import compile_object
from rumpkc.targets.parallel import LENGTH
from rumpkc.targets.target import target_by_name


def main() -> int:
    """Compile until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)        # Ctrl-C is the build's to explain
    gc.disable()
    target, level = target_by_name(sys.argv[1]), int(sys.argv[2])
    reader = sys.stdin.buffer
    writer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)                                       # what LLVM prints is no answer
    while len(head := reader.read(LENGTH.size)) == LENGTH.size:
        data = reader.read(LENGTH.unpack(head)[0])
        try:
            content, sites = compile_object(data.decode("utf-8", "surrogatepass"), target, level), b""
            if not target.is_host:
                sites = packed(sites_of("", content, target))
        except CompileError:
            content = sites = b""                       # the build says it, in its own order
        for part in (content, sites):
            writer.write(LENGTH.pack(len(part)) + part)
        writer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
