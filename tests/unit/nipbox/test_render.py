"""Tables of nodes: whatever the nodes are, no line is wider than the terminal, and memory does not grow with them."""

from __future__ import annotations

import random
import tracemalloc

import pytest

from lib.kdl.document import Kind, Node, Value
from lib.kdl.reader import parse
from lib.width import columns as width_of
from npl.nipbox.render import Table


def table(text: str, columns: int = 80) -> list[str]:
    return drawn(parse(text), columns)


def drawn(nodes: list[Node], columns: int) -> list[str]:
    out: list[str] = []
    made = Table(out.append, columns)
    for node in nodes:
        made.add(node)
    made.finish()
    return "".join(out).splitlines()


@pytest.mark.parametrize(("text", "lines"), [
    ("", []),
    ("a; b", ["name", "a", "b"]),
    ("value 5; value -17", [" @0", "  5", "-17"]),
    ("f n=a size=1; f n=b size=20", ["n  size", "a     1", "b    20"]),
    ("f name=a; d name=b", ["node  name", "f     a", "d     b"]),
    ("f n=1; (t)f n=2", ["name  n", "f     1", "(t)f  2"]),
    ("f n=#null m=#true; f m=#false", ["n  m", "   true", "   false"]),
    ("f n=1; f n=x", ["n", "1", "x"]),
    ("f s=(B)1023; f s=(B)1024; f s=(KiB)1536; f s=(kB)-3",
     ["      s", "  1023B", " 1.0KiB", " 1.5MiB", "-2.9KiB"]),
    ('f t=(ms)90000; f t=(us)1; f t=(ns)999', ["     t", "1.5min", " 1.0us", " 999ns"]),
    ('f s=(TiB)9223372036854775807; f s=(B)#inf', ["                     s", "9223372036854775807TiB", "                  infB"]),
    ('f m=(date-time)"2026-11-28T22:50:00Z"', ["m", "2026-11-28 22:50:00"]),
    ('f "a\\nb\\u{1b}[2J" "日本" x', ["@0         @1    @2", "a^Jb^[[2J  日本  x"]),
    ("f n=1 { x; y; x }", ["n  children", "1  3: x y"]),
])
def test_what_is_shown(text: str, lines: list[str]) -> None:
    assert table(text) == lines


def test_wide_characters_keep_the_columns_in_line() -> None:
    assert table('f "日本" 1; f ab 22') == ["@0    @1", "日本   1", "ab    22"]


def test_long_texts_are_cut_and_numbers_are_not() -> None:
    assert table('line "one two three four five" n=1234567', 20) == ["@0                n", "one two t…  1234567"]


def test_columns_without_a_place_are_named() -> None:
    shown = table("a " + " ".join(f"p{i}={i}" for i in range(70)), 40)
    assert shown[0] == "p0  p1  p2  p3  p4  p5  p6  p7  p8  p9"
    assert shown[2].startswith("(not shown: p10, p11, ") and len(shown) == 3


def test_late_properties_and_names_are_named_too() -> None:
    nodes = [Node("f", [], {"n": Value.of_int(i)}) for i in range(400)]
    nodes.append(Node("g", [], {"late": Value.of_int(1)}))
    shown = drawn(nodes, 80)
    assert len(shown) == 1 + 401 + 1 and shown[-1] == "(not shown: name, late)"


@pytest.mark.slow
def test_a_hundred_thousand_rows_take_no_more_memory_than_a_few() -> None:
    def peak(rows: int) -> int:
        made = Table(lambda line: None, 80)
        tracemalloc.start()
        for i in range(rows):
            made.add(Node("f", [], {"n": Value.of_text("x" * 60), "i": Value.of_int(i)}))
        made.finish()
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(20_000) < peak(1_000) + 20_000


def random_value(rng: random.Random) -> Value:
    note = rng.choice([None, None, "B", "MiB", "d", "date-time", "x"])
    kind = rng.choice(list(Kind))
    text = "".join(rng.choice("ab 日\u0301\n\x1b😀") for _ in range(rng.randrange(40)))
    if kind == Kind.NUMBER:
        text = rng.choice(["1.5", "#inf", "#-inf", "#nan", "9" * 40, "1.0E+300"])
    return Value(kind, text, rng.choice([0, 1, -1, 2**63 - 1, -(2**63), rng.randrange(10**6)]), note)


@pytest.mark.slow
def test_no_line_is_wider_than_the_terminal() -> None:
    rng = random.Random(6)
    for _ in range(400):
        columns = rng.randrange(7, 120)
        nodes = [Node(rng.choice(["f", "g", "日本"]), [random_value(rng) for _ in range(rng.randrange(3))],
                      {rng.choice("abcdefgh") * rng.randrange(1, 9): random_value(rng) for _ in range(rng.randrange(6))},
                      [Node("c")] * rng.randrange(3)) for _ in range(rng.randrange(1, 12))]
        shown = drawn(nodes, columns)
        assert len(nodes) + 1 <= len(shown) <= len(nodes) + 2
        for line in shown:
            assert width_of(line) < columns and "\x1b" not in line, (columns, line)
