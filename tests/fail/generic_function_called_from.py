from typing import TypeVar

from rumpk import export

T = TypeVar("T")


@export("first")
def first(a: T, b: T) -> T:
    return a
