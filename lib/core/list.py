"""`list`: a block of items that grows by doubling. Sorting is in sorting.py.

The checker walks over a list by index, reading `_len` and `_data` each time, as CPython does.
"""

from typing import Final, Never, TypeVar

from lib.core.iterator import Indexed, Iterable, Iterator
from lib.core.shown import begin, end
from lib.core.slices import slice_count, slice_start, slice_step, slice_stop
from lib.core.sorting import sort_items, sort_with_keys, sort_with_optional_keys
from lib.core.arena import allocate, extend
from lib.core.text import StrBuilder
from rumpk import Ptr, cold, has_references, inline, noinline, prim, sizeof, u8, unchecked, usize

T = TypeVar("T")
K = TypeVar("K")

KEPT_BYTES: Final = 4096                # of a list that is cleared: so much room it keeps for the items to come


@unchecked
def _wider(cap: int, need: int) -> int:
    """The next capacity: twice the one before, at least `need`."""
    wider = max(cap * 2, need, 4)
    if wider > (1 << 48):
        _no_room()
    return wider


@noinline
@unchecked
def _regrown(block: Ptr[u8], had: int, used: int, room: int, references: bool) -> Ptr[u8]:
    """A block of `room` bytes in place of one of `had`, of which `used` are in use: the same one, if it can grow."""
    if had != 0 and extend(block, prim.zext(usize, room)):
        return block
    fresh = allocate(prim.zext(usize, room), references)
    prim.mem_copy(fresh, block, prim.zext(usize, used))
    return fresh


@noinline
@cold
def _no_index(words: str) -> Never:
    raise IndexError(words)


@noinline
@cold
def _no_value(words: str) -> Never:
    raise ValueError(words)


@noinline
@cold
def _modified() -> Never:
    raise ValueError("list modified during sort")


@noinline
@cold
def _no_room() -> Never:
    raise MemoryError()


class List(Iterable[T]):
    """Items of one type in a row."""

    _len: usize
    _cap: usize
    _data: Ptr[T]

    def __iter__(self) -> Iterator[T]:
        return Indexed[T, List[T]](self)

    @inline
    def __len__(self) -> int:
        return prim.zext(int, self._len)

    @inline
    def __bool__(self) -> bool:
        return self._len != 0

    # Items

    @inline
    @unchecked
    def __getitem__(self, index: int) -> T:
        return self._data[self._place(index, "list index out of range")]

    @inline
    @unchecked
    def __setitem__(self, index: int, value: T) -> None:
        self._data[self._place(index, "list assignment index out of range")] = value

    @inline
    @unchecked
    def _place(self, index: int, words: str) -> int:
        """The place of an item. A negative index counts from the end; one too large stays so, as an unsigned number."""
        count = prim.zext(int, self._len)
        if prim.unlikely(prim.icmp_uge(index, count)):
            index += count
            if prim.icmp_uge(index, count):
                _no_index(words)
        return index

    @unchecked
    def __delitem__(self, index: int) -> None:
        self._close(self._place(index, "list assignment index out of range"), 1)

    # Room

    @noinline
    @unchecked
    def _grow(self, need: int) -> None:
        """Make room for `need` items in all."""
        cap = _wider(prim.zext(int, self._cap), need)
        size = prim.zext(int, sizeof(T))
        had, room = prim.zext(int, self._cap) * size, cap * size
        self._data = Ptr[T](_regrown(Ptr[u8](self._data), had, len(self) * size, room, has_references(T)))
        self._cap = prim.zext(usize, cap)

    def _reserve(self, count: int) -> None:
        """Make room for exactly `count` more items: the compiler knows the size of a display."""
        if count > (1 << 48):
            _no_room()
        if prim.icmp_ugt(len(self) + count, prim.zext(int, self._cap)):
            size = prim.zext(int, sizeof(T))
            if self._cap == 0:
                self._data = Ptr[T](allocate(prim.zext(usize, count * size), has_references(T)))
                self._cap = prim.zext(usize, count)
            else:
                self._grow(len(self) + count)

    @unchecked
    def _open(self, at: int, count: int) -> None:
        """Move the items from `at` on by `count` places."""
        length = len(self)
        if length + count > prim.zext(int, self._cap):
            self._grow(length + count)
        size = prim.zext(int, sizeof(T))
        rest = prim.zext(usize, (length - at) * size)
        prim.mem_move(Ptr[u8](self._data + (at + count)), Ptr[u8](self._data + at), rest)
        self._len = prim.zext(usize, length + count)

    @unchecked
    def _close(self, at: int, count: int) -> None:
        """Take `count` items at `at` away."""
        rest = len(self) - at - count
        size = prim.zext(int, sizeof(T))
        prim.mem_move(Ptr[u8](self._data + at), Ptr[u8](self._data + (at + count)), prim.zext(usize, rest * size))
        self._len = prim.zext(usize, at + rest)
        self._wipe(at + rest, count)

    @inline
    @unchecked
    def _wipe(self, at: int, count: int) -> None:
        """Behind the last item lies nothing that the collector, which looks at the whole block, would keep."""
        if has_references(T):
            size = prim.zext(int, sizeof(T))
            prim.mem_set(Ptr[u8](self._data + at), u8(0), prim.zext(usize, count * size))

    @unchecked
    def _append_items(self, place: Ptr[T], count: int) -> None:
        """Add a copy of `count` items, which may be the list's own."""
        length = len(self)
        if length + count > prim.zext(int, self._cap):
            self._grow(length + count)
        size = prim.zext(int, sizeof(T))
        prim.mem_copy(Ptr[u8](self._data + length), Ptr[u8](place), prim.zext(usize, count * size))
        self._len = prim.zext(usize, length + count)

    # Growing and shrinking

    @inline
    @unchecked
    def append(self, item: T) -> None:
        length = self._len
        if prim.unlikely(length == self._cap):
            self._grow(prim.zext(int, length) + 1)
        self._data[prim.zext(int, length)] = item
        self._len = length + 1

    def extend(self, items: "List[T]") -> None:
        self._append_items(items._data, len(items))

    def __iadd__(self, items: "List[T]") -> "List[T]":
        self._append_items(items._data, len(items))
        return self

    @unchecked
    def insert(self, index: int, item: T) -> None:
        length = len(self)
        if index < 0:
            index += length
            if index < 0:
                index = 0
        if index > length:
            index = length
        self._open(index, 1)
        self._data[index] = item

    @unchecked
    def pop(self, index: int = -1) -> T:
        length = len(self)
        if length == 0:
            _no_index("pop from empty list")
        if index < 0:
            index += length
        if prim.icmp_uge(index, length):
            _no_index("pop index out of range")
        item = self._data[index]
        if index == length - 1:
            self._len = prim.zext(usize, index)
            self._wipe(index, 1)
        else:
            self._close(index, 1)
        return item

    def remove(self, item: T) -> None:
        at = 0
        while at < len(self):
            if self._data[at] == item:
                if at < len(self):      # the comparison may have taken items away
                    self._close(at, 1)
                return
            at += 1
        _no_value("list.remove(x): x not in list")

    @unchecked
    def clear(self) -> None:
        self._wipe(0, len(self))
        if prim.zext(int, self._cap) * prim.zext(int, sizeof(T)) > KEPT_BYTES:
            self._cap = usize(0)
            self._data = Ptr[T](usize(0))
        self._len = usize(0)

    def copy(self) -> "List[T]":
        out = List[T]()
        out._reserve(len(self))
        out._append_items(self._data, len(self))
        return out

    # Search

    def __contains__(self, item: T) -> bool:
        at = 0
        while at < len(self):
            if self._data[at] == item:
                return True
            at += 1
        return False

    def index(self, item: T, start: int = 0, stop: int = 0x7FFF_FFFF_FFFF_FFFF) -> int:
        at = start
        if at < 0:
            at = max(0, at + len(self))
        if stop < 0:
            stop += len(self)
        while at < len(self) and at < stop:
            if self._data[at] == item:
                return at
            at += 1
        raise ValueError(f"{item!r} is not in list")

    def count(self, item: T) -> int:
        found = 0
        at = 0
        while at < len(self):
            if self._data[at] == item:
                found += 1
            at += 1
        return found

    # Order

    @unchecked
    def reverse(self) -> None:
        low, high = 0, len(self) - 1
        while low < high:
            item = self._data[low]
            self._data[low] = self._data[high]
            self._data[high] = item
            low += 1
            high -= 1

    def sort(self, reverse: bool = False) -> None:
        held = self._lend()
        try:
            sort_items(held._data, len(held), reverse)
        finally:
            changed = self._take_back(held)
        if changed:
            _modified()

    def _lend(self) -> "List[T]":
        """The items, for the time of a sort: as in CPython, the list is empty while keys and comparisons run."""
        out = List[T]()
        out._replace(self)
        self._len = 0
        self._cap = 0
        return out

    def _take_back(self, held: "List[T]") -> bool:
        """The items are back; whether something was put into the list meanwhile (and is lost)."""
        changed = self._cap != 0
        self._replace(held)
        return changed

    def _replace(self, other: "List[T]") -> None:
        """Take over the items of a list that nobody else has."""
        self._len = other._len
        self._cap = other._cap
        self._data = other._data

    # Several lists

    def __add__(self, other: "List[T]") -> "List[T]":
        out = List[T]()
        out._reserve(len(self) + len(other))
        out._append_items(self._data, len(self))
        out._append_items(other._data, len(other))
        return out

    def __mul__(self, count: int) -> "List[T]":
        out = List[T]()
        if count > 0 and len(self) > 0:
            out._reserve(len(self) * count)
            if len(self) == 1:
                self._repeat_one(out, count)
            else:
                for _ in range(count):
                    out._append_items(self._data, len(self))
        return out

    @unchecked
    def _repeat_one(self, out: "List[T]", count: int) -> None:
        item, to = self._data[0], out._data
        for i in range(count):
            to[i] = item
        out._len = prim.zext(usize, count)

    def __rmul__(self, count: int) -> "List[T]":
        return self.__mul__(count)

    def __imul__(self, count: int) -> "List[T]":
        length = len(self)
        if count <= 0:
            self.clear()
        for _ in range(count - 1):
            self._append_items(self._data, length)
        return self

    def __eq__(self, other: "List[T]") -> bool:
        if self is other:               # also with a NaN inside, which a walk would find unequal
            return True
        if len(self) != len(other):
            return False
        at = 0
        while at < len(self) and at < len(other):
            if not (self._data[at] == other._data[at]):
                return False
            at += 1
        return len(self) == len(other)

    def __lt__(self, other: "List[T]") -> bool:
        at = self._first_difference(other)
        if at < len(self) and at < len(other):
            return self._data[at] < other._data[at]
        return len(self) < len(other)

    def __gt__(self, other: "List[T]") -> bool:
        return other.__lt__(self)

    def __le__(self, other: "List[T]") -> bool:
        at = self._first_difference(other)
        if at < len(self) and at < len(other):
            return self._data[at] <= other._data[at]
        return len(self) <= len(other)

    def __ge__(self, other: "List[T]") -> bool:
        return other.__le__(self)

    def _first_difference(self, other: "List[T]") -> int:
        at = 0
        while at < len(self) and at < len(other) and self._data[at] == other._data[at]:
            at += 1
        return at

    # Slices

    @unchecked
    def _slice(self, start: int | None, stop: int | None, step: int | None) -> "List[T]":
        by, length = slice_step(step), len(self)
        first = slice_start(start, length, by)
        count = slice_count(first, slice_stop(stop, length, by), by)
        out = List[T]()
        if count > 0:
            out._reserve(count)
            if by == 1:
                out._append_items(self._data + first, count)
            else:
                for i in range(count):
                    out._data[i] = self._data[first + i * by]
                out._len = prim.zext(usize, count)
        return out

    @unchecked
    def _set_slice(self, start: int | None, stop: int | None, step: int | None, items: "List[T]") -> None:
        by, length, number = slice_step(step), len(self), len(items)
        first = slice_start(start, length, by)
        count = slice_count(first, slice_stop(stop, length, by), by)
        source = items.copy()._data if prim.ref_eq(items, self) else items._data
        if by != 1:
            if number != count:
                _no_value(f"attempt to assign sequence of size {number} to extended slice of size {count}")
        elif number > count:
            self._open(first + count, number - count)
        elif number < count:
            self._close(first + number, count - number)
        for i in range(number):
            self._data[first + i * by] = source[i]

    @unchecked
    def _del_slice(self, start: int | None, stop: int | None, step: int | None) -> None:
        by, length = slice_step(step), len(self)
        first = slice_start(start, length, by)
        count = slice_count(first, slice_stop(stop, length, by), by)
        if count == 0:
            return
        if by < 0:
            first, by = first + (count - 1) * by, -by
        to, skipped = first, 0
        for at in range(first, length):
            if skipped < count and at == first + skipped * by:
                skipped += 1
            else:
                self._data[to] = self._data[at]
                to += 1
        self._len = prim.zext(usize, to)
        self._wipe(to, count)

    # Text

    def __repr__(self) -> str:
        if len(self) == 0:
            return "[]"
        if not has_references(T):
            return self._items_text()
        if not begin(usize(prim.ref_ptr(self))):
            return "[...]"
        try:
            return self._items_text()
        finally:
            end()

    def _items_text(self) -> str:
        out = StrBuilder()
        out.append("[")
        at = 0
        while at < len(self):
            if at > 0:
                out.append(", ")
            out.append(repr(self._data[at]))
            at += 1
        out.append("]")
        return out.finish()


def sort_by_keys(items: List[T], keys: List[K], reverse: bool) -> None:
    """Bring the items into the order of their keys; items with equal keys keep their order."""
    sort_with_keys(keys._data, items._data, len(items), reverse)


def sort_by_optional_keys(items: List[T], keys: List[K], reverse: bool) -> None:
    """The same by keys that may be None: a TypeError where one is compared."""
    sort_with_optional_keys(keys._data, items._data, len(items), reverse)
