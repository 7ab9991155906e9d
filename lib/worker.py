"""What a worker finds in its own domain: its beginning and end, and system calls as functions.

    def count(packet: list[str]) -> list[str]: …       a worker: strings in, strings out; `lib.hive` spawns it
"""

from collections.abc import Callable

from lib.core.bytesmem import payload
from lib.core.text import end_output
from lib.os_errors import checked, text_of
from lib.packet import decode, encode
from rumpk import Ptr, export, extern, u8

OUTPUT = 1
BROKEN = -32                            # EPIPE


@extern("sys_reply")
def sys_reply(data: Ptr[u8], count: int) -> int: ...


@extern("sys_fail")
def sys_fail(data: Ptr[u8], count: int) -> int: ...


@extern("sys_null")
def sys_null() -> int: ...


@extern("sys_yield")
def sys_yield() -> int: ...


@extern("sys_sleep")
def sys_sleep(nanoseconds: int) -> int: ...


@extern("sys_keys")
def sys_keys() -> int: ...


@extern("sys_pledge")
def sys_pledge(promises: int) -> int: ...


@extern("sys_lenient")
def sys_lenient(on: int) -> int: ...


@extern("sys_self")
def sys_self() -> int: ...


def null() -> int:
    """The system call that does nothing."""
    return sys_null()


def yield_now() -> None:
    """Let others run."""
    sys_yield()


def sleep_us(microseconds: int) -> None:
    """Let others run for a time. Needs TIME."""
    if microseconds < 0:
        raise ValueError("sleep length must be non-negative")
    if sys_sleep(microseconds * 1000) == -1:
        raise PermissionError("sleep needs the promise TIME")


def keys() -> int:
    """How many bytes were typed and not read. From now on they are not edited, until the foreground changes; for who is
    not in the foreground there are none. Needs STDIO, and an image with kernel/terminal.py (lib/control.py)."""
    return checked(sys_keys())


def pledge(promises: int) -> int:
    """Give up all promises but these, for good; what is left."""
    return sys_pledge(promises)


def be_lenient(on: bool) -> None:
    """Whether a call without its promise is an error to this worker; else, as at first, it is its end."""
    sys_lenient(1 if on else 0)


def own_fid() -> int:
    """The worker's own name."""
    return sys_self()


@export("rt_write_failed")
def rt_write_failed(channel: int, error: int) -> int:
    """`print` has failed: BrokenPipeError where nobody is left to read. What goes to the log is lost in silence."""
    if channel == OUTPUT:
        if error == BROKEN:
            raise BrokenPipeError(-error, "Broken pipe")
        raise OSError(-error, text_of(-error))
    return error


def run(function: Callable[[list[str]], list[str]], packet: Ptr[u8], size: int) -> int:
    """The whole life of a worker; the exit code."""
    try:
        answer = encode(function(decode(packet, size)))
        end_output()
        sys_reply(payload(answer), len(answer))
    except SystemExit:
        raise
    except BaseException as error:
        message = str(error)
        words = encode([type(error).__name__, message])
        sys_fail(payload(words), len(words))
        raise
    return 0
