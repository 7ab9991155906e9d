"""What `json.loads` gives as a container of the type that the program has written (types/json_values.py)."""

from typing import Callable, TypeVar

J = TypeVar("J")
T = TypeVar("T")


def list_of(items: list[J], item: Callable[[J], T]) -> list[T]:
    """The items of an array, each as a `T`."""
    return [item(one) for one in items]


def dict_of(items: dict[str, J], item: Callable[[J], T]) -> dict[str, T]:
    """The values of an object, each as a `T`."""
    return {key: item(one) for key, one in items.items()}


def fill(out: dict[str, T], items: dict[str, J], item: Callable[[str, J], T], needed: list[str]) -> None:
    """Put the values of an object into a TypedDict, which needs some keys."""
    for key in needed:
        if key not in items:
            raise TypeError(f"this has no {key!r}, which was promised")
    for key, one in items.items():
        out[key] = item(key, one)
