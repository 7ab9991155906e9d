"""The tree that every program finds: `/` is a ramfs over what was packed into the image; `/tmp`, `/dev` and `/proc`."""

from typing import Final

from fs.devices import NAMES as DEVICE_NAMES
from fs.devices import DevFs
from fs.errors import NO_MEMORY
from fs.filesystem import DIRECTORY, KIND
from fs.flat import FlatFs
from fs.mounts import mount, mounts
from fs.packed import MODE, PATH_BYTES, SIZE, packed, packed_entries, packed_path
from fs.path import SLASH
from fs.proc import NAMES as PROC_NAMES
from fs.proc import ProcFs
from fs.ramfs import RamFs
from kernel.pages import pages_in_all, pages_init
from rumpk import Array, Ptr, noalloc, u8

SHARE: Final = 2                        # of the kernel's pages: one in so many may be files
PERMISSIONS: Final = 0o777
LONGEST: Final = 8

_root: RamFs = RamFs()
_devices: FlatFs = DevFs(DEVICE_NAMES)
_proc: FlatFs = ProcFs(PROC_NAMES, _root)
_name: Array[u8, LONGEST] = Array[u8, LONGEST]()


@noalloc
def ensure_tree() -> int:
    """Before the first call: the mounts. 0, or NO_MEMORY where a program uses all of the memory. The lock is held."""
    if mounts() > 0:
        return 0
    if not pages_init() or _root.top == 0 and not _root.begin(pages_in_all() // SHARE):
        return NO_MEMORY
    mount(_root, 0, 0)
    if not unpack_names():
        return NO_MEMORY
    devices, proc = make_directory(b"dev"), make_directory(b"proc")
    if devices < 0 or proc < 0 or make_directory(b"tmp") < 0:
        return NO_MEMORY
    mount(_devices, 0, devices)
    mount(_proc, 0, proc)
    return 0


@noalloc
def make_directory(name: bytes) -> int:
    """A directory of the root, which may be there already; its node."""
    for i in range(len(name)):
        _name[i] = u8(name[i])
    place = Ptr[u8](_name)
    node = _root.lookup(_root.top, place, len(name))
    return node if node > 0 else _root.mkdir(_root.top, place, len(name), 0o777)


@noalloc
def unpack_names() -> bool:
    """Give every packed file and directory its name. A directory comes before what is in it; contents stay there."""
    for entry in range(packed_entries()):
        path, length = packed_path(entry), packed(entry, PATH_BYTES)
        node, begin = _root.top, 0
        for at in range(length):
            if path[at] == SLASH:
                node = _root.lookup(node, path + begin, at - begin)
                begin = at + 1
        mode = packed(entry, MODE)
        if mode & KIND == DIRECTORY:
            made = _root.mkdir(node, path + begin, length - begin, mode & PERMISSIONS)
        else:
            made = _root.create(node, path + begin, length - begin, mode & PERMISSIONS, False)
            if made > 0:
                _root.put_packed(made, entry + 1, packed(entry, SIZE))
        if made < 0:
            return False
    return True
