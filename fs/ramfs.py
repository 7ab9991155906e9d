"""ramfs: a file system in pages of memory, with a quota. It may stand over a tree that was packed into the image."""

from fs.errors import BAD_VALUE, IS_DIRECTORY, NO_ENTRY, NO_SPACE
from fs.filesystem import (
    DIRECTORY, FILE, KIND, STAT_ACCESSED, STAT_CHANGED, STAT_LINKS, STAT_MODE, STAT_MODIFIED, STAT_NUMBER, STAT_SIZE,
    FileSystem,
)
from fs.ramfs_data import read_data, resize_data, write_data
from fs.ramfs_inode import (
    ACCESSED, CHANGED, FLEETING, LINKS, LOWER, LOWER_PAGES, MODE, MODIFIED, NUMBER, OPENS, PARENT, SIZE, forget_inode,
    new_inode, now, touch,
)
from fs.ramfs_names import (
    KEY, NODE, SEQUENCE, add_entry, drop_table, entry_behind, entry_to, find_entry, name_of, remove_entry,
)
from fs.store import PAGE, Store, words
from rumpk import Ptr, noalloc, prim, u8, usize


class RamFs(FileSystem):
    """One tree. All of its state is in this object and the pages of its store."""

    def __init__(self) -> None:
        self.store: Store = Store()
        self.top: int = 0               # the root's inode
        self.numbers: int = 0           # of inodes
        self.sequence: int = 0          # of entries

    @noalloc
    def begin(self, pages: int) -> bool:
        """An empty tree with a quota. False: not even the root finds room."""
        self.store.limit = pages
        self.top = self.inode(DIRECTORY | 0o755)
        if self.top != 0:
            words(self.top)[PARENT] = self.top
        return self.top != 0

    @noalloc
    def inode(self, mode: int) -> int:
        self.numbers += 1
        return new_inode(self.store, mode, self.numbers)

    @noalloc
    def root(self) -> int:
        return self.top

    @noalloc
    def lookup(self, directory: int, name: Ptr[u8], length: int) -> int:
        entry = find_entry(directory, name, length)
        return NO_ENTRY if entry == 0 else words(entry)[NODE]

    @noalloc
    def parent(self, directory: int) -> int:
        return words(directory)[PARENT]

    @noalloc
    def mode(self, node: int) -> int:
        return words(node)[MODE]

    @noalloc
    def is_fixed(self) -> bool:
        return False

    @noalloc
    def stat(self, node: int, out: Ptr[int]) -> int:
        own = words(node)
        out[STAT_MODE], out[STAT_NUMBER], out[STAT_LINKS] = own[MODE], own[NUMBER], own[LINKS]
        out[STAT_SIZE] = own[SIZE]
        out[STAT_ACCESSED], out[STAT_MODIFIED], out[STAT_CHANGED] = own[ACCESSED], own[MODIFIED], own[CHANGED]
        return 0

    @noalloc
    def open(self, node: int) -> int:
        words(node)[OPENS] += 1
        return 0

    @noalloc
    def close(self, node: int) -> None:
        own = words(node)
        own[OPENS] -= 1
        if own[OPENS] == 0 and own[MODE] & KIND != DIRECTORY and own[FLEETING] != 0 and own[LINKS] > 0:
            self.remove(own[FLEETING], entry_to(own[FLEETING], node))
        else:
            self.reap(node)

    @noalloc
    def reap(self, node: int) -> None:
        """What has no name and nobody holds is gone."""
        own = words(node)
        if own[LINKS] > 0 or own[OPENS] > 0:
            return
        if own[MODE] & KIND == DIRECTORY:
            drop_table(self.store, node)
        else:
            resize_data(self.store, node, 0)
        forget_inode(self.store, node)

    @noalloc
    def read(self, node: int, at: int, out: Ptr[u8], count: int) -> int:
        if words(node)[MODE] & KIND == DIRECTORY:
            return IS_DIRECTORY
        words(node)[ACCESSED] = now()
        return read_data(node, at, out, count)

    @noalloc
    def write(self, node: int, at: int, data: Ptr[u8], count: int) -> int:
        done = write_data(self.store, node, at, data, count)
        if done > 0:
            touch(node)
        return done

    @noalloc
    def truncate(self, node: int, size: int) -> int:
        result = resize_data(self.store, node, size)
        if result == 0:
            touch(node)
        return result

    @noalloc
    def set_times(self, node: int, accessed: int, modified: int) -> int:
        own = words(node)
        own[ACCESSED], own[MODIFIED], own[CHANGED] = accessed, modified, now()
        return 0

    @noalloc
    def readdir(self, directory: int, cookie: int, out: Ptr[u8], room: int) -> tuple[int, int]:
        entry = entry_behind(directory, cookie)
        if entry == 0:
            return 0, 0
        length, node = words(entry)[KEY] & 0xFF, words(entry)[NODE]
        if length + 2 > room:
            return BAD_VALUE, 0
        out[0] = u8(words(node)[MODE] >> 12)
        out[1] = u8(length)
        prim.mem_copy(out + 2, name_of(entry), usize(length))
        return words(entry)[SEQUENCE], node

    @noalloc
    def is_empty(self, directory: int) -> bool:
        return words(directory)[SIZE] == 0

    @noalloc
    def enter(self, directory: int, name: Ptr[u8], length: int, node: int) -> int:
        """Give a node a name."""
        self.sequence += 1
        result = add_entry(self.store, directory, name, length, node, self.sequence)
        if result == 0:
            touch(directory)
        return result

    @noalloc
    def create(self, directory: int, name: Ptr[u8], length: int, mode: int, fleeting: bool) -> int:
        node = self.inode(FILE | mode)
        if node == 0:
            return NO_SPACE
        if self.enter(directory, name, length, node) < 0:
            forget_inode(self.store, node)
            return NO_SPACE
        if fleeting:
            words(node)[FLEETING] = directory
        return node

    @noalloc
    def mkdir(self, directory: int, name: Ptr[u8], length: int, mode: int) -> int:
        node = self.inode(DIRECTORY | mode)
        if node == 0:
            return NO_SPACE
        words(node)[PARENT] = directory
        if self.enter(directory, name, length, node) < 0:
            forget_inode(self.store, node)
            return NO_SPACE
        words(directory)[LINKS] += 1
        return node

    @noalloc
    def unlink(self, directory: int, name: Ptr[u8], length: int) -> int:
        self.remove(directory, find_entry(directory, name, length))
        return 0

    @noalloc
    def remove(self, directory: int, entry: int) -> None:
        """A name goes."""
        node = words(entry)[NODE]
        remove_entry(self.store, directory, entry)
        touch(directory)
        self.lose(node)

    @noalloc
    def lose(self, node: int) -> None:
        """The node has lost its name."""
        words(node)[LINKS] = 0
        words(node)[CHANGED] = now()
        self.reap(node)

    @noalloc
    def rmdir(self, directory: int, name: Ptr[u8], length: int) -> int:
        words(directory)[LINKS] -= 1
        return self.unlink(directory, name, length)

    @noalloc
    def rename(self, source: int, name: Ptr[u8], length: int, target: int, new: Ptr[u8], new_length: int) -> int:
        entry = find_entry(source, name, length)
        node = words(entry)[NODE]
        other = find_entry(target, new, new_length)
        is_directory = words(node)[MODE] & KIND == DIRECTORY
        if other != 0:
            lost = words(other)[NODE]
            words(other)[NODE] = node
            touch(target)
            if is_directory:
                words(target)[LINKS] -= 1
            self.lose(lost)
        elif self.enter(target, new, new_length, node) < 0:
            return NO_SPACE
        remove_entry(self.store, source, entry)
        touch(source)
        words(node)[CHANGED] = now()
        if not is_directory:
            words(node)[FLEETING] = 0
        else:
            words(node)[PARENT] = target
            words(source)[LINKS] -= 1
            words(target)[LINKS] += 1
        return 0

    @noalloc
    def put_packed(self, node: int, index: int, size: int) -> None:
        """The content of a new file is what was packed into the image."""
        own = words(node)
        own[LOWER], own[SIZE], own[LOWER_PAGES] = index, size, (size + PAGE - 1) // PAGE
