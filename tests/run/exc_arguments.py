"""Exceptions take any arguments; `str` and `repr` of them, and of classes with an `__init__` of their own."""

import sys
from enum import Enum
class Color(Enum):
    RED = 1
class Pt:
    def __repr__(self) -> str:
        return "Pt()"
    def __str__(self) -> str:
        return "a pt"
class Own(Exception):
    def __init__(self, code: int, name: str = "x") -> None:
        self.code = code
        self.name = name
class Own2(Own):
    pass
class Own3(ValueError):
    def __init__(self, code: int, name: str) -> None:
        super().__init__(name, code)
        self.code = code
class Own4(Own3):
    def __init__(self) -> None:
        super().__init__(4, "four")
class Plain(KeyError):
    pass
class Str(Exception):
    def __init__(self, x: int) -> None:
        super().__init__(f"got {x}")
    def __str__(self) -> str:
        return "S:" + super().__str__()
def show(e: BaseException) -> None:
    print(str(e), "|", repr(e), "|", e)
def main() -> None:
    show(ValueError())
    show(ValueError("a"))
    show(ValueError(3))
    show(ValueError("a", 1))
    show(ValueError(None))
    show(ValueError(1.5))
    show(ValueError((1, "b")))
    show(ValueError([1, 2]))
    show(ValueError(Pt()))
    show(ValueError(Color.RED))
    show(ValueError(ValueError("in")))
    show(KeyError("k"))
    show(KeyError(3))
    show(KeyError("a", 2))
    show(KeyError((1, 2)))
    show(Plain("k"))
    show(Own(3))
    show(Own(3, "y"))
    show(Own2(3, "y"))
    show(Own2(code=3))
    show(Own3(3, "y"))
    show(Own4())
    show(Str(2))
    show(SystemExit())
    show(SystemExit(3))
    show(SystemExit("bye"))
    try:
        {1: 2}[3]
    except KeyError as k:
        show(k)
    try:
        {"a": 2}["b"]
    except LookupError as k:
        show(k)
    try:
        {(1, 2)}.remove((2, 3))
    except KeyError as k:
        show(k)
    try:
        assert False, 3
    except AssertionError as a:
        show(a)
    try:
        assert False, ("t", 1)
    except AssertionError as a:
        show(a)
    try:
        b"\xff".decode()
    except UnicodeDecodeError as u:
        show(u)
    try:
        sys.exit("text")
    except SystemExit as s:
        print(s.code)
