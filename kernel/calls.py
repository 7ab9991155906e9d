"""The system calls: one row each. The compiler makes the stubs of it, the kernel its checks, docs/ its pages.

A row: number, name, the promises that a caller needs ("": none), kinds of the arguments, what it does.
Kinds: `int` any word; `bytes` and `buffer` an address that the caller may read or write, for as many bytes as the next
argument says, a `count`; `words` and `pair` an address that it may write six or two words to, `record` one from which
it may read what a spawn is asked for by (hive.py); `fd` a descriptor; `fid` the name of a worker that it has spawned.
A result below zero is an error, by CPython's numbers (errno).
"""

from typing import Final

CALLS: Final = (
    (0, "exit", "", "int", "End the worker with an exit code."),
    (1, "null", "", "", "Nothing: what a call costs."),
    (2, "write", "STDIO", "fd bytes count", "Write bytes to a descriptor, all of them. Their number."),
    (3, "read", "STDIO", "fd buffer count", "Wait for bytes, take what is there. Their number, 0 at the end."),
    (4, "ticks", "TIME", "", "Nanoseconds since boot."),
    (5, "reply", "", "bytes count", "Leave the packet that a join returns; the last one counts."),
    (6, "fail", "", "bytes count", "The exception, in words, that ends the worker."),
    (7, "yield", "", "", "Let others run."),
    (8, "sleep", "TIME", "int", "Let others run for so many nanoseconds."),
    (9, "pledge", "", "int", "Give up all promises but these. What is left."),
    (10, "spawn", "EXEC", "record", "A new worker. Its name."),
    (11, "wait", "EXEC", "fid words", "Wait for a worker's end: reason, code, cause, address, bytes of its reply."),
    (12, "take", "EXEC", "fid buffer count", "The reply of a worker that has ended, which is forgotten."),
    (13, "kill", "EXEC", "fid", "End a worker."),
    (14, "self", "", "", "The caller's own name."),
    (15, "wall", "TIME", "", "Nanoseconds since 1970."),
    (16, "lenient", "", "int", "A call without its promise is an error (1), or, as at first, the caller's end (0)."),
    (17, "close", "", "fd", "Give a descriptor back."),
    (18, "pipe", "STDIO", "pair", "A new pipe: the descriptors to read from and to write to."),
    (19, "dup", "STDIO", "fd", "The lowest descriptor that is free, for the same as another."),
    (20, "foreground", "EXEC", "int", "Ctrl-C ends this group's workers (0: none). The one before, + 1 << 32: it did."),
    (21, "workers", "RPATH", "buffer count", "A row for each worker that fits (kernel/census.py). How many there are."),
    (22, "end", "PROC", "fid", "End a worker that the caller's parent has spawned, or one of these."),
    (23, "counts", "RPATH", "words", "Pages, free pages, bytes of a page, workers, openings, slots for workers."),
    (24, "open", "RPATH", "bytes count int", "A descriptor of a file, to read: its path, mode << 32 | flags."),
    (25, "open_write", "WPATH", "bytes count int", "The same, to write."),
    (26, "open_both", "RPATH WPATH", "bytes count int", "The same, to do both."),
    (27, "stat", "RPATH", "buffer count int", "What a path leads to: the path's bytes; 8 words take their place."),
    (28, "mkdir", "WPATH", "bytes count int", "A new directory: its path, mode."),
    (29, "unlink", "WPATH", "bytes count", "A file loses its name."),
    (30, "rmdir", "WPATH", "bytes count", "An empty directory loses its name."),
    (31, "rename", "WPATH", "bytes count int", "Another name: both paths in a row, the first one's bytes."),
    (32, "truncate", "WPATH", "bytes count int", "A file has this size."),
    (33, "seek", "", "fd int int", "Move a file's place: by, from begin (0), place (1), end (2). The new one."),
    (34, "fstat", "", "fd buffer count", "8 words about a file."),
    (35, "resize", "", "fd int", "A file that may be written has this size."),
    (36, "fsync", "WPATH", "fd", "What was written to a file is there after a loss of power."),
    (37, "scan", "RPATH", "fd buffer count", "Entries of a directory: 8 words, kind >> 12, length, name. 0: the end."),
    (38, "utime", "WPATH", "bytes count int", "Times of a file: path, when it was read, written; the path's bytes."),
    (39, "keys", "STDIO", "", "Input unedited, from now on until the foreground changes. Bytes that are there."),
)

STDIO: Final = 0x1
RPATH: Final = 0x2
WPATH: Final = 0x4
INET: Final = 0x8
EXEC: Final = 0x10
TIME: Final = 0x20
GFX: Final = 0x40
BLOCK: Final = 0x80
PROC: Final = 0x100
ALL: Final = 0xFFFF_FFFF_FFFF_FFFF
PROMISES: Final = {"": 0, "STDIO": STDIO, "RPATH": RPATH, "WPATH": WPATH, "INET": INET, "EXEC": EXEC, "TIME": TIME,
                   "GFX": GFX, "BLOCK": BLOCK, "PROC": PROC}
WORDS: Final = 48                       # bytes of a `words`,
PAIR: Final = 16                        # … of a `pair`,
RECORD: Final = 104                     # … of a `record`

COUNT: Final = len(CALLS)
NAMES: Final = tuple([row[1] for row in CALLS])
NAME_WIDTH: Final = 11                  # for the kernel, which has one text of them: a name each so many bytes
NAME_TEXT: Final = "".join([name.ljust(NAME_WIDTH) for name in NAMES])

# What the kernel checks before a call, in one word: bits 0 to 31 the promise that it needs; what follows is about the
# pointer among the arguments. Whoever adds a kind adds it here.
PLACE_SHIFT: Final = 32                 # its place + 1, 0 where none is
PLACES: Final = 0xF
WRITTEN: Final = 1 << 36                # the call writes there
FIXED_SHIFT: Final = 40                 # how many bytes, where no count says it; they are whole words then

OF_KIND: Final = {"bytes": 0, "buffer": WRITTEN, "words": WRITTEN | WORDS << FIXED_SHIFT,
                  "pair": WRITTEN | PAIR << FIXED_SHIFT, "record": RECORD << FIXED_SHIFT}
CHECKS: Final = tuple([sum([PROMISES[name] for name in row[2].split()]) | sum([place + 1 << PLACE_SHIFT | OF_KIND[kind]
                                               for place, kind in enumerate(row[3].split()) if kind in OF_KIND])
                       for row in CALLS])
