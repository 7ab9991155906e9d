"""`dataclasses` as far as it is a library: FrozenInstanceError, and what `fields` gives."""


class FrozenInstanceError(AttributeError):
    """A field of a frozen object was assigned. The compiler refuses what would raise it (E0344)."""


class Field:
    """A field of a dataclass, as far as it is known when the program runs. It has no text form (types/text.py)."""

    def __init__(self, name: str, init: bool, repr: bool, compare: bool, kw_only: bool) -> None:  # noqa: A002
        self.name = name
        self.init = init
        self.repr = repr
        self.compare = compare
        self.kw_only = kw_only


def field_of(name: str, init: bool, shown: bool, compare: bool, kw_only: bool) -> Field:
    """A row of `fields`."""
    return Field(name, init, shown, compare, kw_only)


def gathered(rows: list[Field]) -> tuple[Field, ...]:
    """What `fields` gives."""
    return tuple(rows)
