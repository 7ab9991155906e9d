"""What can be walked over, as types: `Iterable[T]`, `Iterator[T]`, and the objects of generator functions.

An iterator's `_it_next` goes on to the next item and says whether there is one; `_it_item` is that item. For a
generator the compiler writes `_it_next`: the function's body, which goes on where the last `yield` left it
(emit/generators.py). The names begin so because own iterators of programs have such classes as bases.

`_it_state` of a generator: 0 before the first item, then the number of the `yield` that it is left at; -1 at the end.
Generators that run form a chain from `_running` (in iteration.py) through `_it_outer`.
"""

from abc import abstractmethod
from typing import Generic, Never, TypeVar

from lib.core.iteration import running, set_running
from lib.core.traceback import note_ignored
from rumpk import Ptr, cold, inline, noinline, prim, u8

T = TypeVar("T")
W = TypeVar("W")
Y = TypeVar("Y")
S = TypeVar("S")
R = TypeVar("R")


class Iterable(Generic[T]):
    """What gives an iterator, any number of times."""

    @abstractmethod
    def __iter__(self) -> "Iterator[T]": ...

    def _it_hint(self) -> None:
        """Where the number of items is of use, CPython asks for it: seen only with a class of the program."""


def ask_length(x: T) -> None:
    """Ask for `len(x)`, as CPython does before it fills a list. A TypeError is none."""
    try:
        len(x)
    except TypeError:
        pass


def ask_hint(x: T) -> None:
    """Ask for `x.__length_hint__()`."""
    try:
        if x.__length_hint__() < 0:
            raise ValueError("__length_hint__() should return >= 0")
    except TypeError:
        pass


def ask_both(x: T) -> None:
    """Ask for `len(x)`, and for `x.__length_hint__()` where that is a TypeError."""
    try:
        len(x)
        return
    except TypeError:
        pass
    ask_hint(x)


class Iterator(Iterable[T]):
    """What gives items, once."""

    _it_outer: Ptr[u8]                  # the generator that this one was started in
    _it_state: int
    _it_runs: bool
    _it_thrown: BaseException | None
    _it_item: T

    @abstractmethod
    def _it_next(self) -> bool: ...

    @inline
    def _it_value(self) -> T:
        return self._it_item

    def __iter__(self) -> "Iterator[T]":
        return self

    def __next__(self) -> T:
        if self._it_next():
            return self._it_item
        raise StopIteration

    def _it_throw(self, error: BaseException) -> bool:
        """Bring `error` in where the iterator was left; only generators can do something with it."""
        raise error

    def _it_close(self) -> None:
        """What `close` of a generator does; other iterators have none."""

    def _it_pass_on(self, error: BaseException) -> bool:
        """`error` was thrown into a generator that delegates to this iterator."""
        if isinstance(error, GeneratorExit):
            self._it_close()
            raise error
        return self._it_throw(error)


class Lazy(Iterator[T]):
    """What `zip`, `map` and the like give: the compiler writes `_it_next`, which makes an item when it is asked for."""

    _it_gap: bool                       # the function raised StopIteration: the next call goes on behind it

    @inline
    def _it_over(self) -> bool:
        return self._it_state < 0

    @inline
    def _it_ended(self) -> bool:
        return self._it_state < 0 or self._it_gap


class Walk(Iterator[T], Generic[T, W]):
    """An iterator of the library, made for loops, as an object: at its end it stays there."""

    _it_of: W

    def __init__(self, walk: W) -> None:
        self._it_of = walk

    def _it_next(self) -> bool:
        if self._it_state < 0:
            return False
        if not self._it_of._next():
            self._it_state = -1
            return False
        self._it_item = self._it_of._value()
        return True


class Indexed(Iterator[T], Generic[T, W]):
    """Walks over a sequence by index; its length is read each time, as CPython does."""

    _it_of: W

    def __init__(self, items: W) -> None:
        self._it_of = items

    def _it_next(self) -> bool:
        at = self._it_state
        if at < 0:
            return False
        if at >= len(self._it_of):
            self._it_state = -1
            return False
        self._it_item = self._it_of[at]
        self._it_state = at + 1
        return True


class WiderIterator(Iterator[T], Generic[W, T]):
    """An iterator whose items are seen as those of a wider type (types/wider_items.py)."""

    _it_of: Iterator[W]

    def __init__(self, items: Iterator[W]) -> None:
        self._it_of = items

    def _it_next(self) -> bool:
        if not self._it_of._it_next():
            return False
        self._it_item = self._it_of._it_value()
        return True

    def _it_throw(self, error: BaseException) -> bool:
        return self._it_of._it_throw(error)

    def _it_close(self) -> None:
        self._it_of._it_close()


class WiderItems(Iterable[T], Generic[W, T]):
    """What gives such iterators."""

    _it_from: Iterable[W]

    def __init__(self, items: Iterable[W]) -> None:
        self._it_from = items

    def __iter__(self) -> Iterator[T]:
        return WiderIterator[W, T](iter(self._it_from))


class OwnIterator(Iterator[T]):
    """The base of the program's own iterators, which have a `__next__`."""

    @abstractmethod
    def __next__(self) -> T: ...

    def _it_next(self) -> bool:
        try:
            self._it_item = self.__next__()
        except StopIteration:
            return False
        return True


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
    """The object of a generator function. `_it_sent` is what `send` brought, `_it_result` what the function gave."""

    _it_sent: S | None
    _it_result: R

    @inline
    def _it_enter(self) -> bool:
        """Whether the body goes on; it runs from here to `_it_leave`."""
        if self._it_state < 0:
            return False
        if self._it_runs:
            _is_running()
        self._it_runs = True
        self._it_outer = prim.int_ptr(Ptr[u8], running())
        set_running(prim.ptr_int(prim.ref_ptr(self)))
        return True

    @inline
    def _it_leave(self) -> bool:
        """The body has yielded (True) or come to its end."""
        set_running(prim.ptr_int(self._it_outer))
        self._it_runs = False
        return self._it_state >= 0

    def __next__(self) -> Y:
        fresh = self._it_state >= 0
        if self._it_next():
            return self._it_item
        raise self._it_stop(fresh)

    def send(self, value: S) -> Y:
        fresh = self._it_state >= 0
        if self._it_send(value):
            return self._it_item
        raise self._it_stop(fresh)

    def _it_stop(self, fresh: bool) -> StopIteration:
        """What says that the end is reached; where the body has ended just now, it brings the result."""
        if fresh:
            result = self._it_result            # which only a body that came to its end has set
            if result is not None:
                return StopIteration(result)
        return StopIteration()

    def _it_send(self, value: S | None) -> bool:
        """Go on with `value` as that of the `yield`."""
        if value is not None and self._it_state == 0 and not self._it_runs:
            _too_early()
        if not self._it_runs:
            self._it_sent = value
        more = self._it_next()
        self._it_sent = None
        return more

    def throw(self, error: BaseException) -> Y:
        fresh = self._it_state >= 0
        if self._it_throw(error):
            return self._it_item
        raise self._it_stop(fresh)

    def _it_throw(self, error: BaseException) -> bool:
        if self._it_runs:
            _is_running()
        if self._it_state <= 0:
            self._it_state = -1
            raise error
        return self._it_bring(error)

    def _it_bring(self, error: BaseException) -> bool:
        self._it_thrown = error
        return self._it_next()

    def close(self) -> None:
        self._it_close()

    def _it_close(self) -> None:
        if self._it_runs:
            _is_running()
        if self._it_state <= 0:
            self._it_state = -1
            return
        try:
            more = self._it_bring(GeneratorExit())
        except (GeneratorExit, StopIteration):
            return
        if more:
            _ignored()

    def _it_drop(self) -> None:
        """The end of a generator that nobody has any more: what it raises then reaches nobody, as in CPython."""
        try:
            self._it_close()
        except BaseException as error:
            note_ignored(error)


def zip_many(iterators: list[Iterator[T]]) -> Iterator[tuple[T, ...]]:
    """`zip(*iterators)`, until one of them has no more items."""
    while iterators:
        row: list[T] = []
        for it in iterators:
            for item in it:
                row.append(item)
                break
            else:
                return
        yield tuple(row)
