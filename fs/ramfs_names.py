"""The entries of a ramfs directory: records with a name, in a list in the order in which they came, and in a table.

An entry, in words: node, key, next of its bucket, before, after, sequence; then the bytes of the name. The key is the
name's hash and length, so that a name is compared where it will be equal. A directory with few entries has no table:
its list is walked. The table doubles as the entries do; where there is no memory for that, the buckets are longer.
"""

from typing import Final

from fs.errors import NO_SPACE
from fs.ramfs_inode import FIRST, HEIGHT, HINT, LAST, ROOT, SIZE
from fs.store import Store, give_pages, give_record, take_pages, take_record, words
from rumpk import Ptr, noalloc, prim, u8, unchecked, usize, w64

NODE: Final = 0
KEY: Final = 1                          # hash << 8 | length
CHAIN: Final = 2
BEFORE: Final = 3
AFTER: Final = 4
SEQUENCE: Final = 5                     # rises from entry to entry: the cookie of `readdir`
NAME_BYTE: Final = 48

PAGE_BUCKETS: Final = 512               # a table's order + 1 stands in HEIGHT; 0: there is none
LEAST_TABLE: Final = 16                 # a table is made for more entries than this …
LAST_TABLE: Final = 4                   # … and dropped at so few


@noalloc
@unchecked
def key_of(name: Ptr[u8], length: int) -> int:
    """FNV-1a (Fowler, Noll, Vo) of 64 bits, and the length. Its upper half hardly knows the last bytes, so it is mixed
    once more, by the first half of MurmurHash3's last step."""
    mixed = w64(0xCBF29CE484222325)
    for i in range(length):
        mixed = (mixed ^ w64(name[i])) * 0x100000001B3
    mixed = (mixed ^ mixed >> 33) * w64(0xFF51AFD7ED558CCD)
    return int(mixed >> 32) << 8 | length


@noalloc
@unchecked
def is_name(entry: int, name: Ptr[u8], length: int) -> bool:
    """Whether an entry of the same key has that name."""
    own = name_of(entry)
    for i in range(length):
        if own[i] != name[i]:
            return False
    return True


@noalloc
def name_of(entry: int) -> Ptr[u8]:
    return Ptr[u8](usize(entry + NAME_BYTE))


@noalloc
@unchecked
def bucket_of(directory: int, key: int) -> Ptr[int]:
    """The word that leads to the entries of a bucket; the directory has a table."""
    node = words(directory)
    return words(node[ROOT]) + (key >> 8 & (PAGE_BUCKETS << node[HEIGHT] - 1) - 1)


@noalloc
@unchecked
def find_entry(directory: int, name: Ptr[u8], length: int) -> int:
    """The entry of that name; 0: there is none."""
    key = key_of(name, length)
    node = words(directory)
    if node[HEIGHT] == 0:
        at, following = node[FIRST], AFTER
    else:
        at, following = bucket_of(directory, key)[0], CHAIN
    while at != 0 and not (words(at)[KEY] == key and is_name(at, name, length)):
        at = words(at)[following]
    return at


@noalloc
def add_entry(store: Store, directory: int, name: Ptr[u8], length: int, inode: int, sequence: int) -> int:
    """A name that the directory does not have yet. NO_SPACE, and nothing has changed."""
    entry = take_record(store, NAME_BYTE + length)
    if entry == 0:
        return NO_SPACE
    row, node = words(entry), words(directory)
    row[NODE], row[KEY], row[SEQUENCE] = inode, key_of(name, length), sequence
    prim.mem_copy(name_of(entry), name, usize(length))
    row[BEFORE] = node[LAST]
    if node[LAST] != 0:
        words(node[LAST])[AFTER] = entry
    else:
        node[FIRST] = entry
    node[LAST] = entry
    node[SIZE] += 1
    if node[HEIGHT] != 0:
        chain(directory, entry)
    grow(store, directory)
    return 0


@noalloc
def chain(directory: int, entry: int) -> None:
    """Put an entry into its bucket."""
    bucket = bucket_of(directory, words(entry)[KEY])
    words(entry)[CHAIN] = bucket[0]
    bucket[0] = entry


@noalloc
def grow(store: Store, directory: int) -> None:
    """A larger table where the entries ask for one, and there is memory."""
    node = words(directory)
    height, count = node[HEIGHT], node[SIZE]
    if count <= LEAST_TABLE if height == 0 else count <= 2 * PAGE_BUCKETS << height - 1:
        return
    table = take_pages(store, height)
    if table == 0:
        return
    drop_table(store, directory)
    node[ROOT], node[HEIGHT] = table, height + 1
    at = node[FIRST]
    while at != 0:
        chain(directory, at)
        at = words(at)[AFTER]


@noalloc
def drop_table(store: Store, directory: int) -> None:
    """The directory's list is all that there is."""
    node = words(directory)
    if node[HEIGHT] != 0:
        give_pages(store, node[ROOT], node[HEIGHT] - 1)
        node[ROOT], node[HEIGHT] = 0, 0


@noalloc
def remove_entry(store: Store, directory: int, entry: int) -> None:
    """The name is gone. Whoever reads the directory goes on behind it."""
    row, node = words(entry), words(directory)
    if node[HEIGHT] != 0:
        way = bucket_of(directory, row[KEY])
        while way[0] != entry:
            way = words(way[0]) + CHAIN
        way[0] = row[CHAIN]
    before, after = row[BEFORE], row[AFTER]
    if before != 0:
        words(before)[AFTER] = after
    else:
        node[FIRST] = after
    if after != 0:
        words(after)[BEFORE] = before
    else:
        node[LAST] = before
    if node[HINT] == entry:
        node[HINT] = before
    node[SIZE] -= 1
    give_record(store, entry)
    if node[SIZE] <= LAST_TABLE:
        drop_table(store, directory)


@noalloc
@unchecked
def entry_to(directory: int, inode: int) -> int:
    """The entry of an inode that has a name in this directory."""
    at = words(directory)[FIRST]
    while words(at)[NODE] != inode:
        at = words(at)[AFTER]
    return at


@noalloc
def entry_behind(directory: int, cookie: int) -> int:
    """The first entry whose sequence is above `cookie`; 0: there is none."""
    node = words(directory)
    at = node[HINT]
    at = words(at)[AFTER] if at != 0 and words(at)[SEQUENCE] <= cookie else node[FIRST]
    while at != 0 and words(at)[SEQUENCE] <= cookie:
        at = words(at)[AFTER]
    node[HINT] = at
    return at
