"""The bytes of a ramfs file: a tree of pages. A page that was never written is not there, and reads as zeros.

    height 0   the root is the one page                     4 KiB
    height n   the root is a page of 512 words, each the root of a tree of height n - 1, or 0
The height only grows, and is 0 again when the file is empty.
"""

from typing import Final

from fs.errors import NO_SPACE, TOO_LARGE
from fs.packed import unpack_page
from fs.ramfs_inode import HEIGHT, LOWER, LOWER_PAGES, ROOT, SIZE
from fs.store import PAGE, Store, give_pages, take_pages, words
from rumpk import Ptr, noalloc, prim, u8, unchecked, usize

PAGE_BITS: Final = 12
FAN_BITS: Final = 9                     # words of a page
FAN: Final = 512
MOST_HEIGHT: Final = 3
MOST_BYTES: Final = PAGE << FAN_BITS * MOST_HEIGHT      # of a file: 512 GiB


@noalloc
@unchecked
def page_of(inode: int, index: int) -> int:
    """The page with that number; 0: it is not there."""
    node = words(inode)
    place, height = node[ROOT], node[HEIGHT]
    if index >> FAN_BITS * height != 0:
        return 0
    while height > 0 and place != 0:
        height -= 1
        place = words(place)[index >> FAN_BITS * height & FAN - 1]
    return place


@noalloc
def page_for(store: Store, inode: int, index: int) -> int:
    """The page with that number, made where it is not there; 0: there is no room for it."""
    node = words(inode)
    while index >> FAN_BITS * node[HEIGHT] != 0:
        if node[ROOT] != 0:
            above = take_pages(store, 0)
            if above == 0:
                return 0
            words(above)[0] = node[ROOT]
            node[ROOT] = above
        node[HEIGHT] += 1
    way, height = words(inode) + ROOT, node[HEIGHT]
    while True:
        if way[0] == 0:
            way[0] = take_pages(store, 0)
            if way[0] == 0:
                return 0
        if height == 0:
            return way[0]
        height -= 1
        way = words(way[0]) + (index >> FAN_BITS * height & FAN - 1)


@noalloc
def own_page(store: Store, inode: int, index: int) -> int:
    """The page to write into: one that was packed into the image is unpacked into a page of the file's own."""
    place = page_of(inode, index)
    if place == 0:
        place = page_for(store, inode, index)
        if place != 0 and index < words(inode)[LOWER_PAGES]:
            prim.mem_copy(Ptr[u8](usize(place)), Ptr[u8](usize(unpack_page(words(inode)[LOWER], index))), usize(PAGE))
    return place


@noalloc
@unchecked
def read_data(inode: int, at: int, out: Ptr[u8], count: int) -> int:
    """Copy bytes out, a page at a time. How many there were."""
    count = min(count, words(inode)[SIZE] - at)
    done = 0
    while done < count:
        index, inside = at + done >> PAGE_BITS, at + done & PAGE - 1
        piece = min(PAGE - inside, count - done)
        page = page_of(inode, index)
        if page == 0 and index < words(inode)[LOWER_PAGES]:
            page = unpack_page(words(inode)[LOWER], index)
        if page != 0:
            prim.mem_copy(out + done, Ptr[u8](usize(page + inside)), usize(piece))
        else:
            prim.mem_set(out + done, u8(0), usize(piece))
        done += piece
    return max(done, 0)


@noalloc
def write_data(store: Store, inode: int, at: int, data: Ptr[u8], count: int) -> int:
    """Copy bytes in, a page at a time. How many found room; an error if none did."""
    if count == 0:
        return 0
    if at > MOST_BYTES - 1:
        return TOO_LARGE
    count = min(count, MOST_BYTES - at)
    done = 0
    while done < count:
        index, inside = at + done >> PAGE_BITS, at + done & PAGE - 1
        piece = min(PAGE - inside, count - done)
        page = own_page(store, inode, index)
        if page == 0:
            break
        prim.mem_copy(Ptr[u8](usize(page + inside)), data + done, usize(piece))
        done += piece
    node = words(inode)
    if done > 0:
        node[SIZE] = max(node[SIZE], at + done)
    return done if done > 0 else NO_SPACE


@noalloc
def resize_data(store: Store, inode: int, size: int) -> int:
    """Pages behind the new end go back, and the rest of the last one is zeros. An error has changed nothing."""
    node = words(inode)
    if size > MOST_BYTES:
        return TOO_LARGE
    if size < node[SIZE]:
        kept = size + PAGE - 1 >> PAGE_BITS
        inside = size & PAGE - 1
        if inside != 0:
            last = page_of(inode, kept - 1)
            if last == 0 and kept <= node[LOWER_PAGES]:
                last = own_page(store, inode, kept - 1)
                if last == 0:
                    return NO_SPACE
            if last != 0:
                prim.mem_set(Ptr[u8](usize(last + inside)), u8(0), usize(PAGE - inside))
        if node[ROOT] != 0 and prune(store, node[ROOT], node[HEIGHT], kept):
            node[ROOT], node[HEIGHT] = 0, 0
        node[LOWER_PAGES] = min(node[LOWER_PAGES], kept)
    node[SIZE] = size
    return 0


@noalloc
def prune(store: Store, place: int, height: int, kept: int) -> bool:
    """Give back the pages of a tree from number `kept` on. True: that was all of it."""
    if height > 0:
        table, span = words(place), 1 << FAN_BITS * (height - 1)
        for index in range(kept // span, FAN):
            below = table[index]
            if below != 0 and prune(store, below, height - 1, max(kept - index * span, 0)):
                table[index] = 0
    if kept > 0:
        return False
    give_pages(store, place, 0)
    return True
