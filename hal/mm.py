"""Physical pages: a buddy allocator. Blocks of 2**order pages, each at a multiple of its size.

D. Knuth, "The Art of Computer Programming", volume 1, 2.5, "buddy system". A free block that is twice as large as
needed is halved; a block that comes back is joined with its other half as long as that is free, too.

    base …   one byte a page: FREE | order for the first page of a free block, USED | order for that of one in use
    first …  the pages. Free blocks of an order are in a ring: their first two words are the next and the previous one

All state is in `Pages`, so that a test can have its own. Nothing is zeroed.
"""

from typing import Final

from rumpk import Array, Ptr, noalloc, u8, usize

PAGE_BITS: Final = 12
PAGE: Final = 4096
ORDERS: Final = 20                      # the largest block has 2**19 pages: 2 GiB
FREE: Final = 0x40
USED: Final = 0x80
INSIDE: Final = 0                       # of a block: not its first page


class Pages:
    """Memory that is handed out in pages."""

    def __init__(self) -> None:
        self.marks: usize = usize(0)            # the bytes, one a page
        self.first: usize = usize(0)            # the first page
        self.count: int = 0                     # pages in all
        self.free: int = 0                      # pages that are free
        self.heads: Array[usize, ORDERS] = Array[usize, ORDERS]()    # a free block of each order; 0: none


@noalloc
def open_pages(pages: Pages, base: int, size: int) -> None:
    """Take over the memory from `base` on. Too little of it makes no pages, and is no error."""
    first = base + PAGE - 1 & ~(PAGE - 1)
    total = (base + size - first) // PAGE if base + size > first else 0
    kept = (total + PAGE - 1) // PAGE           # pages for the marks
    pages.marks = usize(first)
    pages.first = usize(first + kept * PAGE)
    pages.count = total - kept if total > kept else 0
    pages.free = 0
    marks = Ptr[u8](pages.marks)
    for i in range(pages.count):
        marks[i] = u8(INSIDE)
    at = 0
    while at < pages.count:
        order = ORDERS - 1
        while not _fits(pages, at, order):
            order -= 1
        _insert(pages, at, order)
        at += 1 << order


@noalloc
def _fits(pages: Pages, at: int, order: int) -> bool:
    """Whether a block of an order may begin at page `at`: it is aligned, by address, and there is as much."""
    return (int(pages.first) >> PAGE_BITS) + at & (1 << order) - 1 == 0 and at + (1 << order) <= pages.count


@noalloc
def _address(pages: Pages, at: int) -> usize:
    return pages.first + usize(at << PAGE_BITS)


@noalloc
def _insert(pages: Pages, at: int, order: int) -> None:
    """The block becomes a free one."""
    place = _address(pages, at)
    block = Ptr[usize](place)
    head = pages.heads[order]
    if head == 0:
        block[0] = place
        block[1] = place
    else:
        last = Ptr[usize](head)[1]
        block[0] = head
        block[1] = last
        Ptr[usize](last)[0] = place
        Ptr[usize](head)[1] = place
    pages.heads[order] = place
    Ptr[u8](pages.marks)[at] = u8(FREE | order)
    pages.free += 1 << order


@noalloc
def _remove(pages: Pages, at: int, order: int) -> None:
    """The block is none of the free ones any more."""
    place = _address(pages, at)
    block = Ptr[usize](place)
    after, before = block[0], block[1]
    Ptr[usize](before)[0] = after
    Ptr[usize](after)[1] = before
    if pages.heads[order] == place:
        pages.heads[order] = usize(0) if after == place else after
    Ptr[u8](pages.marks)[at] = u8(INSIDE)
    pages.free -= 1 << order


@noalloc
def take_block(pages: Pages, order: int) -> usize:
    """A block of 2**order pages; 0 where no memory is left for one."""
    if order < 0:
        return usize(0)
    larger = order
    while larger < ORDERS and pages.heads[larger] == 0:
        larger += 1
    if larger >= ORDERS:
        return usize(0)
    place = pages.heads[larger]
    at = int(place - pages.first) >> PAGE_BITS
    _remove(pages, at, larger)
    while larger > order:
        larger -= 1
        _insert(pages, at + (1 << larger), larger)
    Ptr[u8](pages.marks)[at] = u8(USED | order)
    return place


@noalloc
def give_block(pages: Pages, place: usize) -> bool:
    """Take a block back. False, and nothing happens, where no block in use begins there."""
    if place < pages.first or place & usize(PAGE - 1) != 0:
        return False
    at = int(place - pages.first) >> PAGE_BITS
    if at >= pages.count:
        return False
    marks = Ptr[u8](pages.marks)
    mark = int(marks[at])
    if mark & USED == 0:
        return False
    order = mark & ~USED
    marks[at] = u8(INSIDE)
    origin = int(pages.first) >> PAGE_BITS
    while order < ORDERS - 1:
        buddy = (origin + at ^ 1 << order) - origin
        if buddy < 0 or buddy + (1 << order) > pages.count or int(marks[buddy]) != FREE | order:
            break
        _remove(pages, buddy, order)
        at = min(at, buddy)
        order += 1
    _insert(pages, at, order)
    return True
