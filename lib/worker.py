"""What a worker finds in its own domain: its beginning, and system calls as functions.

    def count(packet: list[str]) -> list[str]: …       a worker: strings in, strings out
    spawn(count, ["7"])                                 by `hive`
"""

from collections.abc import Callable

from lib.core.bytesmem import payload
from lib.core.text import flush_output
from lib.packet import decode, encode
from rumpk import Ptr, extern, u8


@extern("sys_reply")
def sys_reply(data: Ptr[u8], count: int) -> int: ...


@extern("sys_null")
def sys_null() -> int: ...


def null() -> int:
    """The system call that does nothing."""
    return sys_null()


def run(function: Callable[[list[str]], list[str]], packet: Ptr[u8], size: int) -> int:
    """The whole life of a worker; the exit code."""
    answer = encode(function(decode(packet, size)))
    sys_reply(payload(answer), len(answer))
    flush_output()
    return 0
