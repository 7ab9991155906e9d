"""Runs host objects in this process: loads them through LLVM's ORC JIT, binds their outside symbols, calls them.

A crash of the program is a crash of the process, so the driver calls this in a child process of its own.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping
from typing import Any

from rumpkc.diagnostics import fail
from rumpkc.link.elf import STB_GLOBAL
from rumpkc.link.reader import read_object
from rumpkc.targets.host import TARGET


class JitProgram:
    """Objects loaded into this process.

    `objects` are the bytes of ELF relocatable objects for the host; `externals` maps the symbols that they leave
    undefined to addresses (see `address_of_callback`); with `use_libc` the rest is looked up in this process, which
    gives libc and libm. `exports` names the symbols that `address` and `call` may ask for.
    """

    def __init__(self, objects: Iterable[bytes], exports: Iterable[str], externals: Mapping[str, int] | None = None,
                 *, use_libc: bool = True) -> None:
        import llvmlite.binding as llvm

        images = list(objects)
        _check_defined(images, set(externals or {}), use_libc)
        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        self._compiler = llvm.create_lljit_compiler()
        builder = llvm.JITLibraryBuilder()
        for image in images:
            builder.add_object_img(image)
        for name, address in (externals or {}).items():
            builder.import_symbol(name, address)
        if use_libc:
            builder.add_current_process()
        for name in exports:
            builder.export_symbol(name)
        try:
            self._library: Any = builder.link(self._compiler, "program")
        except RuntimeError as error:
            raise fail("E0601", f"the program does not load on the host: {' '.join(str(error).split())}") from None

    def address(self, name: str) -> int:
        """The address of an exported symbol; E0601 if it was not exported."""
        try:
            return self._library[name]
        except KeyError:
            raise fail("E0601", f"the JIT was not asked to export `{name}`") from None

    def call(self, name: str, *arguments: int) -> int:
        """Call the function `name` with 64-bit integer arguments (C ABI); its result as a signed 64-bit integer."""
        kinds = [ctypes.c_int64] * len(arguments)
        return ctypes.CFUNCTYPE(ctypes.c_int64, *kinds)(self.address(name))(*arguments)


def _check_defined(images: list[bytes], known: set[str], use_libc: bool) -> None:
    """E0601 for symbols that nothing defines; ORC would say so on stderr, and only there."""
    process = ctypes.CDLL(None) if use_libc else None
    read = [read_object("program", image, TARGET.elf_machine) for image in images]
    defined = known | {s.name for obj in read for s in obj.symbols if s.is_defined}
    wanted = dict.fromkeys(s.name for obj in read for s in obj.symbols if s.name and not s.is_defined and
                           s.bind == STB_GLOBAL and s.name != "_GLOBAL_OFFSET_TABLE_")
    missing = [name for name in wanted if name not in defined and not (process and hasattr(process, name))]
    if missing:
        raise fail("E0601", f"undefined symbol{'s' if len(missing) > 1 else ''} {', '.join(f'`{n}`' for n in missing)}",
                   help="an `@extern` function must exist in libc, libm, or an object given to the program")


def address_of_callback(callback: Any) -> int:
    """The address of a ctypes function or callback object; the caller keeps `callback` alive while it may be called."""
    address = ctypes.cast(callback, ctypes.c_void_p).value
    assert address is not None
    return address
