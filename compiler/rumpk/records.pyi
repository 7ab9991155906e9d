"""Typed view of records.py: fields of stated byte order are `int` to editors."""

from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")

be16: TypeAlias = int
be32: TypeAlias = int
be64: TypeAlias = int
le16: TypeAlias = int
le32: TypeAlias = int
le64: TypeAlias = int

def fields_of(record: type) -> dict[str, Any]: ...
def alignof(item: Any) -> int: ...
def sizeof(item: Any) -> int: ...
def offsetof(record: type, name: str) -> int: ...
def view(record: type[T], span: object) -> T: ...
