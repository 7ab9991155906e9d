"""What the classes of `collections.abc` give to a class below them: types/abstract_bases.py copies it there.

Each method is what CPython's is, as far as it goes: `==` of mappings takes mappings, that of sets, `keys()` and
`items()` what is like a set; a program that compares them with others is refused.
"""

from abc import abstractmethod
from typing import AbstractSet as SetLike
from typing import Generic, Self, TypeVar, overload
from typing import Mapping as MappingLike

from lib.core.iterator import Iterable, Iterator

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
M = TypeVar("M")


class KeysOf(Iterable[K], Generic[M, K]):
    """`keys()` of a mapping of the program."""

    def __init__(self, of: M) -> None:
        self._of = of

    def __len__(self) -> int:
        return len(self._of)

    def __contains__(self, key: K) -> bool:
        return key in self._of

    def __iter__(self) -> Iterator[K]:
        for key in self._of:
            yield key

    def __repr__(self) -> str:
        return f"KeysView({self._of!r})"

    def __eq__(self, other: SetLike[K]) -> bool:
        return len(self) == len(other) and self.__le__(other)

    def __le__(self, other: SetLike[K]) -> bool:
        if len(self) > len(other):
            return False
        for value in self:
            if value not in other:
                return False
        return True

    def __lt__(self, other: SetLike[K]) -> bool:
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other: SetLike[K]) -> bool:
        if len(self) < len(other):
            return False
        for value in other:
            if value not in self:
                return False
        return True

    def __gt__(self, other: SetLike[K]) -> bool:
        return len(self) > len(other) and self.__ge__(other)

    def isdisjoint(self, other: Iterable[K]) -> bool:
        for value in other:
            if value in self:
                return False
        return True

    def __and__(self, other: Iterable[K]) -> set[K]:
        return {value for value in other if value in self}

    def __rand__(self, other: Iterable[K]) -> set[K]:
        return {value for value in other if value in self}

    def __or__(self, other: Iterable[K]) -> set[K]:
        return {*self, *other}

    def __ror__(self, other: Iterable[K]) -> set[K]:
        return {*self, *other}

    def __sub__(self, other: SetLike[K]) -> set[K]:
        return {value for value in self if value not in other}

    def __rsub__(self, other: SetLike[K]) -> set[K]:
        return {value for value in other if value not in self}

    def __xor__(self, other: SetLike[K]) -> set[K]:
        return {*(self - other), *[value for value in other if value not in self]}

    def __rxor__(self, other: SetLike[K]) -> set[K]:
        return {*(self - other), *[value for value in other if value not in self]}


class ItemsOf(Iterable[tuple[K, V]], Generic[M, K, V]):
    """`items()` of a mapping of the program."""

    def __init__(self, of: M) -> None:
        self._of = of

    def __len__(self) -> int:
        return len(self._of)

    def __contains__(self, item: tuple[K, V]) -> bool:
        key, value = item
        try:
            found = self._of[key]
        except KeyError:
            return False
        return value in (found,)

    def __iter__(self) -> Iterator[tuple[K, V]]:
        for key in self._of:
            yield (key, self._of[key])

    def __repr__(self) -> str:
        return f"ItemsView({self._of!r})"

    def __eq__(self, other: SetLike[tuple[K, V]]) -> bool:
        return len(self) == len(other) and self.__le__(other)

    def __le__(self, other: SetLike[tuple[K, V]]) -> bool:
        if len(self) > len(other):
            return False
        for value in self:
            if value not in other:
                return False
        return True

    def __lt__(self, other: SetLike[tuple[K, V]]) -> bool:
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other: SetLike[tuple[K, V]]) -> bool:
        if len(self) < len(other):
            return False
        for value in other:
            if value not in self:
                return False
        return True

    def __gt__(self, other: SetLike[tuple[K, V]]) -> bool:
        return len(self) > len(other) and self.__ge__(other)

    def isdisjoint(self, other: Iterable[tuple[K, V]]) -> bool:
        for value in other:
            if value in self:
                return False
        return True

    def __and__(self, other: Iterable[tuple[K, V]]) -> set[tuple[K, V]]:
        return {value for value in other if value in self}

    def __rand__(self, other: Iterable[tuple[K, V]]) -> set[tuple[K, V]]:
        return {value for value in other if value in self}

    def __or__(self, other: Iterable[tuple[K, V]]) -> set[tuple[K, V]]:
        return {*self, *other}

    def __ror__(self, other: Iterable[tuple[K, V]]) -> set[tuple[K, V]]:
        return {*self, *other}

    def __sub__(self, other: SetLike[tuple[K, V]]) -> set[tuple[K, V]]:
        return {value for value in self if value not in other}

    def __rsub__(self, other: SetLike[tuple[K, V]]) -> set[tuple[K, V]]:
        return {value for value in other if value not in self}

    def __xor__(self, other: SetLike[tuple[K, V]]) -> set[tuple[K, V]]:
        return {*(self - other), *[value for value in other if value not in self]}

    def __rxor__(self, other: SetLike[tuple[K, V]]) -> set[tuple[K, V]]:
        return {*(self - other), *[value for value in other if value not in self]}


class ValuesOf(Iterable[V], Generic[M, K, V]):
    """`values()` of a mapping of the program."""

    def __init__(self, of: M) -> None:
        self._of = of

    def __len__(self) -> int:
        return len(self._of)

    def __contains__(self, value: V) -> bool:
        for key in self._of:
            if value in (self._of[key],):
                return True
        return False

    def __iter__(self) -> Iterator[V]:
        for key in self._of:
            yield self._of[key]

    def __repr__(self) -> str:
        return f"ValuesView({self._of!r})"


class Sized:
    @abstractmethod
    def __len__(self) -> int: ...


class Container(Generic[T]):
    @abstractmethod
    def __contains__(self, value: T) -> bool: ...


class Reversible(Generic[T]):
    @abstractmethod
    def __iter__(self) -> Iterator[T]: ...

    @abstractmethod
    def __reversed__(self) -> Iterator[T]: ...


class Collection(Generic[T]):
    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def __iter__(self) -> Iterator[T]: ...

    @abstractmethod
    def __contains__(self, value: T) -> bool: ...


class Sequence(Generic[T]):
    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def __getitem__(self, index: int) -> T: ...

    def __iter__(self) -> Iterator[T]:
        at = 0
        try:
            while True:
                item = self[at]
                yield item
                at += 1
        except IndexError:
            return

    def __contains__(self, value: T) -> bool:
        for item in self:
            if value in (item,):
                return True
        return False

    def __reversed__(self) -> Iterator[T]:
        at = self.__len__()
        while at > 0:
            at -= 1
            yield self[at]

    def index(self, value: T, start: int = 0, stop: int | None = None) -> int:
        if start < 0:
            start += self.__len__()
            if start < 0:
                start = 0
        if stop is not None and stop < 0:
            stop += self.__len__()
        at = start
        while stop is None or at < stop:
            try:
                item = self[at]
            except IndexError:
                break
            if value in (item,):
                return at
            at += 1
        raise ValueError

    def count(self, value: T) -> int:
        found = 0
        for item in self:
            if value in (item,):
                found += 1
        return found


class MutableSequence(Sequence[T]):
    @abstractmethod
    def __setitem__(self, index: int, value: T) -> None: ...

    @abstractmethod
    def __delitem__(self, index: int) -> None: ...

    @abstractmethod
    def insert(self, index: int, value: T) -> None: ...

    def append(self, value: T) -> None:
        self.insert(self.__len__(), value)

    def clear(self) -> None:
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self) -> None:
        count = self.__len__()
        at = 0
        while at < count // 2:
            self[at], self[count - at - 1] = self[count - at - 1], self[at]
            at += 1

    def extend(self, values: Iterable[T]) -> None:
        if values is self:
            for item in [*values]:
                self.append(item)
        else:
            for item in values:
                self.append(item)

    def pop(self, index: int = -1) -> T:
        item = self[index]
        del self[index]
        return item

    def remove(self, value: T) -> None:
        del self[self.index(value)]

    def __iadd__(self, values: Iterable[T]) -> Self:
        self.extend(values)
        return self


class Mapping(Generic[K, V]):
    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def __iter__(self) -> Iterator[K]: ...

    @abstractmethod
    def __getitem__(self, key: K) -> V: ...

    @overload
    def get(self, key: K) -> V | None: ...
    @overload
    def get(self, key: K, default: V) -> V: ...
    def get(self, key: K, default: V | None = None) -> V | None:
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key: K) -> bool:
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self) -> KeysOf[Self, K]:
        return KeysOf(self)

    def items(self) -> ItemsOf[Self, K, V]:
        return ItemsOf(self)

    def values(self) -> ValuesOf[Self, K, V]:
        return ValuesOf(self)

    def __eq__(self, other: MappingLike[K, V]) -> bool:
        return dict(self.items()) == dict(other.items())


class MutableMapping(Mapping[K, V]):
    @abstractmethod
    def __setitem__(self, key: K, value: V) -> None: ...

    @abstractmethod
    def __delitem__(self, key: K) -> None: ...

    @overload
    def pop(self, key: K) -> V: ...
    @overload
    def pop(self, key: K, default: V) -> V: ...
    @overload
    def pop(self, key: K, default: None) -> V | None: ...
    def pop(self, key: K, *default: V | None) -> V | None:
        try:
            value = self[key]
        except KeyError:
            if not default:
                raise
            return default[0]
        del self[key]
        return value

    def popitem(self) -> tuple[K, V]:
        try:
            key = next(iter(self))
        except StopIteration:
            raise KeyError from None
        value = self[key]
        del self[key]
        return key, value

    def clear(self) -> None:
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other: dict[K, V] | Iterable[tuple[K, V]]) -> None:
        if isinstance(other, dict):
            for key in other:
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value

    def _update_mapping(self, other: MappingLike[K, V]) -> None:
        for key in other:
            self[key] = other[key]

    def setdefault(self, key: K, default: V) -> V:
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class AbstractSet(Generic[T]):
    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def __iter__(self) -> Iterator[T]: ...

    @abstractmethod
    def __contains__(self, value: T) -> bool: ...

    @classmethod
    def _from_iterable(cls, it: Iterable[T]) -> Self:
        return cls(it)

    def isdisjoint(self, other: Iterable[T]) -> bool:
        for value in other:
            if value in self:
                return False
        return True

    def __le__(self, other: SetLike[T]) -> bool:
        if len(self) > len(other):
            return False
        for value in self:
            if value not in other:
                return False
        return True

    def __lt__(self, other: SetLike[T]) -> bool:
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other: SetLike[T]) -> bool:
        if len(self) < len(other):
            return False
        for value in other:
            if value not in self:
                return False
        return True

    def __gt__(self, other: SetLike[T]) -> bool:
        return len(self) > len(other) and self.__ge__(other)

    def __and__(self, other: Iterable[T]) -> Self:
        return self._from_iterable(value for value in other if value in self)

    def __rand__(self, other: Iterable[T]) -> Self:
        return self._from_iterable(value for value in other if value in self)

    def __or__(self, other: Iterable[T]) -> Self:
        return self._from_iterable(value for part in (self, other) for value in part)

    def __ror__(self, other: Iterable[T]) -> Self:
        return self._from_iterable(value for part in (self, other) for value in part)

    def __sub__(self, other: SetLike[T]) -> Self:
        return self._from_iterable(value for value in self if value not in other)

    def __rsub__(self, other: SetLike[T]) -> Self:
        return self._from_iterable(value for value in other if value not in self)

    def __xor__(self, other: SetLike[T]) -> Self:
        return self.__sub__(other).__or__(other - self)

    def __rxor__(self, other: SetLike[T]) -> Self:
        return self.__sub__(other).__or__(other - self)

    def __eq__(self, other: SetLike[T]) -> bool:
        return len(self) == len(other) and self.__le__(other)


class MutableSet(AbstractSet[T]):
    @abstractmethod
    def add(self, value: T) -> None: ...

    @abstractmethod
    def discard(self, value: T) -> None: ...

    def remove(self, value: T) -> None:
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self) -> T:
        try:
            value = next(iter(self))
        except StopIteration:
            raise KeyError from None
        self.discard(value)
        return value

    def clear(self) -> None:
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, other: Iterable[T]) -> Self:
        for value in other:
            self.add(value)
        return self

    def __iand__(self, other: SetLike[T]) -> Self:
        for value in self - other:
            self.discard(value)
        return self

    def __isub__(self, other: Iterable[T]) -> Self:
        if other is self:
            self.clear()
        else:
            for value in other:
                self.discard(value)
        return self

    def __ixor__(self, other: SetLike[T]) -> Self:
        if other is self:
            self.clear()
        else:
            for value in other:
                if value in self:
                    self.discard(value)
                else:
                    self.add(value)
        return self


class EntersItself:
    """What `contextlib.AbstractContextManager` gives to the classes below it."""

    def __enter__(self) -> Self:
        return self
