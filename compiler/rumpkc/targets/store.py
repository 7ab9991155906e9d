"""The store of objects: what LLVM made of a text once is not made again.

    <build>/cache/objects/<hash of text, target, level and LLVM> = SHA-256 of the object, then the object

An entry that is damaged, of another LLVM or half-written counts as none. Two builds may write at once: each entry is
put in place whole, and equal names have equal contents. The oldest entries go when all of them take too much room.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rumpkc.cache import keep, llvm_stamp, prune
from rumpkc.targets.target import Target

if TYPE_CHECKING:
    from rumpkc.link.sites import Sites

FORMAT = b"1"
DIGEST_BYTES = 32
MOST_BYTES = 512 << 20                  # of all entries


@cache
def _maker() -> bytes:
    """Changes whenever what makes objects does: LLVM, or this folder."""
    digest = hashlib.sha256(FORMAT + llvm_stamp())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


@dataclass(frozen=True, slots=True)
class ObjectStore:
    """The objects below `folder`."""

    folder: Path

    def key(self, text: str, target: Target, opt_level: int) -> str:
        """The name of what `text` becomes."""
        machine = repr((target.name, target.triple, target.cpu, target.features_at(opt_level), target.reloc_model,
                        target.code_model, target.abi, _this_machine() if target.is_host else "", opt_level))
        digest = hashlib.sha256(_maker())
        digest.update(f"\0{machine}\0".encode())
        digest.update(text.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:40]

    def get(self, key: str) -> bytes | None:
        """The object of that name, if it is here and whole."""
        path = self.folder / key
        try:
            data = path.read_bytes()
        except OSError:
            return None
        content = data[DIGEST_BYTES:]
        if hashlib.sha256(content).digest() != data[:DIGEST_BYTES]:
            return None
        with suppress(OSError):
            os.utime(path)              # used now: it goes later
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep an object. A store that cannot be written only costs time."""
        keep(self.folder / key, hashlib.sha256(content).digest() + content)

    def get_sites(self, key: str) -> Sites | None:
        """The call sites of the object of that name (link/sites.py)."""
        from rumpkc.link.sites import maker, unpacked

        data = self.get(f"{key}-{maker()}")
        return unpacked(data) if data is not None else None

    def put_sites(self, key: str, sites: Sites) -> None:
        """Keep the call sites of an object."""
        from rumpkc.link.sites import maker, packed

        self.put(f"{key}-{maker()}", packed(sites))

    def make_room(self) -> None:
        """Remove the least recently used entries if there are too many."""
        prune(self.folder, MOST_BYTES)


def _this_machine() -> str:
    """The processor that code for the host is made for."""
    import llvmlite.binding as llvm

    return f"{llvm.get_host_cpu_name()} {llvm.get_host_cpu_features().flatten()}"
