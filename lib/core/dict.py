"""`dict`: dense entries in insertion order and an index of slots (table.py).

A dict that was frozen into the image has entries but no index, and its entries no hashes: the first access builds both.
"""

from abc import abstractmethod
from typing import Generic, Never, Self, TypeVar

from lib.core.arena import allocate
from lib.core.iterator import Iterable, Iterator, Walk
from lib.core.shown import begin, end
from lib.core.table import ENDED, FAILED, GONE, first_slot, link, new_index, room_for, stored_hash
from lib.core.text import StrBuilder
from rumpk import Ptr, cold, has_references, inline, noinline, prim, sizeof, u32, u8, unchecked, usize, value

K = TypeVar("K")
V = TypeVar("V")


@noinline
@cold
def _changed() -> Never:
    raise RuntimeError("dictionary changed size during iteration")


@noinline
@cold
def _keys_changed() -> Never:
    raise RuntimeError("dictionary keys changed during iteration")


@noinline
@cold
def _mutated() -> Never:
    raise RuntimeError("OrderedDict mutated during iteration")


@noinline
@cold
def _order_changed() -> Never:
    raise RuntimeError("OrderedDict changed size during iteration")


@noinline
@cold
def _empty() -> Never:
    raise KeyError("popitem(): dictionary is empty")


@value
class Entry(Generic[K, V]):
    """One key with its value and its hash (table.py says which)."""

    hash: int
    key: K
    value: V


class Dict(Iterable[K], Generic[K, V]):
    """Keys to values."""

    _len: usize                         # live entries
    _used: usize                        # entries in use, removed ones included
    _cap: usize                         # room for entries; the index has twice as many slots
    _state: usize                       # counts the keys that came and went: what walks in order look at
    _entries: Ptr[Entry[K, V]]
    _index: Ptr[u32]

    def __iter__(self) -> Iterator[K]:
        return Walk[K, KeyIterator[K, V]](self._walk())

    @inline
    def __len__(self) -> int:
        return prim.zext(int, self._len)

    @inline
    def __bool__(self) -> bool:
        return self._len != 0

    # The table

    @noinline
    @unchecked
    def _rebuild(self, cap: int) -> None:
        """Move the live entries to a table of `cap` entries; of the same size, in place."""
        block, index = self._entries, self._index
        if index and prim.zext(int, self._cap) == cap:
            prim.mem_set(Ptr[u8](index), u8(0), prim.zext(usize, cap * 8))
        else:
            size = prim.zext(usize, cap * prim.zext(int, sizeof(Entry[K, V])))
            block = Ptr[Entry[K, V]](allocate(size, has_references(Entry[K, V])))
            index = new_index(cap)
        mask = 2 * cap - 1
        to = 0
        for at in range(prim.zext(int, self._used)):
            entry = self._entries[at]
            if entry.hash != GONE:
                h = entry.hash
                if h == 0:
                    h = stored_hash(hash(entry.key))
                block[to] = Entry[K, V](h, entry.key, entry.value)
                link(index, mask, h, to)
                to += 1
        self._entries = block
        self._index = index
        self._cap = prim.zext(usize, cap)
        self._used = prim.zext(usize, to)

    @noinline
    def _thaw(self) -> None:
        """Build the index of a frozen dict."""
        self._rebuild(room_for(len(self)))

    @unchecked
    def _find(self, key: K, h: int) -> int:
        """The number of the key's entry; -1 for none."""
        if not self._index:
            if self._len == 0:
                return -1
            self._thaw()
        index, mask = self._index, 2 * prim.zext(int, self._cap) - 1
        slot = first_slot(h, mask)
        while True:
            number = prim.zext(int, index[slot])
            if number == 0:
                return -1
            entry = self._entries[number - 1]
            if entry.hash == h:
                same = entry.key == key
                if prim.unlikely(index != self._index or self._entries[number - 1].hash != h):
                    return self._find(key, h)       # the comparison has changed the table: as in CPython, once more
                if same:
                    return number - 1
            slot = (slot + 1) & mask

    @unchecked
    def _add(self, key: K, h: int, item: V) -> None:
        """A new entry for a key that is not there."""
        if self._used == self._cap or not self._index:
            cap = room_for(len(self) + 1)
            if self._index:
                cap = max(cap, prim.zext(int, self._cap))
            self._rebuild(cap)
        number = prim.zext(int, self._used)
        self._entries[number] = Entry[K, V](h, key, item)
        link(self._index, 2 * prim.zext(int, self._cap) - 1, h, number)
        self._used += 1
        self._len += 1
        self._state += 1

    @unchecked
    def _unlink(self, number: int) -> None:
        """Take the entry out of the index; slots behind it that made way for it move up, so no slot is ever dead."""
        index, mask = self._index, 2 * prim.zext(int, self._cap) - 1
        hole = first_slot(self._entries[number].hash, mask)
        while prim.zext(int, index[hole]) != number + 1:
            hole = (hole + 1) & mask
        at = hole
        while True:
            at = (at + 1) & mask
            other = prim.zext(int, index[at])
            if other == 0:
                break
            home = first_slot(self._entries[other - 1].hash, mask)
            if (at - home) & mask >= (at - hole) & mask:
                index[hole] = index[at]
                hole = at
        index[hole] = u32(0)

    @unchecked
    def _remove(self, number: int) -> None:
        self._unlink(number)
        self._wipe(number, 1)
        Ptr[int](self._entries + number)[0] = GONE
        self._len -= 1
        self._state += 1
        used = prim.zext(int, self._used)
        while used > 0 and self._entries[used - 1].hash == GONE:
            used -= 1
        self._used = prim.zext(usize, used)

    def _reset(self) -> None:
        """No entries any more. A table that was well filled is kept."""
        self._wipe(0, prim.zext(int, self._used))
        if self._index and (self._cap <= 64 or self._used * 4 >= self._cap):
            prim.mem_set(Ptr[u8](self._index), u8(0), self._cap * 8)
        else:
            self._cap = usize(0)
            self._index = Ptr[u32](usize(0))
            self._entries = Ptr[Entry[K, V]](usize(0))
        self._len = usize(0)
        self._used = usize(0)

    @unchecked
    def _wipe(self, at: int, count: int) -> None:
        """No entry that is gone refers to anything: the collector looks at the whole block."""
        if has_references(Entry[K, V]):
            size = prim.zext(int, sizeof(Entry[K, V]))
            prim.mem_set(Ptr[u8](self._entries + at), u8(0), prim.zext(usize, count * size))

    @inline
    @unchecked
    def _step(self, at: int) -> int:
        """The number of the next live entry from `at` on; the number of all where there is none."""
        used = prim.zext(int, self._used)
        while at < used and self._entries[at].hash == GONE:
            at += 1
        return at

    # Items

    @noinline
    @cold
    def _missing(self, key: K) -> Never:
        raise KeyError(key)

    @noinline
    @cold
    def _absent(self, key: K) -> V:
        """What `d[key]` is where the key is not there: CPython's `__missing__`."""
        self._missing(key)

    @unchecked
    def __getitem__(self, key: K) -> V:
        number = self._find(key, stored_hash(hash(key)))
        if number < 0:
            return self._absent(key)
        return self._entries[number].value

    @unchecked
    def __setitem__(self, key: K, item: V) -> None:
        h = stored_hash(hash(key))
        number = self._find(key, h)
        if number < 0:
            self._add(key, h, item)
        else:
            self._entries[number] = Entry[K, V](h, self._entries[number].key, item)

    def __delitem__(self, key: K) -> None:
        self._remove_key(key)

    def _remove_key(self, key: K) -> None:
        number = self._find(key, stored_hash(hash(key)))
        if number < 0:
            self._missing(key)
        self._remove(number)

    def __contains__(self, key: K) -> bool:
        return self._find(key, stored_hash(hash(key))) >= 0

    def get(self, key: K, default: V | None = None) -> V | None:
        number = self._find(key, stored_hash(hash(key)))
        if number < 0:
            return default
        return self._entries[number].value

    def _get_or(self, key: K, default: V) -> V:
        """`get` with a default of the values' own type."""
        number = self._find(key, stored_hash(hash(key)))
        return default if number < 0 else self._entries[number].value

    def setdefault(self, key: K, default: V) -> V:
        h = stored_hash(hash(key))
        number = self._find(key, h)
        if number >= 0:
            return self._entries[number].value
        self._add(key, h, default)
        return default

    def pop(self, key: K) -> V:
        number = self._find(key, stored_hash(hash(key)))
        if number < 0:
            self._missing(key)
        item = self._entries[number].value
        self._remove(number)
        return item

    def _pop_or(self, key: K, default: V) -> V:
        """`pop` with a default."""
        number = self._find(key, stored_hash(hash(key)))
        if number < 0:
            return default
        item = self._entries[number].value
        self._remove(number)
        return item

    def _pop_or_none(self, key: K) -> V | None:
        """`pop` with None as default."""
        return self.pop(key) if key in self else None

    def popitem(self) -> tuple[K, V]:
        if self._len == 0:
            _empty()
        if not self._index:
            self._thaw()
        at = prim.zext(int, self._used) - 1         # the last entry is never a removed one
        entry = self._entries[at]
        self._remove(at)
        return entry.key, entry.value

    def _put(self, key: K, item: V) -> None:
        """One item of an update, which asks no `__setitem__` of the program."""
        self[key] = item

    def update(self, other: "Dict[K, V]") -> None:
        if other._keeps_order():                    # CPython asks it for each item
            keys = [key for key in other]
            for key in keys:
                self[key] = other._asked(key)
            return
        at = other._step(0)
        while at < prim.zext(int, other._used):
            entry = other._entries[at]
            self[entry.key] = entry.value
            at = other._step(at + 1)

    def __ior__(self, other: "Dict[K, V]") -> Self:
        self.update(other)
        return self

    def __or__(self, other: "Dict[K, V]") -> "Dict[K, V]":
        out = self._or_copy(other)
        out.update(other)
        return out

    def _or_copy(self, other: "Dict[K, V]") -> "Dict[K, V]":
        """What `self | other` starts from: a subclass on either side decides the class of the result."""
        return other._ror_copy(self)

    def _ror_copy(self, left: "Dict[K, V]") -> "Dict[K, V]":
        return left._plain_copy()

    def clear(self) -> None:
        self._reset()

    def copy(self) -> "Dict[K, V]":
        return self._plain_copy()

    def _plain_copy(self) -> "Dict[K, V]":
        """`dict(self)`: a dict, even if this is of a subclass."""
        out = Dict[K, V]()
        if self._len != 0:
            out._entries = self._entries
            out._used = self._used
            out._len = self._len
            out._rebuild(room_for(len(self)))
        return out

    # Walks

    def _keeps_order(self) -> bool:
        """Whether this is an `OrderedDict`, whose walks find out about changes otherwise."""
        return False

    def _asked(self, key: K) -> V:
        """`self[key]`, by the `__getitem__` of a class below OrderedDict."""
        return self[key]

    def _walk(self) -> "KeyIterator[K, V]":
        return KeyIterator[K, V](self)

    def keys(self) -> "DictKeys[K, V]":
        return DictKeys[K, V](self)

    def values(self) -> "DictValues[K, V]":
        return DictValues[K, V](self)

    def items(self) -> "DictItems[K, V]":
        return DictItems[K, V](self)

    def __reversed__(self) -> "ReverseIterator[K, V]":
        return ReverseIterator[K, V](self)

    def __eq__(self, other: "Dict[K, V]") -> bool:
        if self is other:               # also with a NaN inside, which a walk would find unequal
            return True
        if self._len != other._len:
            return False
        at = self._step(0)
        while at < prim.zext(int, self._used):
            entry = self._entries[at]
            h = entry.hash
            number = other._find(entry.key, stored_hash(hash(entry.key)) if h == 0 else h)
            if number < 0 or not (entry.value == other._entries[number].value):
                return False
            at = self._step(at + 1)
        return True

    def __repr__(self) -> str:
        if self._len == 0 or not has_references(V):
            return self._items_text()
        if not begin(usize(prim.ref_ptr(self))):
            return "{...}"
        try:
            return self._items_text()
        finally:
            end()

    def _items_text(self) -> str:
        out = StrBuilder()
        out.append("{")
        first = True
        at = self._step(0)
        while at < prim.zext(int, self._used):
            entry = self._entries[at]
            if not first:
                out.append(", ")
            first = False
            out.append(repr(entry.key))
            out.append(": ")
            out.append(repr(entry.value))
            at = self._step(at + 1)
        out.append("}")
        return out.finish()


# Walks over the entries: a change of size is an error at the next step, and at all that follow. Those of an OrderedDict
# find that keys came or went; behind its last key they end without a look.

class EntryWalk(Generic[K, V]):
    """Where a walk is, and what its dict was when it began."""

    _dict: Dict[K, V]
    _at: int
    _size: usize                        # ENDED or FAILED: no size of a dict
    _left: usize                        # entries that the walk has yet to come to
    _ordered: bool
    _state: usize

    def __init__(self, source: Dict[K, V], at: int) -> None:
        self._dict = source
        self._at = at
        self._size = source._len
        self._left = source._len
        self._ordered = source._keeps_order()
        self._state = source._state

    def _goes_on(self) -> bool:
        """Whether a walk over an OrderedDict has a next key."""
        if self._size == ENDED or self._left == 0:
            self._size = ENDED
            return False
        if self._dict._state != self._state:
            self._size = ENDED
            _mutated()
        if self._dict._len != self._size:           # `clear` alone
            self._size = FAILED
            _order_changed()
        return True


class EntryIterator(EntryWalk[K, V]):
    """The numbers of the live entries, in order.

    There are more entries than there were if keys came while others went, which CPython finds out that late as well.
    """

    def __init__(self, source: Dict[K, V]) -> None:
        super().__init__(source, -1)

    @unchecked
    def _next(self) -> bool:
        source = self._dict
        if self._ordered and not self._goes_on():
            return False
        if source._len != self._size:
            if self._size == ENDED:
                return False
            self._size = FAILED
            _changed()
        self._at = source._step(self._at + 1)
        if self._at >= prim.zext(int, source._used):
            self._size = ENDED
            return False
        if self._left == 0:
            self._size = ENDED
            _keys_changed()
        self._left -= 1
        return True


class KeyIterator(EntryIterator[K, V]):
    def _value(self) -> K:
        return self._dict._entries[self._at].key

    def _walk(self) -> "KeyIterator[K, V]":
        return self


class ValueIterator(EntryIterator[K, V]):
    def _value(self) -> V:
        return self._dict._entries[self._at].value

    def _walk(self) -> "ValueIterator[K, V]":
        return self


class ItemIterator(EntryIterator[K, V]):
    def _value(self) -> tuple[K, V]:
        entry = self._dict._entries[self._at]
        return entry.key, entry.value

    def _walk(self) -> "ItemIterator[K, V]":
        return self


class ReverseIterator(EntryWalk[K, V]):
    """The keys, last to first."""

    def __init__(self, source: Dict[K, V]) -> None:
        super().__init__(source, prim.zext(int, source._used))

    @unchecked
    def _next(self) -> bool:
        source = self._dict
        if self._ordered and not self._goes_on():
            return False
        if source._len != self._size:
            if self._size == ENDED:
                return False
            self._size = FAILED
            _changed()
        self._at -= 1
        while self._at >= 0 and source._entries[self._at].hash == GONE:
            self._at -= 1
        if self._at < 0:
            self._size = ENDED
            return False
        if self._ordered:
            self._left -= 1
        return True

    def _value(self) -> K:
        return self._dict._entries[self._at].key

    def _walk(self) -> "ReverseIterator[K, V]":
        return self


class ReverseValues(Generic[K, V]):
    """`reversed(d.values())`"""

    _keys: ReverseIterator[K, V]

    def __init__(self, source: Dict[K, V]) -> None:
        self._keys = ReverseIterator[K, V](source)

    def _next(self) -> bool:
        return self._keys._next()

    def _value(self) -> V:
        return self._keys._dict._entries[self._keys._at].value

    def _walk(self) -> "ReverseValues[K, V]":
        return self


class ReverseItems(Generic[K, V]):
    """`reversed(d.items())`"""

    _keys: ReverseIterator[K, V]

    def __init__(self, source: Dict[K, V]) -> None:
        self._keys = ReverseIterator[K, V](source)

    def _next(self) -> bool:
        return self._keys._next()

    def _value(self) -> tuple[K, V]:
        entry = self._keys._dict._entries[self._keys._at]
        return entry.key, entry.value

    def _walk(self) -> "ReverseItems[K, V]":
        return self


class KeysView(Iterable[K]):
    """`d.keys()` where the values do not matter."""

    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def __contains__(self, key: K) -> bool: ...

    @abstractmethod
    def isdisjoint(self, other: "Iterable[K]") -> bool: ...


class ValuesView(Iterable[V]):
    """`d.values()` where the keys do not matter."""

    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def __contains__(self, item: V) -> bool: ...


class DictKeys(Generic[K, V], KeysView[K]):
    """`d.keys()`: a view."""

    _dict: Dict[K, V]

    def __init__(self, source: Dict[K, V]) -> None:
        self._dict = source

    def __iter__(self) -> Iterator[K]:
        return Walk[K, KeyIterator[K, V]](self._walk())

    def _walk(self) -> KeyIterator[K, V]:
        return KeyIterator[K, V](self._dict)

    def __reversed__(self) -> ReverseIterator[K, V]:
        return ReverseIterator[K, V](self._dict)

    def __len__(self) -> int:
        return len(self._dict)

    def __contains__(self, key: K) -> bool:
        return key in self._dict

    def isdisjoint(self, other: "Iterable[K]") -> bool:
        for key in other:
            if key in self._dict:
                return False
        return True

    def __repr__(self) -> str:
        return f"{_title(self._dict)}_keys([{_joined([repr(key) for key in self._dict])}])"


class DictValues(Generic[K, V], ValuesView[V]):
    """`d.values()`: a view."""

    _dict: Dict[K, V]

    def __init__(self, source: Dict[K, V]) -> None:
        self._dict = source

    def __iter__(self) -> Iterator[V]:
        return Walk[V, ValueIterator[K, V]](self._walk())

    def _walk(self) -> ValueIterator[K, V]:
        return ValueIterator[K, V](self._dict)

    def __reversed__(self) -> ReverseValues[K, V]:
        return ReverseValues[K, V](self._dict)

    def __len__(self) -> int:
        return len(self._dict)

    def __contains__(self, item: V) -> bool:
        for one in self:
            if one == item:
                return True
        return False

    def __repr__(self) -> str:
        return f"{_title(self._dict)}_values([{_joined([repr(item) for item in self])}])"


class DictItems(Generic[K, V], Iterable[tuple[K, V]]):
    """`d.items()`: a view."""

    _dict: Dict[K, V]

    def __init__(self, source: Dict[K, V]) -> None:
        self._dict = source

    def __iter__(self) -> Iterator[tuple[K, V]]:
        return Walk[tuple[K, V], ItemIterator[K, V]](self._walk())

    def _walk(self) -> ItemIterator[K, V]:
        return ItemIterator[K, V](self._dict)

    def __reversed__(self) -> ReverseItems[K, V]:
        return ReverseItems[K, V](self._dict)

    def __len__(self) -> int:
        return len(self._dict)

    def __contains__(self, pair: tuple[K, V]) -> bool:
        number = self._dict._find(pair[0], stored_hash(hash(pair[0])))
        return number >= 0 and self._dict._entries[number].value == pair[1]

    def isdisjoint(self, other: "Iterable[tuple[K, V]]") -> bool:
        for pair in other:
            if pair in self:
                return False
        return True

    def __repr__(self) -> str:
        return f"{_title(self._dict)}_items([{_joined([repr(pair) for pair in self])}])"


def _title(source: Dict[K, V]) -> str:
    return "odict" if source._keeps_order() else "dict"


def _joined(parts: list[str]) -> str:
    return ", ".join(parts)
