"""The memory of one file system: pages of the kernel's, against a quota, and small records in some of them.

A page of records:   8 words: class, records in use, first free one, next and previous page with a free one, 0, 0, 0
                     records of one size; a free one holds the address of the next free one
A page whose last record is given back goes back itself, so an empty store has no pages.
"""

from typing import Final

from kernel.pages import page_alloc, page_free
from rumpk import Array, Ptr, inline, noalloc, prim, u8, usize

PAGE: Final = 4096
CLASSES: Final = 3
SIZES: Final = (64, 128, 320)           # bytes of a record
HEAD_BYTES: Final = 64

CLASS: Final = 0                        # words of a page's head
USED: Final = 1
FREE: Final = 2
NEXT: Final = 3
BEFORE: Final = 4


@noalloc
@inline
def words(place: int) -> Ptr[int]:
    """What lies at an address, as words."""
    return Ptr[int](usize(place))


class Store:
    """How much one file system has and may have."""

    def __init__(self) -> None:
        self.limit: int = 0             # pages
        self.used: int = 0
        self.open: Array[int, CLASSES] = Array[int, CLASSES]()      # pages of each class that have a free record


@noalloc
def take_pages(store: Store, order: int) -> int:
    """2**order pages, zeroed; 0 where the quota or the memory ends."""
    if store.used + (1 << order) > store.limit:
        return 0
    place = int(page_alloc(order))
    if place != 0:
        store.used += 1 << order
        prim.mem_set(Ptr[u8](usize(place)), u8(0), usize(PAGE << order))
    return place


@noalloc
def give_pages(store: Store, place: int, order: int) -> None:
    page_free(usize(place))
    store.used -= 1 << order


@noalloc
def class_of(size: int) -> int:
    """The least class that holds so many bytes."""
    number = 0
    while SIZES[number] < size:
        number += 1
    return number


@noalloc
def take_record(store: Store, size: int) -> int:
    """A record of at least so many bytes, zeroed; 0 where there is no room."""
    number = class_of(size)
    page = store.open[number]
    if page == 0:
        page = open_page(store, number)
        if page == 0:
            return 0
    head = words(page)
    place = head[FREE]
    head[FREE] = words(place)[0]
    head[USED] += 1
    if head[FREE] == 0:
        unlist(store, page)
    prim.mem_set(Ptr[u8](usize(place)), u8(0), usize(SIZES[number]))
    return place


@noalloc
def open_page(store: Store, number: int) -> int:
    """A new page of records."""
    page = take_pages(store, 0)
    if page == 0:
        return 0
    size = SIZES[number]
    after = 0
    for index in range((PAGE - HEAD_BYTES) // size):
        place = page + HEAD_BYTES + index * size
        words(place)[0] = after
        after = place
    head = words(page)
    head[CLASS] = number
    head[FREE] = after
    enlist(store, page)
    return page


@noalloc
def give_record(store: Store, place: int) -> None:
    """The record is nobody's."""
    page = place & ~(PAGE - 1)
    head = words(page)
    if head[FREE] == 0:
        enlist(store, page)
    words(place)[0] = head[FREE]
    head[FREE] = place
    head[USED] -= 1
    if head[USED] == 0:
        unlist(store, page)
        give_pages(store, page, 0)


@noalloc
def enlist(store: Store, page: int) -> None:
    """The page has a free record."""
    number = words(page)[CLASS]
    first = store.open[number]
    words(page)[NEXT], words(page)[BEFORE] = first, 0
    if first != 0:
        words(first)[BEFORE] = page
    store.open[number] = page


@noalloc
def unlist(store: Store, page: int) -> None:
    after, before = words(page)[NEXT], words(page)[BEFORE]
    if after != 0:
        words(after)[BEFORE] = before
    if before != 0:
        words(before)[NEXT] = after
    else:
        store.open[words(page)[CLASS]] = after
