"""A reader and printer for a KDL subset: nodes with arguments, properties, children, type notes, raw strings, slashdash."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Self

Value = str | int | float | bool | None


@dataclass
class Node:
    name: str
    args: list[Value] = field(default_factory=list)
    props: dict[str, Value] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    note: str | None = None

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Node]]:
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)

    def __getitem__(self, name: str) -> Node:
        for child in self.children:
            if child.name == name:
                return child
        raise KeyError(name)

    def with_prop(self, name: str, value: Value) -> Self:
        self.props[name] = value
        return self


@dataclass
class Cursor:
    text: str
    at: int = 0

    def peek(self, ahead: int = 0) -> str:
        where = self.at + ahead
        return self.text[where] if where < len(self.text) else "\0"

    def next(self) -> str:
        ch = self.peek()
        self.at += 1
        return ch

    def take_while(self, test: Callable[[str], bool]) -> str:
        start = self.at
        while self.peek() != "\0" and test(self.peek()):
            self.at += 1
        return self.text[start:self.at]

    @property
    def line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1


class KdlError(Exception):
    def __init__(self, cursor: Cursor, message: str) -> None:
        super().__init__(message)
        self.line = cursor.line


def is_bare(ch: str) -> bool:
    return not ch.isspace() and ch not in '{}()=;"\\/'


def blank(c: Cursor, lines: bool) -> None:
    while True:
        if c.peek() in " \t" or (lines and c.peek() in "\n;"):
            c.next()
        elif c.peek() == "/" and c.peek(1) == "*":
            end = c.text.find("*/", c.at)
            if end < 0:
                raise KdlError(c, "open comment")
            c.at = end + 2
        elif c.peek() == "/" and c.peek(1) == "/":
            c.take_while(lambda ch: ch != "\n")
        elif c.peek() == "\\":
            c.next()
            blank(c, False)
            if c.next() != "\n":
                raise KdlError(c, "text behind a line continuation")
        else:
            return


def quoted(c: Cursor) -> str:
    c.next()
    out = ""
    while (ch := c.next()) != '"':
        if ch == "\0":
            raise KdlError(c, "open string")
        if ch == "\\":
            mark = c.next()
            if mark == "u":
                c.next()
                out += chr(int(c.take_while(lambda d: d != "}"), base=16))
                c.next()
            else:
                out += {"n": "\n", "t": "\t", "\\": "\\", '"': '"'}[mark]
        else:
            out += ch
    return out


def raw(c: Cursor) -> str:
    c.next()
    hashes = c.take_while(lambda ch: ch == "#")
    end = c.text.find('"' + hashes, c.at + 1)
    if end < 0:
        raise KdlError(c, "open raw string")
    out = c.text[c.at + 1:end]
    c.at = end + 1 + len(hashes)
    return out


def value(c: Cursor) -> Value:
    if c.peek() == '"':
        return quoted(c)
    if c.peek() == "r" and c.peek(1) in '"#':
        return raw(c)
    word = c.take_while(is_bare)
    match word:
        case "true" | "false":
            return word == "true"
        case "null":
            return None
        case "":
            raise KdlError(c, f"unexpected {c.peek()!r}")
    try:
        return float(word) if "." in word or ("e" in word and "x" not in word) else int(word, 0)
    except ValueError:
        raise KdlError(c, f"bad value {word!r}") from None


def node(c: Cursor) -> Node:
    note: str | None = None
    if c.peek() == "(":
        c.next()
        note = c.take_while(is_bare)
        c.next()
    out = Node(quoted(c) if c.peek() == '"' else c.take_while(is_bare), note=note)
    if not out.name:
        raise KdlError(c, f"no name before {c.peek()!r}")
    while True:
        blank(c, False)
        ch = c.peek()
        dropped = ch == "/" and c.peek(1) == "-"
        if dropped:
            c.at += 2
            blank(c, False)
            ch = c.peek()
        if ch in "\n;\0}":
            return out
        if ch == "{":
            c.next()
            inner = nodes(c, "}")
            if not dropped:
                out.children += inner
            continue
        start = c.at
        name = c.take_while(is_bare)
        if name and c.peek() == "=":
            c.next()
            prop = value(c)
            if not dropped:
                out.props[name] = prop
        else:
            c.at = start
            arg = value(c)
            if not dropped:
                out.args.append(arg)


def nodes(c: Cursor, end: str) -> list[Node]:
    out: list[Node] = []
    while True:
        blank(c, True)
        if c.peek() == end or (end == "" and c.peek() == "\0"):
            c.next()
            return out
        if c.peek() == "\0":
            raise KdlError(c, f"missing {end}")
        dropped = c.text.startswith("/-", c.at)
        c.at += 2 * dropped
        blank(c, False)
        one = node(c)
        if not dropped:
            out.append(one)


def show_value(v: Value) -> str:
    match v:
        case None:
            return "null"
        case bool(flag):
            return "true" if flag else "false"
        case str(text):
            return '"' + "".join({"\n": "\\n", '"': '\\"', "\\": "\\\\"}.get(ch, ch) for ch in text) + '"'
        case number:
            return str(number)


def show(n: Node, depth: int = 0) -> str:
    note = f"({n.note})" if n.note is not None else ""
    name = n.name if all(map(is_bare, n.name)) else show_value(n.name)
    head = [note + name, *map(show_value, n.args), *(f"{k}={show_value(n.props[k])}" for k in sorted(n.props))]
    line = "    " * depth + " ".join(head)
    if not n.children:
        return line
    return "\n".join([line + " {", *(show(child, depth + 1) for child in n.children), "    " * depth + "}"])


SAMPLE = r'''
package "rumpk" version=0x10 { // a comment
    (date)released "2024-01-02"; author "J\u{f6}rg" active=true age=null
    deps { alpha 1 2.5 -3e2; "two words" r#"a "raw" one"# }
    /- gone { entirely }
    kept /-"dropped" "stays" /-x=1 \
        "continued" /* inside */ last=false
}
empty
'''


def main() -> None:
    tree = nodes(Cursor(SAMPLE), "")
    for top in tree:
        print(show(top))
    again = nodes(Cursor("\n".join(map(show, tree))), "")
    print(again == tree, [(depth, n.name) for depth, n in tree[0].walk()])
    print(tree[0]["deps"]["two words"].args, tree[1].with_prop("z", 1.5).with_prop("a", "b"))
    for wrong in ("a {", "a 1x", 'a "open', "a =", "a\nb /* open", "a \\ b", "} x"):
        try:
            print(nodes(Cursor(wrong), ""))
        except KdlError as error:
            print(f"line {error.line}: {error}")
    try:
        tree[0]["nobody"]
    except KeyError as error:
        print("no child", error)
