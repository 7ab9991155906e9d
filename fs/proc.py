"""/proc: what the kernel knows, as KDL. A text is made anew by each read, so one that is read at once is of one moment.

    workers   worker fid="0x…" parent="0x…" hart=0 state="alive" promises="0x…" memory=65536 used-ticks=12
    memory    memory ram=… image=… arena=…   pages size=4096 count=… free=…   files quota=… used=… packed=…
    irq       irq spurious=0   listener irq=10 fid="0x…"
    rings     ring fid="0x…" slots=16 waiting=0
"""

from typing import Final

from fs.filesystem import STAT_LINKS, STAT_MODE, STAT_NUMBER
from fs.flat import FIRST, ROOT, FlatFs
from fs.packed import packed_entries
from fs.ramfs import RamFs
from fs.store import PAGE
from kernel.ids import BUCKETS, bucket_of, ids_lock, ids_release
from kernel.interrupts import DEVICES, listener, spurious_count
from kernel.memory import arena_bytes, image_bytes, ram_bytes
from kernel.pages import pages_free, pages_in_all
from kernel.ring import CLAIMED, CONSUMED, MASK
from kernel.worker import ENDED, FREE, MAKING, SLOTS, slot
from rumpk import Ptr, noalloc, u8, u64, unchecked, usize

WORKERS: Final = FIRST
MEMORY: Final = FIRST + 1
IRQ: Final = FIRST + 2
RINGS: Final = FIRST + 3
NAMES: Final = [b"workers", b"memory", b"irq", b"rings"]
DIGITS: Final = b"0123456789abcdef"


class Text:
    """The part of a text that somebody reads: the bytes from `skip` on."""

    def __init__(self) -> None:
        self.out: usize = usize(0)
        self.room: int = 0
        self.skip: int = 0
        self.done: int = 0


_text: Text = Text()                    # under the VFS's lock


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
        if node == WORKERS:
            show_workers(text)
        elif node == MEMORY:
            show_memory(text, self.shown)
        elif node == IRQ:
            show_interrupts(text)
        else:
            show_rings(text)
        return text.done


# Pieces of a text

@noalloc
@unchecked
def put(text: Text, byte: int) -> None:
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
    put(text, 0x22)


# The files

@noalloc
def show_workers(text: Text) -> None:
    for number in range(SLOTS):
        worker = slot(number)
        if worker.state == FREE or worker.state == MAKING:
            continue
        hexadecimal(text, b"worker fid=", worker.fid)
        hexadecimal(text, b" parent=", worker.parent)
        decimal(text, b" hart=", worker.hart)
        words(text, b" state=\"ended\"" if worker.state == ENDED else b" state=\"alive\"")
        hexadecimal(text, b" promises=", worker.promises)
        decimal(text, b" memory=", int(worker.end) - int(worker.base))
        decimal(text, b" used-ticks=", int(worker.used >> 1) * 2)
        put(text, 10)


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
