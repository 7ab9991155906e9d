"""An inode of ramfs: a record of words. A node of the VFS is the address of one."""

from typing import Final

from fs.filesystem import DIRECTORY, KIND
from fs.store import Store, give_record, take_record, words
from kernel.clock import plat_wall
from rumpk import noalloc

INODE_BYTES: Final = 128

MODE: Final = 0                         # kind and permissions
NUMBER: Final = 1
LINKS: Final = 2                        # names: 0 or 1; of a directory 2 and one for each directory in it
OPENS: Final = 3                        # how many hold it
SIZE: Final = 4                         # bytes; of a directory its entries
MODIFIED: Final = 5                     # nanoseconds since 1970
CHANGED: Final = 6
ACCESSED: Final = 7
ROOT: Final = 8                         # of its pages: ramfs_data.py; of a directory its table: ramfs_names.py
HEIGHT: Final = 9
PARENT: Final = 10                      # of a directory
FIRST: Final = 11                       # … its entries in the order in which they came
LAST: Final = 12
HINT: Final = 13                        # … the one that `readdir` gave last
LOWER: Final = 10                       # of a file: what it was packed with (packed.py), 0: nothing
LOWER_PAGES: Final = 11                 # … and how many of the packed pages count
FLEETING: Final = 12                    # of a file: the directory where its name goes with the last who holds it, or 0


@noalloc
def now() -> int:
    """Nanoseconds since 1970."""
    return int(plat_wall())


@noalloc
def new_inode(store: Store, mode: int, number: int) -> int:
    """An inode without a name; 0 where there is no room."""
    place = take_record(store, INODE_BYTES)
    if place != 0:
        node = words(place)
        node[MODE], node[NUMBER] = mode, number
        node[LINKS] = 2 if mode & KIND == DIRECTORY else 1
        touch(place)
        node[ACCESSED] = node[CHANGED]
    return place


@noalloc
def touch(place: int) -> None:
    """Its content changes now."""
    node = words(place)
    node[MODIFIED] = now()
    node[CHANGED] = node[MODIFIED]


@noalloc
def forget_inode(store: Store, place: int) -> None:
    give_record(store, place)
