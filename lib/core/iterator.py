"""What can be walked over, as types: `Iterable[T]`, `Iterator[T]`, and the objects of generator functions.

An iterator's `_next` goes on to the next item and says whether there is one; `_item` is that item. For a generator the
compiler writes `_next`: the function's body, which goes on where the last `yield` left it (emit/generators.py).

`_state` of a generator: 0 before the first item, then the number of the `yield` that it is left at; -1 at the end.
Generators that run form a chain from `_running` (in iteration.py) through `_outer`.
"""

from abc import abstractmethod
from typing import Generic, Never, TypeVar

from lib.core.iteration import running, set_running
from rumpk import cold, inline, noinline, prim, usize

T = TypeVar("T")
Y = TypeVar("Y")
S = TypeVar("S")
R = TypeVar("R")


class Iterable(Generic[T]):
    """What gives an iterator, any number of times."""

    @abstractmethod
    def __iter__(self) -> "Iterator[T]": ...


class Iterator(Iterable[T]):
    """What gives items, once."""

    _outer: usize
    _state: int
    _runs: bool
    _thrown: BaseException | None
    _item: T

    @abstractmethod
    def _next(self) -> bool: ...

    @inline
    def _value(self) -> T:
        return self._item

    def __iter__(self) -> "Iterator[T]":
        return self

    def __next__(self) -> T:
        if self._next():
            return self._item
        raise StopIteration

    def _throw(self, error: BaseException) -> bool:
        """Bring `error` in where the iterator was left; only generators can do something with it."""
        raise error


@noinline
@cold
def _is_running() -> Never:
    raise ValueError("generator already executing")


@noinline
@cold
def _too_early() -> Never:
    raise TypeError("can't send non-None value to a just-started generator")


@noinline
@cold
def _ignored() -> Never:
    raise RuntimeError("generator ignored GeneratorExit")


@noinline
@cold
def _nothing_sent() -> Never:
    raise TypeError("the generator uses a value that was not sent: next() sends None")


class Generator(Iterator[Y], Generic[Y, S, R]):
    """The object of a generator function. `_sent` is what `send` brought, `_result` what the function returned."""

    _sent: S | None
    _result: R

    @inline
    def _enter(self) -> bool:
        """Whether the body goes on; it runs from here to `_leave`."""
        if self._state < 0:
            return False
        if self._runs:
            _is_running()
        self._runs = True
        self._outer = running()
        set_running(prim.ptr_int(prim.ref_ptr(self)))
        return True

    @inline
    def _leave(self) -> bool:
        """The body has yielded (True) or come to its end."""
        set_running(self._outer)
        self._runs = False
        return self._state >= 0

    def send(self, value: S) -> Y:
        if self._send(value):
            return self._item
        raise StopIteration

    def _send(self, value: S | None) -> bool:
        """Go on with `value` as that of the `yield`."""
        if value is not None and self._state == 0 and not self._runs:
            _too_early()
        if not self._runs:
            self._sent = value
        more = self._next()
        self._sent = None
        return more

    def throw(self, error: BaseException) -> Y:
        if self._throw(error):
            return self._item
        raise StopIteration

    def _throw(self, error: BaseException) -> bool:
        if self._runs:
            _is_running()
        if self._state <= 0:
            self._state = -1
            raise error
        return self._bring(error)

    def _bring(self, error: BaseException) -> bool:
        self._thrown = error
        return self._next()

    def close(self) -> None:
        if self._runs:
            _is_running()
        if self._state <= 0:
            self._state = -1
            return
        try:
            more = self._bring(GeneratorExit())
        except (GeneratorExit, StopIteration):
            return
        if more:
            _ignored()
