"""/proc: what the kernel knows, as KDL. A text is made anew by each read, so one that is read at once is of one moment.
Rows of workers and events have one length each, blanks at their ends: who reads by pieces may miss one, but never
reads a part of one.

    workers   worker fid="0x…" name="ls" parent="0x…" hart=0 state="alive" promises="0x…" memory=65536 used=12
    memory    memory ram=… image=… arena=…   pages size=4096 count=… free=…   files quota=… used=… packed=…
    irq       irq spurious=0   listener irq=10 fid="0x…"
    rings     ring fid="0x…" slots=16 waiting=0
    events    event number=7 time-us=1234 hart=0 what="spawn" first="0x…" second="0x…"        (kernel/trace.py)
    log       line "[rumpk] …"                              the last KEPT bytes of it, also what was not shown
"""

from typing import Final

from fs.filesystem import STAT_LINKS, STAT_MODE, STAT_NUMBER
from fs.flat import FIRST, ROOT, FlatFs
from fs.packed import packed_entries
from fs.ramfs import RamFs
from fs.store import PAGE
from hal.board import timer_frequency
from kernel.clock import nanoseconds
from kernel.ids import BUCKETS, bucket_of, ids_lock, ids_release
from kernel.interrupts import DEVICES, listener, spurious_count
from kernel.memory import arena_bytes, image_bytes, ram_bytes
from kernel.pages import pages_free, pages_in_all
from kernel.log import log_byte, log_range
from kernel.ring import CLAIMED, CONSUMED, MASK
from kernel.trace import EVENTS, NAME_WIDTH, NAMES as KINDS, noted, plat_event
from kernel.worker import ENDED, FREE, MAKING, SLOTS, slot
from rumpk import Array, Ptr, noalloc, u8, u64, unchecked, usize

WORKERS: Final = FIRST
MEMORY: Final = FIRST + 1
IRQ: Final = FIRST + 2
RINGS: Final = FIRST + 3
EVENTS_NODE: Final = FIRST + 4
LOG: Final = FIRST + 5
NAMES: Final = [b"workers", b"memory", b"irq", b"rings", b"events", b"log"]
KIND_NAMES: Final = KINDS.encode()
LINE_FEED: Final = 0x0A
SPACE: Final = 0x20
QUOTE: Final = 0x22
DIGITS: Final = b"0123456789abcdef"
TITLE: Final = 16                       # bytes of a worker's title
WORKER_ROW: Final = 208                 # bytes of a row
EVENT_ROW: Final = 144


class Text:
    """The part of a text that somebody reads: the bytes from `skip` on."""

    def __init__(self) -> None:
        self.out: usize = usize(0)
        self.room: int = 0
        self.skip: int = 0
        self.done: int = 0
        self.row: int = 0               # bytes of it so far, since `end_row`


_text: Text = Text()                    # under the VFS's lock
_event: Array[u64, 5] = Array[u64, 5]()


class ProcFs(FlatFs):
    """It shows the quota of the root's ramfs."""

    def __init__(self, names: list[bytes], root: RamFs) -> None:
        super().__init__(names)
        self.shown: RamFs = root

    @noalloc
    def stat(self, node: int, out: Ptr[int]) -> int:
        out[STAT_MODE], out[STAT_NUMBER], out[STAT_LINKS] = self.mode(node), node, 2 if node == ROOT else 1
        return 0

    @noalloc
    def read(self, node: int, at: int, out: Ptr[u8], count: int) -> int:
        text = _text
        text.out, text.room, text.skip, text.done = usize(out), count, at, 0
        text.row = 0
        if node == WORKERS:
            show_workers(text)
        elif node == MEMORY:
            show_memory(text, self.shown)
        elif node == IRQ:
            show_interrupts(text)
        elif node == RINGS:
            show_rings(text)
        elif node == EVENTS_NODE:
            show_events(text)
        else:
            show_log(text)
        return text.done


# Pieces of a text

@noalloc
@unchecked
def put(text: Text, byte: int) -> None:
    text.row += 1
    if text.skip > 0:
        text.skip -= 1
    elif text.done < text.room:
        Ptr[u8](text.out)[text.done] = u8(byte)
        text.done += 1


@noalloc
@unchecked
def words(text: Text, piece: bytes) -> None:
    for i in range(len(piece)):
        put(text, piece[i])


@noalloc
def decimal(text: Text, name: bytes, value: int) -> None:
    """` name=value`. Other harts change what is shown meanwhile: a difference that is below zero by that is 0."""
    words(text, name)
    value = max(value, 0)
    divisor = 1
    while value // divisor >= 10:
        divisor *= 10
    while divisor > 0:
        put(text, DIGITS[value // divisor % 10])
        divisor //= 10


@noalloc
def hexadecimal(text: Text, name: bytes, value: u64) -> None:
    """` name="0x…"`, with 16 digits: as text, because KDL's readers need not have numbers of 64 bits."""
    words(text, name)
    words(text, b"\"0x")
    for i in range(16):
        put(text, DIGITS[int(value >> u64(60 - 4 * i) & u64(15))])
    put(text, QUOTE)


@noalloc
def printed(text: Text, byte: int) -> None:
    """A byte inside of quotes; what would need an escape there is a `?`."""
    put(text, byte if SPACE <= byte < 0x7F and byte != QUOTE and byte != 0x5C else 0x3F)


@noalloc
def end_row(text: Text, length: int) -> None:
    """Blanks and the end of a row of so many bytes."""
    while text.row < length - 1:
        put(text, SPACE)
    put(text, LINE_FEED)
    text.row = 0


# The files

@noalloc
def show_workers(text: Text) -> None:
    for number in range(SLOTS):
        worker = slot(number)
        if worker.state == FREE or worker.state == MAKING:
            continue
        hexadecimal(text, b"worker fid=", worker.fid)
        words(text, b" name=\"")
        for i in range(TITLE):
            byte = int((worker.title if i < 8 else worker.title_end) >> u64(8 * (i & 7)) & u64(0xFF))
            if byte != 0:
                printed(text, byte)
        put(text, QUOTE)
        hexadecimal(text, b" parent=", worker.parent)
        decimal(text, b" hart=", worker.hart)
        words(text, b" state=\"ended\"" if worker.state == ENDED else b" state=\"alive\"")
        hexadecimal(text, b" promises=", worker.promises)
        decimal(text, b" memory=", int(worker.end) - int(worker.base))
        decimal(text, b" used=", int(nanoseconds(worker.used, timer_frequency())))
        end_row(text, WORKER_ROW)


@noalloc
def show_memory(text: Text, root: RamFs) -> None:
    decimal(text, b"memory ram=", ram_bytes())
    decimal(text, b" image=", image_bytes())
    decimal(text, b" arena=", arena_bytes())
    decimal(text, b"\npages size=", PAGE)
    decimal(text, b" count=", pages_in_all())
    decimal(text, b" free=", pages_free())
    decimal(text, b"\nfiles quota=", root.store.limit)
    decimal(text, b" used=", root.store.used)
    decimal(text, b" packed=", packed_entries())
    put(text, 10)


@noalloc
def show_interrupts(text: Text) -> None:
    decimal(text, b"irq spurious=", spurious_count())
    put(text, 10)
    for event in range(1, DEVICES):
        fid = listener(event)
        if fid != 0:
            decimal(text, b"listener irq=", event)
            hexadecimal(text, b" fid=", fid)
            put(text, 10)


@noalloc
def show_rings(text: Text) -> None:
    """The mailbox of each fiber that has a name."""
    ids_lock()
    for number in range(BUCKETS):
        fiber = bucket_of(number)
        while fiber is not None:
            if fiber.mailbox != 0:
                ring = Ptr[u64](fiber.mailbox)
                hexadecimal(text, b"ring fid=", fiber.fid)
                decimal(text, b" slots=", int(ring[MASK]) + 1)
                decimal(text, b" waiting=", int(ring[CLAIMED]) - int(ring[CONSUMED]))
                put(text, 10)
            fiber = fiber.id_next
    ids_release()


@noalloc
def show_events(text: Text) -> None:
    """Those that are still there, the oldest first."""
    end, out = noted(), Ptr[u64](_event)
    for number in range(max(end - EVENTS, 0), end):
        if plat_event(number, out) == 0:
            continue
        decimal(text, b"event number=", number)
        decimal(text, b" time-us=", int(out[2] // 1000))
        decimal(text, b" hart=", int(out[1]))
        words(text, b" what=\"")
        at = NAME_WIDTH * int(out[0])
        end_of_name = at + NAME_WIDTH
        while KIND_NAMES[end_of_name - 1] == SPACE:
            end_of_name -= 1
        for i in range(at, end_of_name):
            put(text, KIND_NAMES[i])
        put(text, QUOTE)
        hexadecimal(text, b" first=", out[3])
        hexadecimal(text, b" second=", out[4])
        end_row(text, EVENT_ROW)


@noalloc
def show_log(text: Text) -> None:
    """A node a line; the first one may be the end of a line."""
    first, end = log_range()
    inside = False
    for number in range(first, end):
        byte = log_byte(number)
        if not inside and byte != LINE_FEED:
            words(text, b"line \"")
            inside = True
        if byte != LINE_FEED:
            printed(text, byte)
        elif inside:
            put(text, QUOTE)
            put(text, LINE_FEED)
            inside = False
    if inside:
        put(text, QUOTE)
        put(text, LINE_FEED)
