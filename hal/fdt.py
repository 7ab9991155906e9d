"""Flattened device tree: what a boot needs of it, in one pass, without memory of its own.

Devicetree Specification 0.4, chapter 5. All numbers are big-endian, 32 bits, at multiples of four.

header   0 magic   4 total size   8 offset of the structure   12 offset of the strings   20 version
         24 oldest compatible version   32 size of the strings   36 size of the structure
structure, a sequence of   1 begin node, name, NUL, padding      2 end node
                           3 property, length, offset of its name, value, padding   4 nothing   9 end

The tree comes from outside: every offset and length is checked against the block that it lies in before it is used, and
what does not fit is a `fault` in the result, never an access beyond the tree.
"""

from typing import Final

from rumpk import Ptr, noalloc, u8, usize, value, w32

MAGIC: Final = 0xD00D_FEED
HEADER_BYTES: Final = 40
MAX_TREE_BYTES: Final = 2 << 20         # QEMU pads its aarch64 tree to 1 MiB
VERSION: Final = 17
MAX_DEPTH: Final = 32

BEGIN_NODE: Final = 1
END_NODE: Final = 2
PROPERTY: Final = 3
NOTHING: Final = 4
END: Final = 9

# Which node the walk is in: only these have properties that we read.
OTHER: Final = 0
ROOT: Final = 1
MEMORY: Final = 2
CHOSEN: Final = 3
CPUS: Final = 4


@value
class TreeInfo:
    """What the tree says. Addresses and sizes are in bytes; 0 where the tree says nothing.

    `fault` is the empty string for a well-formed tree; else nothing else in the record counts.
    """

    fault: str
    total_bytes: int
    memory_base: int
    memory_bytes: int
    arguments: Ptr[u8]
    argument_bytes: int
    timebase_hz: int

    def __init__(self, fault: str, total_bytes: int, memory_base: int, memory_bytes: int, arguments: Ptr[u8],
                 argument_bytes: int, timebase_hz: int) -> None:
        self.fault = fault
        self.total_bytes = total_bytes
        self.memory_base = memory_base
        self.memory_bytes = memory_bytes
        self.arguments = arguments
        self.argument_bytes = argument_bytes
        self.timebase_hz = timebase_hz


def _faulty(fault: str) -> TreeInfo:
    return TreeInfo(fault, 0, 0, 0, Ptr[u8](usize(0)), 0, 0)


@noalloc
def word_at(base: Ptr[u8], offset: int) -> int:
    """The 32-bit big-endian number at `base + offset`."""
    p = base + offset
    return int(w32(p[0]) << 24 | w32(p[1]) << 16 | w32(p[2]) << 8 | w32(p[3]))


@noalloc
def cells_at(base: Ptr[u8], offset: int, cells: int) -> int:
    """A number of one or two cells; -1 where it does not fit `int` (no machine has memory there)."""
    if cells == 1:
        return word_at(base, offset)
    high = word_at(base, offset)
    return -1 if high >> 31 else high << 32 | word_at(base, offset + 4)


@noalloc
def name_length(block: Ptr[u8], at: int, end: int) -> int:
    """Bytes of the NUL-terminated string at `at`; -1 where no NUL comes before `end`."""
    i = at
    while i < end:
        if block[i] == 0:
            return i - at
        i += 1
    return -1


@noalloc
def is_text(block: Ptr[u8], at: int, end: int, text: bytes) -> bool:
    """Whether the NUL-terminated string at `at` is `text`."""
    if at + len(text) >= end:
        return False
    for i in range(len(text)):
        if int(block[at + i]) != text[i]:
            return False
    return block[at + len(text)] == 0


@noalloc
def kind_of(block: Ptr[u8], at: int, length: int, depth: int) -> int:
    """Which node begins here: its name is at `at`, `depth` counts the root as 1."""
    if depth == 1:
        return ROOT
    if depth != 2:
        return OTHER
    end = at + length + 1
    if is_text(block, at, end, b"chosen"):
        return CHOSEN
    if is_text(block, at, end, b"cpus"):
        return CPUS
    if length >= 6 and block[at] == 109 and is_unit(block, at, length):
        return MEMORY
    return OTHER


@noalloc
def is_unit(block: Ptr[u8], at: int, length: int) -> bool:
    """Whether a node name is `memory` or `memory@…` (3.4: `device_type` is always "memory" there)."""
    name = b"memory"
    if not begins(block, at, length, name):
        return False
    return length == len(name) or block[at + len(name)] == 64


@noalloc
def header_fault(base: Ptr[u8]) -> str:
    """What is wrong with the header; the empty string if nothing is."""
    if word_at(base, 0) != MAGIC:
        return "no device tree"
    total = word_at(base, 4)
    structure, structure_bytes = word_at(base, 8), word_at(base, 36)
    strings, strings_bytes = word_at(base, 12), word_at(base, 32)
    if total < HEADER_BYTES or total > MAX_TREE_BYTES:
        return "device tree: bad size"
    if word_at(base, 20) < VERSION or word_at(base, 24) > VERSION:
        return "device tree: unknown version"
    if structure < HEADER_BYTES or structure % 4 != 0 or structure + structure_bytes > total:
        return "device tree: bad structure block"
    if strings < HEADER_BYTES or strings + strings_bytes > total:
        return "device tree: bad strings block"
    return ""


@noalloc
def read_tree(base: Ptr[u8], inside: int) -> TreeInfo:
    """Walk the tree at `base`. Of several memory banks the one that holds the address `inside` counts."""
    fault = header_fault(base)
    if fault != "":
        return _faulty(fault)
    block = base + word_at(base, 8)
    end = word_at(base, 36)
    names = base + word_at(base, 12)
    names_end = word_at(base, 32)
    address_cells, size_cells = 2, 1
    memory_base, memory_bytes, timebase_hz = 0, 0, 0
    arguments, argument_bytes = Ptr[u8](usize(0)), 0
    at, depth, kind = 0, 0, OTHER
    while at + 4 <= end:
        token = word_at(block, at)
        at += 4
        if token == PROPERTY:
            if depth == 0 or at + 8 > end:
                return _faulty("device tree: misplaced property")
            length = word_at(block, at)
            name = word_at(block, at + 4)
            at += 8
            if at + length > end or name >= names_end:
                return _faulty("device tree: property beyond its block")
            if kind == ROOT and length == 4:
                if is_text(names, name, names_end, b"#address-cells"):
                    address_cells = word_at(block, at)
                elif is_text(names, name, names_end, b"#size-cells"):
                    size_cells = word_at(block, at)
            elif kind == MEMORY and is_text(names, name, names_end, b"reg"):
                found = find_bank(block, at, length, address_cells, size_cells, inside)
                if found[1] > 0:
                    memory_base, memory_bytes = found
            elif kind == CHOSEN and length > 0 and is_text(names, name, names_end, b"bootargs"):
                arguments, argument_bytes = block + at, length - 1
            elif kind == CPUS and length == 4 and is_text(names, name, names_end, b"timebase-frequency"):
                timebase_hz = word_at(block, at)
            at += length + 3 & ~3
        elif token == BEGIN_NODE:
            length = name_length(block, at, end)
            if length < 0 or depth == MAX_DEPTH:
                return _faulty("device tree: node name without end or nodes too deep")
            depth += 1
            kind = kind_of(block, at, length, depth)
            at += length + 4 & ~3
        elif token == END_NODE:
            if depth == 0:
                return _faulty("device tree: end of a node that did not begin")
            depth -= 1
            kind = OTHER
        elif token == END and depth == 0:
            return TreeInfo("", word_at(base, 4), memory_base, memory_bytes, arguments, argument_bytes, timebase_hz)
        elif token != NOTHING:
            return _faulty("device tree: unknown token")
    return _faulty("device tree: structure without end")


@noalloc
def find_bank(block: Ptr[u8], at: int, length: int, address_cells: int, size_cells: int,
              inside: int) -> tuple[int, int]:
    """The (base, size) pair of a `reg` value that holds the address `inside`; (0, 0) where none does."""
    if address_cells < 1 or address_cells > 2 or size_cells < 1 or size_cells > 2:
        return 0, 0
    step = 4 * (address_cells + size_cells)
    for i in range(length // step):
        base = cells_at(block, at + i * step, address_cells)
        size = cells_at(block, at + i * step + 4 * address_cells, size_cells)
        if base >= 0 and size > 0 and base <= inside and inside - base < size:
            return base, size
    return 0, 0


@noalloc
def argument_of(arguments: Ptr[u8], count: int, name: bytes) -> int:
    """Where the value of `name=value` begins in space-separated boot arguments; -1 where there is no such word."""
    i = 0
    while i + len(name) < count:
        if (i == 0 or arguments[i - 1] == 32) and arguments[i + len(name)] == 61:
            j = 0
            while j < len(name) and int(arguments[i + j]) == name[j]:
                j += 1
            if j == len(name):
                return i + j + 1
        i += 1
    return -1


@noalloc
def argument_is(arguments: Ptr[u8], count: int, name: bytes, wanted: bytes) -> bool:
    """Whether the boot arguments hold the word `name=wanted`."""
    at = argument_of(arguments, count, name)
    if at < 0 or at + len(wanted) > count:
        return False
    for i in range(len(wanted)):
        if int(arguments[at + i]) != wanted[i]:
            return False
    return at + len(wanted) == count or arguments[at + len(wanted)] == 32


@noalloc
def behind(block: Ptr[u8], at: int, end: int) -> int:
    """Where the token behind the one at `at` is; -1 where that is none, or does not end inside of the block."""
    token = word_at(block, at)
    if token == BEGIN_NODE:
        length = name_length(block, at + 4, end)
        return at + 4 + (length + 4 & ~3) if length >= 0 else -1
    if token == PROPERTY:
        if at + 12 > end or at + 12 + word_at(block, at + 4) > end:
            return -1
        return at + 12 + (word_at(block, at + 4) + 3 & ~3)
    return at + 4 if token == END_NODE or token == NOTHING or token == END else -1


@noalloc
def count_harts(base: Ptr[u8]) -> int:
    """How many processors the tree names: nodes `cpu@…` below /cpus (3.8). 1 where the tree is missing or broken."""
    if header_fault(base) != "":
        return 1
    block = base + word_at(base, 8)
    end = word_at(base, 36)
    at, depth, inside, count = 0, 0, False, 0
    while 0 <= at and at + 4 <= end:
        token = word_at(block, at)
        following = behind(block, at, end)
        if token == BEGIN_NODE:
            depth += 1
            if depth == 2:
                inside = is_text(block, at + 4, end, b"cpus")
            elif depth == 3 and inside and begins(block, at + 4, following - at - 4, b"cpu@"):
                count += 1
        elif token == END_NODE:
            depth -= 1
        elif token == END and depth == 0:
            return max(count, 1)
        at = following
    return 1


@noalloc
def chosen_bytes(base: Ptr[u8], name: bytes) -> tuple[int, int]:
    """The property `name` of /chosen (3.6): its address and length; (0, 0) where there is none."""
    if header_fault(base) != "":
        return 0, 0
    block = base + word_at(base, 8)
    end = word_at(base, 36)
    names = base + word_at(base, 12)
    names_end = word_at(base, 32)
    at, depth, inside = 0, 0, False
    while 0 <= at and at + 4 <= end:
        token = word_at(block, at)
        following = behind(block, at, end)
        if token == BEGIN_NODE:
            depth += 1
            inside = depth == 2 and is_text(block, at + 4, end, b"chosen")
        elif token == END_NODE:
            depth -= 1
            inside = False
        elif token == PROPERTY and inside and following > 0:
            offset = word_at(block, at + 8)
            if offset < names_end and is_text(names, offset, names_end, name):
                return int(usize(block)) + at + 12, word_at(block, at + 4)
        at = following
    return 0, 0


@noalloc
def begins(block: Ptr[u8], at: int, length: int, text: bytes) -> bool:
    """Whether a name of `length` bytes begins with `text`."""
    if length < len(text):
        return False
    for i in range(len(text)):
        if int(block[at + i]) != text[i]:
            return False
    return True
