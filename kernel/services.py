"""System calls that not every image with workers has: a module that has one offers it while the image is made.

Their numbers begin behind those that kernel/syscall.py knows by itself; what nobody offers is no call (ENOSYS).
"""

from typing import Callable, Final

from kernel.calls import COUNT, NAMES
from kernel.worker import Worker
from rumpk import noalloc, u64

NO_CALL: Final = -38                    # an error, by CPython's number (errno): ENOSYS

_services: list[Callable[[Worker, u64, u64, u64], int] | None] = [None for _ in range(COUNT)]


def offer(name: str, service: Callable[[Worker, u64, u64, u64], int]) -> None:
    """The call of that name is served. It may wait: the caller's turn begins anew behind it."""
    _services[NAMES.index(name)] = service


@noalloc
def serve_call(worker: Worker, number: int, a: u64, b: u64, c: u64) -> int:
    """A call with its first three arguments."""
    service = _services[number]
    return NO_CALL if service is None else service(worker, a, b, c)
