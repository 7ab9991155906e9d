"""`collections.ChainMap`: several dicts seen as one; what is written goes into the first."""

from typing import Generic, TypeVar

from lib.core.iterator import Iterable, Iterator

K = TypeVar("K")
V = TypeVar("V")


class ChainMap(Generic[K, V]):
    """The first dict that has a key answers."""

    maps: list[dict[K, V]]

    def __init__(self, *maps: dict[K, V]) -> None:
        self.maps = list(maps)
        if not self.maps:
            self.maps.append({})

    def __getitem__(self, key: K) -> V:
        for one in self.maps:
            if key in one:
                return one[key]
        raise KeyError(key)

    def get(self, key: K, default: V | None = None) -> V | None:
        return self[key] if key in self else default

    def _whole(self) -> dict[K, V]:
        out: dict[K, V] = {}
        for one in reversed(self.maps):
            out.update(one)
        return out

    def __len__(self) -> int:
        return len(self._whole())

    def __iter__(self) -> Iterator[K]:
        return iter(self._whole())

    def __contains__(self, key: K) -> bool:
        return any(key in one for one in self.maps)

    def __bool__(self) -> bool:
        return any(len(one) > 0 for one in self.maps)

    def __setitem__(self, key: K, item: V) -> None:
        self.maps[0][key] = item

    def __delitem__(self, key: K) -> None:
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        del self.maps[0][key]

    def pop(self, key: K) -> V:
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        return self.maps[0].pop(key)

    def _get_or(self, key: K, default: V) -> V:
        return self[key] if key in self else default

    def _pop_or(self, key: K, default: V) -> V:
        return self.maps[0].pop(key, default)

    def popitem(self) -> tuple[K, V]:
        if not self.maps[0]:
            raise KeyError("No keys found in the first mapping.")
        return self.maps[0].popitem()

    def setdefault(self, key: K, default: V) -> V:
        if key in self:
            return self[key]
        self[key] = default
        return default

    def update(self, other: dict[K, V]) -> None:
        self.maps[0].update(other)

    def copy(self) -> "ChainMap[K, V]":
        """Another chain, with a dict of its own in front."""
        out = ChainMap[K, V]()
        out.maps = [self.maps[0].copy(), *self.maps[1:]]
        return out

    def __or__(self, other: dict[K, V]) -> "ChainMap[K, V]":
        out = self.copy()
        out.maps[0].update(other)
        return out

    def __ror__(self, other: dict[K, V]) -> "ChainMap[K, V]":
        out = ChainMap[K, V]()
        out.maps = [dict(other)]
        out.maps[0].update(self._whole())
        return out

    def __ior__(self, other: dict[K, V]) -> "ChainMap[K, V]":
        self.maps[0].update(other)
        return self

    def clear(self) -> None:
        self.maps[0].clear()

    def new_child(self, m: dict[K, V] | None = None) -> "ChainMap[K, V]":
        out = ChainMap[K, V]()
        out.maps = [{} if m is None else m, *self.maps]
        return out

    @property
    def parents(self) -> "ChainMap[K, V]":
        out = ChainMap[K, V]()
        if len(self.maps) > 1:
            out.maps = self.maps[1:]
        return out

    def keys(self) -> "ChainKeys[K, V]":
        return ChainKeys[K, V](self)

    def values(self) -> "ChainValues[K, V]":
        return ChainValues[K, V](self)

    def items(self) -> "ChainItems[K, V]":
        return ChainItems[K, V](self)

    def __eq__(self, other: "ChainMap[K, V]") -> bool:
        return self._whole() == other._whole()

    def __repr__(self) -> str:
        return f"ChainMap({', '.join([repr(one) for one in self.maps])})"


class ChainKeys(Generic[K, V], Iterable[K]):
    """A view of what the dicts hold together."""

    _chain: ChainMap[K, V]

    def __init__(self, chain: ChainMap[K, V]) -> None:
        self._chain = chain

    def __iter__(self) -> Iterator[K]:
        return iter(self._chain)

    def __len__(self) -> int:
        return len(self._chain)

    def __repr__(self) -> str:
        return f"KeysView({self._chain!r})"


class ChainValues(Generic[K, V], Iterable[V]):
    """A view of what the dicts hold together."""

    _chain: ChainMap[K, V]

    def __init__(self, chain: ChainMap[K, V]) -> None:
        self._chain = chain

    def __iter__(self) -> Iterator[V]:
        return iter([self._chain[key] for key in self._chain])

    def __len__(self) -> int:
        return len(self._chain)

    def __repr__(self) -> str:
        return f"ValuesView({self._chain!r})"


class ChainItems(Generic[K, V], Iterable[tuple[K, V]]):
    """A view of what the dicts hold together."""

    _chain: ChainMap[K, V]

    def __init__(self, chain: ChainMap[K, V]) -> None:
        self._chain = chain

    def __iter__(self) -> Iterator[tuple[K, V]]:
        return iter([(key, self._chain[key]) for key in self._chain])

    def __len__(self) -> int:
        return len(self._chain)

    def __repr__(self) -> str:
        return f"ItemsView({self._chain!r})"
