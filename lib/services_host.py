"""What `os` is served by on the host: the operating system, by way of compiler/rumpkc/targets/host/run.py."""

from typing import Final

from lib.core.bytesmem import new_bytes, payload
from lib.os_errors import checked
from rumpk import Ptr, extern, u8

LONGEST: Final = 4096


@extern("host_getcwd")
def host_getcwd(out: Ptr[u8], room: int) -> int: ...


@extern("host_chdir")
def host_chdir(path: Ptr[u8], count: int) -> int: ...


def absolute(path: bytes) -> bytes:
    """The system knows where it is."""
    return path


def current_directory() -> bytes:
    out = new_bytes(LONGEST)
    return out[:checked(host_getcwd(payload(out), LONGEST))]


def change_directory(path: bytes) -> None:
    checked(host_chdir(payload(path), len(path)))
