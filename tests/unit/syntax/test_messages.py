"""What a user reads after a mistake: code, place and the decisive words of the message or its help."""

from __future__ import annotations

import pytest

from rumpkc.diagnostics import CompileError, render
from rumpkc.source import Source, SourceMap
from rumpkc.syntax.parse import parse_module

# Program, code, line:column as shown (column from 1), words that the rendered message must contain.
ROWS = [
    ("if x\n    y()\n", "E0114", "1:5", "expected `:`"),
    ("class A\n    pass\n", "E0114", "1:8", "at the end of the `class` line"),
    ("match x\n    case 1: pass\n", "E0114", "1:8", "at the end of the `match` line"),
    ("if x print(1)\n", "E0114", "1:5", "expected `:`"),
    ("if x {\n}\n", "E0114", "1:6", "not in braces"),
    ("if x: pass\nelse if y: pass\n", "E0114", "2:6", "`elif`"),
    ("while x = 3:\n    pass\n", "E0116", "1:9", "`==`"),
    ("print(a.b = 1)\n", "E0108", "1:7", "`==`"),
    ("if x == 1 or y = 2: pass\n", "E0116", "1:16", "`==`"),
    ("x = (1,\ny = 2\n", "E0105", "1:5", "`(` is never closed"),
    ("def f():\n    return [1, 2\nprint(1)\n", "E0105", "2:12", "`[` is never closed"),
    ("x = (1, [2)\n", "E0105", "1:11", "`)` does not close `[`"),
    ("x = 1)\n", "E0105", "1:6", "has no opening bracket"),
    ("if x:\ny = 1\n", "E0106", "2:1", "expected an indented block after `if` on line 1"),
    ("class A:\n", "E0106", "1:1", "expected an indented block after the class definition on line 1"),
    ("async def f():\nx\n", "E0106", "2:1", "the function definition on line 1"),
    ("x = 1\n    y = 2\n", "E0106", "2:1", "unexpected indentation"),
    ("if x:\n        y\n    z\n", "E0106", "3:1", "matches no outer block"),
    ("if x:\n\ty\n        z\n", "E0106", "3:1", "tabs and spaces"),
    ("print 'hello'\n", "E0101", "1:1", "write `print(...)`"),
    ("1 = x\n", "E0108", "1:1", "cannot assign to a literal"),
    ("f() = 1\n", "E0108", "1:1", "cannot assign to a function call"),
    ("a, b + 1 = c\n", "E0108", "1:4", "cannot assign to an expression"),
    ("None = 1\n", "E0108", "1:1", "cannot assign to `None`"),
    ("for f() in x: pass\n", "E0108", "1:5", "cannot assign to a function call"),
    ("with a as 1: pass\n", "E0108", "1:11", "cannot assign to a literal"),
    ("del f()\n", "E0108", "1:5", "cannot delete a function call"),
    ("[a] += 1\n", "E0108", "1:1", "`+=` cannot assign to a list"),
    ("(a, b): int\n", "E0108", "1:1", "only a single target can be annotated"),
    ("(a.b := 1)\n", "E0108", "1:2", "cannot assign to an attribute"),
    ("x := 1\n", "E0101", "1:3", "write `=`"),
    ("class = 3\n", "E0115", "1:1", "`class` is a keyword"),
    ("x.class\n", "E0115", "1:3", "write `class_`"),
    ("def import(): pass\n", "E0115", "1:5", "`import` is a keyword"),
    ("for x ni y: pass\n", "E0101", "1:7", "did you mean `in`?"),
    ("for i range(3): pass\n", "E0101", "1:7", "expected `in`"),
    ("whlie x: pass\n", "E0101", "1:1", "did you mean `while`?"),
    ("from x imprt y\n", "E0101", "1:8", "did you mean `import`?"),
    ("retrun x\n", "E0101", "1:1", "did you mean `return`?"),
    ("import a from b\n", "E0101", "1:10", "from module import name"),
    ("from a import b,\n", "E0101", "1:16", "needs brackets"),
    ("function f() {\n}\n", "E0101", "1:1", "write `def`"),
    ("var x = 1\n", "E0101", "1:1", "write `x = ...`"),
    ("x++\n", "E0101", "1:2", "write `+= 1`"),
    ("a && b\n", "E0101", "1:3", "write `and`"),
    ("!x\n", "E0101", "1:1", "`not`"),
    ("a <> b\n", "E0101", "1:3", "write `!=`"),
    ("a ? b : c\n", "E0101", "1:3", "a if test else b"),
    ("x = 5 +\n", "E0101", "1:8", "expected an expression behind `+`"),
    ("x = a if b\n", "E0101", "1:11", "expected `else`"),
    ("foo(a b)\n", "E0101", "1:5", "is a comma or an operator missing"),
    ("x = y z\n", "E0101", "1:7", "`z` cannot follow `y`"),
    ("x = 'it's'\n", "E0101", "1:9", "end too early"),
    ("{1: 2, 3}\n", "E0101", "1:9", "expected `:` and a value"),
    ("[x, y for x in z]\n", "E0101", "1:2", "[(a, b) for ...]"),
    ("try:\n    x\ny = 1\n", "E0101", "1:1", "needs an `except` or `finally`"),
    ("try: x\nexcept A, B: pass\n", "E0101", "2:9", "except (A, B):"),
    ("else: pass\n", "E0101", "1:1", "`else` without its"),
    ("def f(a=1, b): pass\n", "E0107", "1:12", "give `b` a default"),
    ("def f(a, (b, c)): pass\n", "E0107", "1:10", "a parameter cannot stand in brackets"),
    ("def f(*): pass\n", "E0107", "1:7", "a name must follow the bare `*`"),
    ("def f(**k, a): pass\n", "E0107", "1:12", "put `**` last"),
    ("f(a=1, b)\n", "E0101", "1:8", "a positional argument follows"),
    ("f(x for x in y, 1)\n", "E0101", "1:3", "needs its own brackets"),
    ("x = 'abc\n", "E0103", "1:5", "not closed on its line"),
    ("x = '''abc\n\n", "E0103", "1:5", "never closed"),
    ("x = 0777\n", "E0104", "1:5", "0o777"),
    ("x = 1abc\n", "E0104", "1:5", "a name cannot begin with a digit"),
    ("x = “abc”\n", "E0101", "1:5", "write `\"`"),
    ("x = '\\x1'\n", "E0111", "1:6", "needs 2 hexadecimal digits"),
    ("x = b'é'\n", "E0111", "1:7", "\\xc3\\xa9"),
    ("x = 'a' b'b'\n", "E0111", "1:9", "cannot be joined"),
    ("x = f'ab{}'\n", "E0112", "1:9", "empty expression"),
    ("x = f'ab{c'\n", "E0112", "1:9", "never closed"),
    ("x = f'ab}'\n", "E0112", "1:9", "write `}}`"),
    ("x = f'{a!x}'\n", "E0112", "1:9", "`!s`, `!r` or `!a`"),
    ("x = f'{lambda x: 1}'\n", "E0112", "1:8", "lambda in an f-string needs brackets"),
    ("x = f'ab{c d}'\n", "E0101", "1:10", "is a comma or an operator missing"),
    ("x = f'''a\n{b +}'''\n", "E0101", "2:5", "expected an expression behind `+`"),
    ("match x:\n    case {**_}: pass\n", "E0110", "2:11", "says nothing"),
    ("match x:\n    pass\n", "E0101", "2:5", "expected `case`"),
    ("x = (a as b)\n", "E0101", "1:8", "belongs to `with`"),
    ("@a\nx = 1\n", "E0101", "2:1", "before a function or class"),
    ("x = 1 \\ \n", "E0102", "1:8", "last character of its line"),
]


@pytest.mark.parametrize("text, code, place, words", ROWS, ids=[row[0].replace("\n", "|")[:30] for row in ROWS])
def test_message(text: str, code: str, place: str, words: str) -> None:
    """One row."""
    source = Source("f.py", text)
    sources = SourceMap()
    sources.add(source)
    with pytest.raises(CompileError) as caught:
        parse_module(source)
    shown = render(caught.value.diagnostics[0], sources)
    assert caught.value.diagnostics[0].code == code, shown
    assert f"--> f.py:{place}\n" in shown + "\n", shown
    assert words in shown, shown


def test_the_first_mistake_is_the_one_reported() -> None:
    """A lexical error further down does not hide an earlier one."""
    with pytest.raises(CompileError) as caught:
        parse_module(Source("f.py", "x = = 1\ny = 'abc\n"))
    assert caught.value.diagnostics[0].span.line == 1


def test_warnings() -> None:
    """An unknown escape is allowed and reported, with its place."""
    warnings: list = []
    parse_module(Source("f.py", "x = 1\ny = 'ab\\d' + '\\n' + r'\\d' + f'{x}\\w'\n"), warnings)
    assert [(w.code, w.span.line, w.span.col) for w in warnings] == [("W0101", 2, 7), ("W0101", 2, 33)]
