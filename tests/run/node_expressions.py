"""Expressions of `where` over rows: values, comparisons, missing fields, errors with their place."""

import random
from zlib import crc32

from lib.kdl.document import Node
from lib.kdl.reader import parse
from lib.kdl.rows import Row, row_of
from npl.nipbox.nodes.expression import expression, field, of_words
from npl.nipbox.nodes.tokens import ExpressionError
from npl.nipbox.nodes.values import shown

ROW = 'file foo.txt 7 -3 size=2000 type=dir used=#null owner="a b" t=(ms)2 k=(KiB)1.5 r=1.5 big=123456789012345678901 ok=#true e="" n=#nan'
GOOD = [
    "size > 1KiB", "size > 2KiB", "type == dir", "type == size", "type == @size", "type in (file, dir)", "size not in (1, 2000.0)",
    "name == file", "@0 ~ '*.txt'", "@0 ~ 'f?o*t'", "@0 ~ oo", "@1 + 3", "@2 * -2", "@9", "nope < 3", "nope == null", "null != nope",
    "used == null", "used != 3", "not (used == 3)", "size*2 + r", "t == 2ms", "t", "k", "size > 'x'", "-(size) % 7", "-7 / 2",
    "7 % -3", "not size > 5 or true", "1.5KiB", "1h + 1min", "0xff", "1_000.5", "2e3", "ok", "not ok", "ok == true", "ok == 1",
    "e", "e == ''", "n == n", "n < 1", "big > 9223372036854775807", "owner contains ' '", "owner starts-with a", "owner ends-with b",
    "owner + '!'", "used + 1", "(size > 1 and type == dir) or nope", "'a' < 'b'", '"\\t\\"" == \'\\t"\'', "true < false", "- - 3",
    "9223372036854775807 - 1", "9007199254740993 == 9007199254740992.0", "@\"owner\"", "size/0.5",
]
BAD = [
    "", "1 +", "size = 3", "a < b < c", "(1", "1)", "1 in 2", "in", "9223372036854775807 + 1", "9223372036854775808", "size + type", "5 / 0",
    "5 % 0", "'a", "3x", "@", "@1x", "size size", "and", "a ? b", "'\\q'", "0x", "0xg", "8TiB * 1TiB", "-ok", "x in (1", "((((1)))", "9e999TiBx",
]
PARTS = ["size", "type", "@0", "nope", "1", "2.5", "'x'", "null", "true", "(", ")", "and", "or", "not", "in", "==", "<", ">=", "~", "+", "-", "*",
         "/", "%", ",", "contains", "KiB", "3ms", "@", '"', "_", "é"]


def shows(text: str, row: Row) -> str:
    try:
        tree = expression(text)
        return f"{shown(tree.value(row))} {tree.holds(row)}"
    except ExpressionError as error:
        assert 0 <= error.at <= error.end <= len(text), text
        return error.shown()


def noise(row: Row) -> None:
    """Random words: a value or an error that shows its place, never anything else."""
    r, digest, good = random.Random(66), 0, 0
    for _ in range(1500):
        text = " ".join([r.choice(PARTS) for _ in range(1 + r.randrange(7))])
        result = shows(text, row)
        good += 0 if "^" in result else 1
        digest = crc32(result.encode(), digest)
    print(f"noise: {good} have a value, {digest:08x}")


def main() -> None:
    row = row_of(parse(ROW)[0])
    for text in GOOD:
        print(text, "=>", shows(text, row))
    for text in BAD:
        print(shows(text, row))
    print(shows("(" * 70 + "1" + ")" * 70, row).splitlines()[0], "|", shows("not " * 70 + "1", row).splitlines()[0])
    print(shows("-" * 70 + "1", row).splitlines()[0], "|", shows("+".join(["1"] * 500), row))
    for words in (["size", ">", "1KiB"], ["owner", "==", "a b"], ["size > 1KiB"], ["owner", "==", ""]):
        print(of_words(words), "=>", shows(of_words(words), row))
    print(field("size").value(row), field("@0").value(row), field('@"a b"').value(row), field("name").value(row_of(Node("n"))))
    try:
        field("size + 1")
    except ExpressionError as error:
        print(error.shown())
    noise(row)


if __name__ == "__main__":
    main()
