"""`collections`: deque, defaultdict, OrderedDict; Counter is in counter.py, ChainMap in chain_map.py.

A deque is a ring in a block whose size is a power of two, so that a place is an index with a mask.
"""

from typing import Callable, Collection, Final, Generic, Never, TypeVar

from lib.chain_map import ChainMap as ChainMap
from lib.core.arena import allocate
from lib.core.dict import Dict
from lib.core.iterator import Iterable, Iterator, Walk
from lib.core.table import stored_hash
from lib.core.text import StrBuilder
from lib.counter import Counter as Counter
from rumpk import Ptr, cold, has_references, inline, noinline, prim, sizeof, u8, unchecked, usize

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
INT_MAX: Final = 0x7FFF_FFFF_FFFF_FFFF


@noinline
@cold
def _no_index(words: str) -> Never:
    raise IndexError(words)


class deque(Iterable[T]):  # noqa: N801
    """Items that come and go at both ends. With `maxlen` a full one loses an item at the other end."""

    _first: int
    _count: int
    _cap: int
    _data: Ptr[T]
    _changes: int           # of what lies where: a walk that finds it changed ends with an error
    maxlen: int | None

    def __init__(self, iterable: Collection[T] | None = None, maxlen: int | None = None) -> None:
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self.maxlen = maxlen
        if iterable is not None:
            self.extend(iterable)

    def __iter__(self) -> Iterator[T]:
        return Walk[T, DequeIterator[T]](self._walk())

    @inline
    def __len__(self) -> int:
        return self._count

    @inline
    def __bool__(self) -> bool:
        return self._count != 0

    @noinline
    @unchecked
    def _grow(self) -> None:
        cap = max(8, self._cap * 2)
        block = Ptr[T](allocate(prim.zext(usize, cap * prim.zext(int, sizeof(T))), has_references(T)))
        for i in range(self._count):
            block[i] = self._data[(self._first + i) & (self._cap - 1)]
        self._data = block
        self._first = 0
        self._cap = cap

    @inline
    @unchecked
    def _place(self, index: int) -> int:
        return (self._first + index) & (self._cap - 1)

    @unchecked
    def append(self, item: T) -> None:
        limit = self.maxlen
        if limit is not None and self._count >= limit:
            if limit == 0:
                return
            self.popleft()
        if self._count == self._cap:
            self._grow()
        self._data[self._place(self._count)] = item
        self._count += 1
        self._changes += 1

    @unchecked
    def appendleft(self, item: T) -> None:
        limit = self.maxlen
        if limit is not None and self._count >= limit:
            if limit == 0:
                return
            self.pop()
        if self._count == self._cap:
            self._grow()
        self._first = self._place(-1)
        self._data[self._first] = item
        self._count += 1
        self._changes += 1

    @unchecked
    def pop(self) -> T:
        if self._count == 0:
            _no_index("pop from an empty deque")
        self._count -= 1
        self._changes += 1
        place = self._place(self._count)
        item = self._data[place]
        self._wipe(place)
        return item

    @inline
    @unchecked
    def _wipe(self, place: int) -> None:
        """No item lies there any more: the collector looks at the whole block."""
        if has_references(T):
            prim.mem_set(Ptr[u8](self._data + place), u8(0), sizeof(T))

    @unchecked
    def popleft(self) -> T:
        if self._count == 0:
            _no_index("pop from an empty deque")
        item = self._data[self._first]
        self._wipe(self._first)
        self._first = self._place(1)
        self._count -= 1
        self._changes += 1
        return item

    def extend(self, items: list[T]) -> None:
        for item in items:
            self.append(item)

    def extendleft(self, items: list[T]) -> None:
        for item in items:
            self.appendleft(item)

    def __iadd__(self, items: list[T]) -> "deque[T]":
        self.extend(items)
        return self

    def __add__(self, other: "deque[T]") -> "deque[T]":
        out = self.copy()
        for item in other:
            out.append(item)
        return out

    def __mul__(self, count: int) -> "deque[T]":
        out = self.copy()
        out *= count
        return out

    def __rmul__(self, count: int) -> "deque[T]":
        return self.__mul__(count)

    def __imul__(self, count: int) -> "deque[T]":
        items = list(self)
        if count <= 0:
            self.clear()
        for _ in range(count - 1):
            self.extend(items)
        return self

    def clear(self) -> None:
        if self._count != 0:
            self._changes += 1
        for at in range(self._count):
            self._wipe(self._place(at))
        self._count = 0
        self._cap = 0
        self._data = Ptr[T](usize(0))

    def copy(self) -> "deque[T]":
        out = deque[T](None, self.maxlen)
        for item in self:
            out.append(item)
        return out

    @unchecked
    def _index(self, index: int) -> int:
        at = index + self._count if index < 0 else index
        if prim.icmp_uge(at, self._count):
            _no_index("deque index out of range")
        return self._place(at)

    def __getitem__(self, index: int) -> T:
        return self._data[self._index(index)]

    def __setitem__(self, index: int, item: T) -> None:
        self._data[self._index(index)] = item

    @unchecked
    def __delitem__(self, index: int) -> None:
        self._index(index)
        at = index + self._count if index < 0 else index
        while at + 1 < self._count:
            self._data[self._place(at)] = self._data[self._place(at + 1)]
            at += 1
        self._count -= 1
        self._changes += 1
        self._wipe(self._place(self._count))

    @unchecked
    def insert(self, index: int, item: T) -> None:
        limit = self.maxlen
        if limit is not None and self._count >= limit:
            raise IndexError("deque already at its maximum size")
        at = max(0, index + self._count) if index < 0 else min(index, self._count)
        self.append(item)
        to = self._count - 1
        while to > at:
            self._data[self._place(to)] = self._data[self._place(to - 1)]
            to -= 1
        self._data[self._place(at)] = item

    def remove(self, item: T) -> None:
        for at in range(self._count):
            if self._data[self._place(at)] == item:
                self.__delitem__(at)
                return
        raise ValueError(f"{item!r} is not in deque")

    def index(self, item: T, start: int = 0, stop: int = INT_MAX) -> int:
        begin = max(0, start + self._count) if start < 0 else start
        end = stop + self._count if stop < 0 else min(stop, self._count)
        for at in range(begin, end):
            if self._data[self._place(at)] == item:
                return at
        raise ValueError(f"{item!r} is not in deque")

    def count(self, item: T) -> int:
        found = 0
        for one in self:
            if one == item:
                found += 1
        return found

    def reverse(self) -> None:
        low, high = 0, self._count - 1
        while low < high:
            self[low], self[high] = self[high], self[low]
            low += 1
            high -= 1

    def rotate(self, n: int = 1) -> None:
        if self._count > 1:
            self._changes += 1
            for _ in range(n % self._count):
                item = self.pop()
                if self._count == self._cap:
                    self._grow()
                self._first = self._place(-1)
                self._data[self._first] = item
                self._count += 1

    def __contains__(self, item: T) -> bool:
        for one in self:
            if one == item:
                return True
        return False

    def _walk(self) -> "DequeIterator[T]":
        return DequeIterator[T](self)

    def __eq__(self, other: "deque[T]") -> bool:
        if self is other:
            return True
        if self._count != other._count:
            return False
        for at in range(self._count):
            if not (self[at] == other[at]):
                return False
        return True

    def __lt__(self, other: "deque[T]") -> bool:
        return list(self) < list(other)

    def __le__(self, other: "deque[T]") -> bool:
        return list(self) <= list(other)

    def __gt__(self, other: "deque[T]") -> bool:
        return list(self) > list(other)

    def __ge__(self, other: "deque[T]") -> bool:
        return list(self) >= list(other)

    def __repr__(self) -> str:
        out = StrBuilder()
        out.append(f"{type(self).__name__}([")
        for at in range(self._count):
            if at > 0:
                out.append(", ")
            out.append(repr(self[at]))
        limit = self.maxlen
        out.append("])" if limit is None else f"], maxlen={limit})")
        return out.finish()


class DequeIterator(Generic[T]):
    """Walks over the items; an item that came or went is an error at the next step."""

    _deque: deque[T]
    _at: int
    _changes: int

    def __init__(self, source: deque[T]) -> None:
        self._deque = source
        self._at = -1
        self._changes = source._changes

    def _next(self) -> bool:
        if self._deque._changes != self._changes:
            raise RuntimeError("deque mutated during iteration")
        self._at += 1
        return self._at < self._deque._count

    def _value(self) -> T:
        return self._deque[self._at]

    def _walk(self) -> "DequeIterator[T]":
        return self


# Dicts

def fresh() -> V:
    """`V()`: what `defaultdict(V)` makes for a key that is not there."""
    return V()


def fresh_int() -> int | float:
    """`int()`, for values of both kinds."""
    return 0


def fresh_float() -> int | float:
    """`float()`, for values of both kinds."""
    return 0.0


class defaultdict(Dict[K, V]):  # noqa: N801
    """A dict that makes a value for a key that is not there, when `d[key]` asks for it."""

    default_factory: Callable[[], V] | None
    _shown: str

    def __init__(
        self, default_factory: Callable[[], V] | None = None, items: Dict[K, V] | None = None, *, _shown: str = "None"
    ) -> None:
        self.default_factory = default_factory
        self._shown = _shown
        if items is not None:
            self.update(items)

    def _absent(self, key: K) -> V:
        factory = self.default_factory
        if factory is None:
            self._missing(key)
        item = factory()
        self[key] = item
        return item

    def copy(self) -> "defaultdict[K, V]":
        return defaultdict[K, V](self.default_factory, self, _shown=self._shown)

    def _or_copy(self, other: Dict[K, V]) -> Dict[K, V]:
        return self.copy()

    def _ror_copy(self, left: Dict[K, V]) -> Dict[K, V]:
        return defaultdict[K, V](self.default_factory, left, _shown=self._shown)

    def __repr__(self) -> str:
        return f"defaultdict({self._shown}, {super().__repr__()})"


class OrderedDict(Dict[K, V]):
    """A dict whose order counts in comparisons, and can be changed."""

    def __init__(self, items: Collection[tuple[K, V]] | None = None) -> None:
        if items is not None:
            for key, item in items:
                self[key] = item

    def _pop_end(self, last: bool = True) -> tuple[K, V]:
        """`popitem(last)`."""
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return super().popitem()
        if not self._index:
            self._thaw()
        at = self._step(0)
        entry = self._entries[at]
        self._remove(at)
        return entry.key, entry.value

    def _keeps_order(self) -> bool:
        return True

    def _asked(self, key: K) -> V:
        return self[key]

    def popitem(self) -> tuple[K, V]:
        return self._pop_end()

    def move_to_end(self, key: K, last: bool = True) -> None:
        number = self._find(key, stored_hash(hash(key)))
        if number < 0:
            self._missing(key)
        entry = self._entries[number]
        if last and number < prim.zext(int, self._used) - 1:
            self._remove(number)
            self._add(entry.key, entry.hash, entry.value)
        elif not last and number > self._step(0):
            self._remove(number)
            rest = [pair for pair in self.items()]
            self._reset()
            self._add(entry.key, entry.hash, entry.value)
            for other, item in rest:
                self._add(other, stored_hash(hash(other)), item)

    def setdefault(self, key: K, default: V) -> V:
        if key in self:
            return self[key]
        self[key] = default
        return default

    def _put(self, key: K, item: V) -> None:
        self[key] = item

    def update(self, other: Dict[K, V]) -> None:
        for key in other:
            self[key] = other[key]

    def _plain_copy(self) -> Dict[K, V]:
        out = Dict[K, V]()
        out.update(self)
        return out

    def copy(self) -> "OrderedDict[K, V]":
        out = OrderedDict[K, V]()
        out.update(self)
        return out

    def _or_copy(self, other: Dict[K, V]) -> Dict[K, V]:
        return self.copy()

    def _ror_copy(self, left: Dict[K, V]) -> Dict[K, V]:
        out = OrderedDict[K, V]()
        out.update(left)
        return out

    def __eq__(self, other: Dict[K, V]) -> bool:
        if isinstance(other, OrderedDict[K, V]) and [key for key in self] != [key for key in other]:
            return False
        return super().__eq__(other)

    def __repr__(self) -> str:
        if not self:
            return f"{type(self).__name__}()"
        return f"{type(self).__name__}({[pair for pair in self.items()]!r})"
