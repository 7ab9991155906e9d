# apart: what `Callable[..., R]` is given is followed through all of an image, in one more reading
from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntFlag, StrEnum, auto
from functools import cached_property, wraps
from typing import Any, ClassVar, Final, Literal, NamedTuple, Protocol, Self, TypeAlias, TypeVar

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


class Field:
    class Kind(StrEnum):
        TEXT = auto()
        NUMBER = auto()

    def __init__(self, kind: Kind, required: bool = True) -> None:
        self.kind = kind
        self.required = required

    @classmethod
    def text(cls, *, required: bool = True) -> Self:
        return cls(cls.Kind.TEXT, required)

    @classmethod
    def number(cls) -> "Field":
        return cls(Field.Kind.NUMBER)


class Schema:
    class ValidationError(ValueError):
        def __init__(self, errors: Sequence[str]) -> None:
            super().__init__("; ".join(errors))
            self.errors = list(errors)

    @dataclass(frozen=True)
    class Result:
        ok: bool
        errors: tuple[str, ...] = ()

        def __bool__(self) -> bool:
            return self.ok

    def __init__(self, **fields: Field) -> None:
        self.fields = fields

    def check(self, data: Mapping[str, str | int]) -> Result:
        errors = [f"{name}: missing" for name, f in self.fields.items() if f.required and name not in data]
        for name, value in data.items():
            kind = self.fields[name].kind if name in self.fields else None
            match (kind, value):
                case (Field.Kind.TEXT, str()) | (Field.Kind.NUMBER, int()):
                    pass
                case (None, _):
                    errors.append(f"{name}: unknown")
                case (expected, _):
                    errors.append(f"{name}: not {expected}")
        return self.Result(not errors, tuple(errors))

    def require(self, data: Mapping[str, str | int]) -> None:
        result = self.check(data)
        if not result:
            raise Schema.ValidationError(result.errors)


class Access(IntFlag):
    READ = 1
    WRITE = 2


def requires(access: Access) -> Callable[[Callable[[Session, str], str]], Callable[[Session, str], str]]:
    def deco(fn: Callable[[Session, str], str]) -> Callable[[Session, str], str]:
        @wraps(fn)
        def wrapper(self: Session, path: str) -> str:
            if access not in self.access:
                raise PermissionError(f"{fn.__name__} {path} needs {access.name}")
            return fn(self, path)

        return wrapper

    return deco


class Session:
    limit: Final = 2

    class _Entry(NamedTuple):
        path: str
        how: Literal["r", "w"]

    def __init__(self, access: Access) -> None:
        self.access = access
        self._log: list[Session._Entry] = []

    @requires(Access.READ)
    def read(self, path: str) -> str:
        self._log.append(self._Entry(path, "r"))
        return f"<{path}>"

    @requires(Access.WRITE)
    def write(self, path: str) -> str:
        self._log.append(Session._Entry(path, "w"))
        return "ok"

    @cached_property
    def summary(self) -> str:
        return ", ".join(f"{e.how}:{e.path}" for e in self._log)

    @contextmanager
    def elevated(self) -> Iterator[Session]:
        before = self.access
        self.access |= Access.WRITE
        try:
            yield self
        finally:
            self.access = before


class Pipeline:
    class Stage(Protocol):
        def __call__(self, text: str) -> str: ...

    class Trim:
        def __call__(self, text: str) -> str:
            return text.strip()

    class Repeat:
        def __init__(self, times: int) -> None:
            self.times = times

        def __call__(self, text: str) -> str:
            return text * self.times

    def __init__(self) -> None:
        self.stages: list[Callable[[str], str]] = []

    def __or__(self, stage: Callable[[str], str]) -> Pipeline:
        self.stages.append(stage)
        return self

    def __call__(self, text: str) -> str:
        for stage in self.stages:
            text = stage(text)
        return text


class Shape:
    _kinds: ClassVar[dict[str, Callable[[float], Shape]]] = {}

    def __init__(self, size: float) -> None:
        self.size = size

    @classmethod
    def register(cls, name: str, make: Callable[[float], Shape]) -> None:
        cls._kinds[name] = make

    @classmethod
    def create(cls, name: str, size: float) -> Shape:
        return cls._kinds[name](size)

    def area(self) -> float:
        raise NotImplementedError


def setup() -> None:
    class Square(Shape):
        def area(self) -> float:
            return self.size ** 2

    class Circle(Shape):
        def area(self) -> float:
            import math

            return round(math.pi * self.size ** 2, 2)

    Shape.register("square", Square)
    Shape.register("circle", Circle)


def first_that(items: Sequence[T], test: Callable[[T], bool], default: T) -> T:
    class Found(Exception):
        pass

    out = default
    for item in items:
        if test(item):
            out = item
            break
    return out


def main() -> int:
    schema = Schema(name=Field.text(), age=Field.number(), note=Field.text(required=False))
    print(schema.check({"name": "x", "age": 3}), bool(schema.check({})))
    try:
        schema.require({"name": 1, "size": "big"})
    except Schema.ValidationError as error:
        print(error, len(error.errors), type(error).__name__)
    s = Session(Access.READ)
    print(s.read("a"))
    try:
        s.write("b")
    except PermissionError as error:
        print(error)
    with s.elevated() as inner:
        print(inner.write("c"))
    print(s.summary, s.access)
    pipe = Pipeline() | Pipeline.Trim() | Pipeline.Repeat(2)
    print(pipe("  ab ").upper())
    setup()
    print(Shape.create("square", 3.0).area(), Shape.create("circle", 1.0).area(), type(Shape.create("circle", 1.0)).__name__)
    print(first_that([1, 2, 3], lambda n: n > 1, 0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
