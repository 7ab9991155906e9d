"""`set` and `frozenset`: dense entries in insertion order and an index of slots (table.py)."""

from typing import Generic, Never, TypeVar

from lib.core.arena import allocate
from lib.core.hashing import hash_combine
from lib.core.iterator import Iterable, Iterator, Walk
from lib.core.table import ENDED, FAILED, GONE, first_slot, link, new_index, room_for, stored_hash
from lib.core.text import StrBuilder
from rumpk import Ptr, cold, has_references, inline, noinline, prim, sizeof, u32, u8, unchecked, usize, value

T = TypeVar("T")


@noinline
@cold
def _changed() -> Never:
    raise RuntimeError("Set changed size during iteration")


@value
class Member(Generic[T]):
    """One member with its hash (table.py says which)."""

    hash: int
    key: T


class Members(Iterable[T]):
    """What both kinds of set are made of."""

    _len: usize                         # live entries
    _used: usize                        # entries in use, removed ones included
    _cap: usize                         # room for entries; the index has twice as many slots
    _entries: Ptr[Member[T]]
    _index: Ptr[u32]

    def __iter__(self) -> Iterator[T]:
        return Walk[T, MemberIterator[T]](self._walk())

    @inline
    def __len__(self) -> int:
        return prim.zext(int, self._len)

    @inline
    def __bool__(self) -> bool:
        return self._len != 0

    @noinline
    @unchecked
    def _rebuild(self, cap: int) -> None:
        """Move the live entries to a table of `cap` entries; of the same size, in place. Frozen ones get hashes."""
        block, index = self._entries, self._index
        if index and prim.zext(int, self._cap) == cap:
            prim.mem_set(Ptr[u8](index), u8(0), prim.zext(usize, cap * 8))
        else:
            size = prim.zext(usize, cap * prim.zext(int, sizeof(Member[T])))
            block = Ptr[Member[T]](allocate(size, has_references(T)))
            index = new_index(cap)
        mask = 2 * cap - 1
        to = 0
        for at in range(prim.zext(int, self._used)):
            entry = self._entries[at]
            if entry.hash != GONE:
                h = entry.hash
                if h == 0:
                    h = stored_hash(hash(entry.key))
                block[to] = Member[T](h, entry.key)
                link(index, mask, h, to)
                to += 1
        self._entries = block
        self._index = index
        self._cap = prim.zext(usize, cap)
        self._used = prim.zext(usize, to)

    @unchecked
    def _find(self, item: T, h: int) -> int:
        """The number of the item's entry; -1 for none."""
        if not self._index:
            if self._len == 0:
                return -1
            self._rebuild(room_for(len(self)))
        index, mask = self._index, 2 * prim.zext(int, self._cap) - 1
        slot = first_slot(h, mask)
        while True:
            number = prim.zext(int, index[slot])
            if number == 0:
                return -1
            entry = self._entries[number - 1]
            if entry.hash == h:
                same = entry.key == item
                if prim.unlikely(index != self._index or self._entries[number - 1].hash != h):
                    return self._find(item, h)       # the comparison has changed the table: as in CPython, once more
                if same:
                    return number - 1
            slot = (slot + 1) & mask

    @unchecked
    def _put(self, item: T) -> None:
        """Add the item if it is not there."""
        h = stored_hash(hash(item))
        if self._find(item, h) >= 0:
            return
        if self._used == self._cap or not self._index:
            cap = room_for(len(self) + 1)
            if self._index:
                cap = max(cap, prim.zext(int, self._cap))
            self._rebuild(cap)
        number = prim.zext(int, self._used)
        self._entries[number] = Member[T](h, item)
        link(self._index, 2 * prim.zext(int, self._cap) - 1, h, number)
        self._used += 1
        self._len += 1

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
    def _take(self, item: T) -> bool:
        """Remove the item; False where it is not there."""
        number = self._find(item, stored_hash(hash(item)))
        if number < 0:
            return False
        self._unlink(number)
        self._wipe(number, 1)
        Ptr[int](self._entries + number)[0] = GONE
        self._len -= 1
        used = prim.zext(int, self._used)
        while used > 0 and self._entries[used - 1].hash == GONE:
            used -= 1
        self._used = prim.zext(usize, used)
        return True

    def _reset(self) -> None:
        """No entries any more. A table that was well filled is kept."""
        self._wipe(0, prim.zext(int, self._used))
        if self._index and (self._cap <= 64 or self._used * 4 >= self._cap):
            prim.mem_set(Ptr[u8](self._index), u8(0), self._cap * 8)
        else:
            self._cap = usize(0)
            self._index = Ptr[u32](usize(0))
            self._entries = Ptr[Member[T]](usize(0))
        self._len = usize(0)
        self._used = usize(0)

    @unchecked
    def _wipe(self, at: int, count: int) -> None:
        """No entry that is gone refers to anything: the collector looks at the whole block."""
        if has_references(Member[T]):
            size = prim.zext(int, sizeof(Member[T]))
            prim.mem_set(Ptr[u8](self._entries + at), u8(0), prim.zext(usize, count * size))

    @inline
    @unchecked
    def _step(self, at: int) -> int:
        """The number of the next live entry from `at` on; the number of all where there is none."""
        used = prim.zext(int, self._used)
        while at < used and self._entries[at].hash == GONE:
            at += 1
        return at

    def _put_all(self, other: "Members[T]") -> None:
        for item in other:
            self._put(item)

    def _take_over(self, other: "Members[T]") -> None:
        """Become a copy of the other's members."""
        self._cap = usize(0)
        self._index = Ptr[u32](usize(0))
        self._len = usize(0)
        self._used = usize(0)
        if other._len != 0:
            self._entries = other._entries
            self._used = other._used
            self._len = other._len
            self._rebuild(room_for(len(self)))

    def _keep(self, one: "Members[T]", two: "Members[T]", wanted: bool) -> None:
        """Add the members of `one` that `two` has (or has not)."""
        for item in one:
            if (item in two) == wanted:
                self._put(item)

    def _meet(self, one: "Members[T]", two: "Members[T]") -> None:
        """Add what both have, as the smaller one has it, or `two` where they are equally large: CPython walks that."""
        if len(two) > len(one):
            self._keep(one, two, True)
        else:
            self._keep(two, one, True)

    def __contains__(self, item: T) -> bool:
        return self._find(item, stored_hash(hash(item))) >= 0

    def _walk(self) -> "MemberIterator[T]":
        return MemberIterator[T](self)

    def issubset(self, other: "Members[T]") -> bool:
        if len(self) > len(other):
            return False
        for item in self:
            if item not in other:
                return False
        return True

    def issuperset(self, other: "Members[T]") -> bool:
        return other.issubset(self)

    def isdisjoint(self, other: "Members[T]") -> bool:
        for item in self:
            if item in other:
                return False
        return True

    def __eq__(self, other: "Members[T]") -> bool:
        return self is other or len(self) == len(other) and self.issubset(other)

    def __le__(self, other: "Members[T]") -> bool:
        return self.issubset(other)

    def __lt__(self, other: "Members[T]") -> bool:
        return len(self) < len(other) and self.issubset(other)

    def __ge__(self, other: "Members[T]") -> bool:
        return other.issubset(self)

    def __gt__(self, other: "Members[T]") -> bool:
        return len(other) < len(self) and other.issubset(self)

    def _text(self) -> str:
        out = StrBuilder()
        out.append("{")
        first = True
        for item in self:
            if not first:
                out.append(", ")
            first = False
            out.append(repr(item))
        out.append("}")
        return out.finish()


class MemberIterator(Generic[T]):
    """The members in order of insertion; a change of size is an error at the next step."""

    _set: Members[T]
    _at: int
    _size: usize

    def __init__(self, source: Members[T]) -> None:
        self._set = source
        self._at = -1
        self._size = source._len

    @unchecked
    def _next(self) -> bool:
        source = self._set
        if source._len != self._size:
            if self._size == ENDED:
                return False
            self._size = FAILED
            _changed()
        self._at = source._step(self._at + 1)
        if self._at < prim.zext(int, source._used):
            return True
        self._size = ENDED
        return False

    def _value(self) -> T:
        return self._set._entries[self._at].key

    def _walk(self) -> "MemberIterator[T]":
        return self


class Set(Members[T]):
    """A set that can be changed."""

    def add(self, item: T) -> None:
        self._put(item)

    def discard(self, item: T) -> None:
        self._take(item)

    def remove(self, item: T) -> None:
        if not self._take(item):
            raise KeyError(item)

    def pop(self) -> T:
        if self._len == 0:
            raise KeyError("pop from an empty set")
        item = self._entries[prim.zext(int, self._used) - 1].key      # never a removed one
        self._take(item)
        return item

    def clear(self) -> None:
        self._reset()

    def copy(self) -> "Set[T]":
        out = Set[T]()
        out._take_over(self)
        return out

    def update(self, other: Members[T]) -> None:
        self._put_all(other)

    def __ior__(self, other: Members[T]) -> "Set[T]":
        self._put_all(other)
        return self

    def union(self, other: Members[T]) -> "Set[T]":
        out = self.copy()
        out._put_all(other)
        return out

    def __or__(self, other: Members[T]) -> "Set[T]":
        return self.union(other)

    def intersection(self, other: Members[T]) -> "Set[T]":
        out = Set[T]()
        out._meet(self, other)
        return out

    def _intersection_walked(self, items: Members[T]) -> "Set[T]":
        """The same with an iterable that was no set."""
        out = Set[T]()
        out._keep(items, self, True)
        return out

    def __and__(self, other: Members[T]) -> "Set[T]":
        return self.intersection(other)

    def intersection_update(self, other: Members[T]) -> None:
        self._take_over(self.intersection(other))

    def _intersection_update_walked(self, items: Members[T]) -> None:
        self._take_over(self._intersection_walked(items))

    def __iand__(self, other: Members[T]) -> "Set[T]":
        self.intersection_update(other)
        return self

    def difference(self, other: Members[T]) -> "Set[T]":
        out = Set[T]()
        out._keep(self, other, False)
        return out

    def __sub__(self, other: Members[T]) -> "Set[T]":
        return self.difference(other)

    def difference_update(self, other: Members[T]) -> None:
        self._take_over(self.difference(other))

    def __isub__(self, other: Members[T]) -> "Set[T]":
        self.difference_update(other)
        return self

    def symmetric_difference(self, other: Members[T]) -> "Set[T]":
        out = self.difference(other)
        out._keep(other, self, False)
        return out

    def __xor__(self, other: Members[T]) -> "Set[T]":
        return self.symmetric_difference(other)

    def symmetric_difference_update(self, other: Members[T]) -> None:
        self._take_over(self.symmetric_difference(other))

    def __ixor__(self, other: Members[T]) -> "Set[T]":
        self.symmetric_difference_update(other)
        return self

    def __repr__(self) -> str:
        return "set()" if self._len == 0 else self._text()


class FrozenSet(Members[T]):
    """A set that never changes once it is filled."""

    def _fill(self, source: Members[T]) -> None:
        """The members, right after the object is made."""
        self._take_over(source)

    def copy(self) -> "FrozenSet[T]":
        return self

    def union(self, other: Members[T]) -> "FrozenSet[T]":
        out = FrozenSet[T]()
        out._take_over(self)
        out._put_all(other)
        return out

    def __or__(self, other: Members[T]) -> "FrozenSet[T]":
        return self.union(other)

    def intersection(self, other: Members[T]) -> "FrozenSet[T]":
        out = FrozenSet[T]()
        out._meet(self, other)
        return out

    def _intersection_walked(self, items: Members[T]) -> "FrozenSet[T]":
        """The same with an iterable that was no set."""
        out = FrozenSet[T]()
        out._keep(items, self, True)
        return out

    def __and__(self, other: Members[T]) -> "FrozenSet[T]":
        return self.intersection(other)

    def difference(self, other: Members[T]) -> "FrozenSet[T]":
        out = FrozenSet[T]()
        out._keep(self, other, False)
        return out

    def __sub__(self, other: Members[T]) -> "FrozenSet[T]":
        return self.difference(other)

    def symmetric_difference(self, other: Members[T]) -> "FrozenSet[T]":
        out = self.difference(other)
        out._keep(other, self, False)
        return out

    def __xor__(self, other: Members[T]) -> "FrozenSet[T]":
        return self.symmetric_difference(other)

    def __hash__(self) -> int:
        total = 0
        for item in self:
            total ^= hash_combine(0x51, hash(item))
        return hash_combine(len(self), total)

    def __repr__(self) -> str:
        return "frozenset()" if self._len == 0 else f"frozenset({self._text()})"
