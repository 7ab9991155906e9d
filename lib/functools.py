"""`functools`: reduce, cmp_to_key, and what its decorators leave behind."""

from typing import Callable, Collection, Generic, NamedTuple, TypeVar

T = TypeVar("T")
A = TypeVar("A")


def reduce(function: Callable[[T, T], T], sequence: Collection[T], /) -> T:
    """`function(function(a, b), c)` …"""
    first = True
    out: T | None = None
    for item in sequence:
        if first or out is None:
            out, first = item, False
        else:
            out = function(out, item)
    if out is None:
        raise TypeError("reduce() of empty iterable with no initial value")
    return out


def _reduce_initial(function: Callable[[A, T], A], sequence: Collection[T], initial: A) -> A:
    out = initial
    for item in sequence:
        out = function(out, item)
    return out


class Key(Generic[T]):
    """An item that is compared by a function."""

    def __init__(self, item: T, compare: Callable[[T, T], int]) -> None:
        self.item = item
        self.compare = compare

    def __lt__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) < 0

    def __gt__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) > 0

    def __le__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) <= 0

    def __ge__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) >= 0

    def __eq__(self, other: "Key[T]") -> bool:
        return self.compare(self.item, other.item) == 0


class KeyMaker(Generic[T]):
    """What `cmp_to_key` gives: a function from items to keys."""

    def __init__(self, compare: Callable[[T, T], int]) -> None:
        self.compare = compare

    def __call__(self, obj: T) -> Key[T]:
        return Key[T](obj, self.compare)


def cmp_to_key(mycmp: Callable[[T, T], int]) -> KeyMaker[T]:
    return KeyMaker[T](mycmp)


# What decorators leave behind: see compiler/rumpkc/types/wrapped.py

K = TypeVar("K")
R = TypeVar("R")


class _CacheInfo(NamedTuple):
    """What `f.cache_info()` gives."""

    hits: int
    misses: int
    maxsize: int | None
    currsize: int

    def __repr__(self) -> str:
        return f"CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, currsize={self.currsize})"


class _Link(Generic[K, R]):
    """A result that is kept. The links of a bounded cache form a ring, the one that was not used for longest first."""

    before: "_Link[K, R]"
    after: "_Link[K, R]"

    def __init__(self, key: K, value: R) -> None:
        self.key = key
        self.value = value


class _Cache(Generic[K, R]):
    """The results of one function by its arguments: all of them, or the `maxsize` ones that were used last."""

    def __init__(self, maxsize: int | None = None) -> None:
        self.maxsize = maxsize
        self.cache_clear()

    def cache_clear(self) -> None:
        self._links: dict[K, _Link[K, R]] = {}
        self._oldest: _Link[K, R] | None = None
        self._hits = 0
        self._misses = 0

    def cache_info(self) -> _CacheInfo:
        return _CacheInfo(self._hits, self._misses, self.maxsize, len(self._links))

    def find(self, key: K) -> _Link[K, R] | None:
        """The result for these arguments, which now is the one that was used last."""
        if self.maxsize == 0:
            self._misses += 1
            return None
        link = self._links.get(key)
        if link is None:
            self._misses += 1
            return None
        self._hits += 1
        if self.maxsize is not None:
            self._unlink(link)
            self._append(link)
        return link

    def keep(self, key: K, value: R) -> R:
        """Keep a result. The call may have put it here itself, and may have filled the cache."""
        if self.maxsize == 0 or key in self._links:
            return value
        link = _Link[K, R](key, value)
        if self.maxsize is not None:
            oldest = self._oldest
            if len(self._links) >= self.maxsize and oldest is not None:
                self._unlink(oldest)
                del self._links[oldest.key]
            self._append(link)
        self._links[key] = link
        return value

    def _append(self, link: _Link[K, R]) -> None:
        first = self._oldest
        if first is None:
            link.before = link.after = link
            self._oldest = link
            return
        last = first.before
        last.after = first.before = link
        link.before, link.after = last, first

    def _unlink(self, link: _Link[K, R]) -> None:
        if link.after is link:
            self._oldest = None
            return
        link.before.after, link.after.before = link.after, link.before
        if self._oldest is link:
            self._oldest = link.after


class _Held(Generic[R]):
    """The value of a `cached_property` that was computed."""

    def __init__(self, value: R) -> None:
        self.value = value


def _held(value: _Held[R] | None, kind: str, name: str) -> None:
    """What `del x.name` asks for before it forgets the value."""
    if value is None:
        raise AttributeError(f"{kind!r} object has no attribute {name!r}")


# The compiler reads these where they decorate something (types/wrapped.py), or are called (types/library_calls.py).


def cache() -> None: ...


def lru_cache() -> None: ...


def wraps() -> None: ...


def cached_property() -> None: ...


def partial() -> None: ...


def total_ordering() -> None: ...


def singledispatch() -> None: ...


def singledispatchmethod() -> None: ...
