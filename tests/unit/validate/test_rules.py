"""Each dialect rule on the tree: what it refuses, where, and that its neighbour passes."""

from __future__ import annotations

import pytest

from rumpkc.source import Source
from rumpkc.syntax.parse import parse_module
from rumpkc.validate.registry import validate_module


def codes(text: str) -> list[tuple[str, int, int]]:
    """(code, line, column from 1) of every refusal."""
    return [(d.code, d.span.line, d.span.col + 1) for d in validate_module(parse_module(Source("x.py", text)))]


REFUSED = [
    ("return 1", "E0180", 1),
    ("class A:\n    return", "E0180", 5),
    ("break", "E0181", 1),
    ("for i in x:\n    pass\nelse:\n    continue", "E0181", 5),
    ("while x:\n    def f():\n        break", "E0181", 9),
    ("def f(a, a): pass", "E0182", 10),
    ("def f(a, *a): pass", "E0182", 11),
    ("def f(a):\n    global a", "E0183", 5),
    ("def f():\n    x = 1\n    global x", "E0183", 5),
    ("nonlocal x", "E0183", 1),
    ("x = *a", "E0184", 5),
    ("*a, *b = x", "E0184", 5),
    ("for *a, *b in x: pass", "E0184", 9),
    ("try: pass\nexcept: pass\nexcept A: pass", "E0185", 1),
    ("match x:\n    case _: pass\n    case 1: pass", "E0186", 10),
    ("match x:\n    case y: pass\n    case 1: pass", "E0186", 10),
    ("match x:\n    case (1 | _): pass\n    case 1: pass", "E0186", 11),
    ("match x:\n    case [a, a]: pass", "E0187", 10),
    ("match x:\n    case [a] | [b]: pass", "E0187", 10),
    ("__debug__ = 1", "E0188", 1),
    ("x = 1\nfrom __future__ import annotations", "E0189", 1),
    ("async def f(): pass", "E0430", 1),
    ("eval('1')", "E0435", 1),
    ("f(exec)", "E0435", 3),
    ("getattr(a, b)", "E0435", 1),
    ("hasattr(a, 'b')", "E0435", 1),
    ("type('A', (), {})", "E0435", 1),
    ("class A:\n    def __del__(self): pass", "E0436", 9),
    ("x.__dict__", "E0437", 3),
    ("from a import *", "E0438", 15),
    ("try: pass\nexcept* A: pass", "E0440", 1),
    ("ExceptionGroup('', [])", "E0440", 1),
    ("1j", "E0441", 1),
    ("complex(1)", "E0441", 1),
    ("print(1)", "E0442", 1),
    ("class A:\n    x = input()", "E0442", 9),
    ("if __name__ == '__main__':\n    f()", "E0443", 5),
    ("if __name__ == '__main__':\n    main()\n    print(1)", "E0443", 5),
    ("if __name__ == '__main__':\n    main()\nelse:\n    x = 1", "E0443", 4),
    ("def f[*T](): pass", "E0445", 7),
]

ACCEPTED = [
    "def f():\n    return 1",
    "for i in x:\n    if i: break\n    continue",
    "while x:\n    for y in z: pass\n    else: break",
    "def f():\n    global x\n    x = 1",
    "f(*a)",
    "f = lambda: 1",
    "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2",
    "[*a]",
    "a, *b = x",
    "for a, *b in x: pass",
    "x[*a]",
    "try: pass\nexcept A: pass\nexcept: pass",
    "match x:\n    case 1: pass\n    case _: pass",
    "match x:\n    case y if y: pass\n    case 1: pass",
    "match x:\n    case [a, 1] | [1, a]: pass",
    "\"\"\"Doc.\"\"\"\nfrom __future__ import annotations",
    "def eval(x): pass\neval(1)",
    "def f(vars):\n    return vars",
    "def f():\n    dir = 1\n    return dir",
    "from a import open\nopen(1)",
    "type(x)",
    "class A:\n    def __init__(self): pass",
    "def __getattr__(): pass",
    "x.__name__",
    "del a[0]",
    "del a[1:2]",
    "def f():\n    print(1)",
    "if __name__ == '__main__':\n    main()",
    "if __name__ == '__main__':\n    import sys\n    sys.exit(main())",
    "if __name__ == '__main__':\n    raise SystemExit(main())",
    "def f(a=None, b=1, c=()): pass",
    "def f[T](x: T): pass",
    "[x for x in y]",
    "with a as b: pass",
]


@pytest.mark.parametrize("text, code, column", REFUSED)
def test_refused(text: str, code: str, column: int) -> None:
    assert [(found, col) for found, _, col in codes(text)] == [(code, column)]


@pytest.mark.parametrize("text", ACCEPTED)
def test_accepted(text: str) -> None:
    assert codes(text) == []


def test_in_source_order() -> None:
    assert [line for _, line, _ in codes("1j\nx.__dict__\nreturn\n2j\n")] == [1, 2, 3, 4]
