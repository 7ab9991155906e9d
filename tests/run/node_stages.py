"""Stages of pipelines, over streams that arrive in pieces: what they give, as KDL; text as input; ends of readers."""

from collections.abc import Callable

from lib.kdl.document import Node, Value
from lib.kdl.packed import pack
from lib.kdl.reader import parse
from npl.nipbox.nodes import filters, summaries
from npl.nipbox.nodes.expression import expression, field
from npl.nipbox.nodes.stream import Form, NodeInput, NodeOutput
from npl.nipbox.nodes.tokens import ExpressionError
from npl.nipbox.nodes.tree import Expression, Field
from npl.nipbox.nodes.values import Scalar, shown

FILES = """
file size=2000 type=file name=b.txt
file size=30 type=dir name=a { inner 1 }
file size=1000000 type=file name=c.bin
file size=(KiB)4 type=link name=d
other 5 6 size=-1
file size=30 type=file name=e
file size=1.5 type=#null name=f
file size=#nan type=file name=b.txt
"""


class Pieces:
    """A stream that gives a few bytes at a time."""

    def __init__(self, data: bytes, most: int) -> None:
        self.data = data
        self.most = most
        self.at = 0

    def read(self, count: int) -> bytes:
        piece = self.data[self.at : self.at + min(count, self.most)]
        self.at += len(piece)
        return piece


class Sink:
    """What was written; after `room` bytes nobody reads any more."""

    def __init__(self, room: int = 1 << 30) -> None:
        self.data = b""
        self.room = room

    def write(self, data: bytes) -> None:
        if len(self.data) + len(data) > self.room:
            raise BrokenPipeError(32, "Broken pipe")
        self.data += data


def given(data: bytes, most: int = 7) -> NodeInput:
    pieces = Pieces(data, most)
    return NodeInput(pieces.read)


def show(title: str, stage: Callable[[NodeInput, NodeOutput], None], data: bytes, form: Form = Form.KDL) -> bytes:
    sink = Sink()
    out = NodeOutput(sink.write, form)
    print(f"-- {title}")
    try:
        stage(given(data), out)
    except ExpressionError as error:
        print(error.shown())
    out.finish()
    if form != Form.PACKED:
        print(sink.data.decode(), end="")
    return sink.data


def fields(*names: str) -> list[Field]:
    return [field(name) for name in names]


def filtering(files: bytes) -> None:
    show("where", lambda i, o: filters.where(i, o, expression("size > 1KiB and type != link")), files)
    show("first", lambda i, o: filters.first(i, o, 2), files)
    show("first 0", lambda i, o: filters.first(i, o, 0), files)
    show("last", lambda i, o: filters.last(i, o, 2), files)
    show("reverse", filters.reverse, files)
    show("select", lambda i, o: filters.select(i, o, fields("name", "@1", "size")), files)
    show("each", lambda i, o: filters.each(i, o, expression("size * 2")), files)
    show("each with", lambda i, o: filters.each_with(i, o, ["size", "big"], [expression("size + 1"), expression("size > 99")]), files)
    show("each wrong", lambda i, o: filters.each(i, o, expression("1 + type")), files)
    show("uniq", lambda i, o: filters.uniq(i, o, fields("type")), files)
    show("uniq all", lambda i, o: filters.uniq(i, o, []), files + files)
    show("get", lambda i, o: filters.get(i, o, fields("name", "size")), files)
    show("to-text", filters.to_plain, files)
    show("to-kdl", filters.to_kdl, files)
    show("table", lambda i, o: filters.where(i, o, expression("@0 == 5")), files, Form.TABLE)
    sizes = pack(parse('f n=a s=(B)1536 t=(ms)90000 { x; y }; d n="日本 a\\n" s=(MiB)-3; f n=#null m=(date-time)"2026-11-28T22:50:00Z" q=1.5'))
    show("table of units", lambda i, o: filters.first(i, o, 9), sizes, Form.TABLE)
    show("cut table", lambda i, o: filters.first(i, o, 400), pack(parse('line "a line that is longer than a terminal of eighty columns has a place for" n=1234567 m=2')), Form.TABLE)


def number(name: str, work: Callable[[NodeInput], Scalar], data: bytes) -> None:
    try:
        print(name, shown(work(given(data))))
    except ExpressionError as error:
        print(error.shown())


def summing(files: bytes) -> None:
    def by(names: list[str], backwards: list[bool]) -> Callable[[NodeInput, NodeOutput], None]:
        keys: list[Expression] = [expression(name) for name in names]
        return lambda i, o: summaries.sort(i, o, keys, backwards)

    for names, backwards in ((["size"], [False]), (["size"], [True]), (["type", "name"], [False, True]), (["-size"], [False])):
        show(f"sort {names} {backwards}", by(names, backwards), files)
    plain = pack(parse("a n=3 t=x\nb n=1 t=z\nc n=2 t=y\nd n=1 t=x"))
    show("sort numbers", by(["n"], [False]), plain)
    show("sort numbers back", by(["n"], [True]), plain)
    show("sort texts", by(["t", "n"], [False, True]), plain)
    show("group", lambda i, o: summaries.group(i, o, expression("type"), "type", None, False), files)
    show("group more", lambda i, o: summaries.group(i, o, expression("n % 2"), "odd", expression("n"), True), plain)
    number("count", lambda i: summaries.count(i, None), files)
    number("count some", lambda i: summaries.count(i, expression("type == file")), files)
    number("sum", lambda i: summaries.total(i, expression("n")), plain)
    number("sum floats", lambda i: summaries.total(i, expression("n / 4")), plain)
    number("sum texts", lambda i: summaries.total(i, expression("t")), plain)
    number("sum of nothing", lambda i: summaries.total(i, expression("n")), b"")
    number("too much", lambda i: summaries.total(i, expression("n * 4000000000000000000")), plain)


def texts() -> None:
    show("lines", lambda i, o: filters.where(i, o, expression("@0 contains b")), "abc\r\nxyz\n\nbé\nb".encode())
    show("not UTF-8", lambda i, o: filters.first(i, o, 5), b"a\xfe\nb\n")
    show("from-kdl", filters.from_kdl, b'a 1; b "x y" {\n c }\n')
    show("from-kdl of nodes", filters.from_kdl, pack([Node("n")]))
    print(list(given(b"one\ntwo").lines()), list(given(pack(parse("(t)a 1 x=2 { b; c 3 }"))).lines()))
    print([node.name for node in given(pack(parse("a\nb"))).nodes()], len(list(given(b"a\nb\n").rows())), list(given(b"").lines()))
    for data in (pack([Node("n")])[:-1], pack([Node("n")]) + b"text"):
        try:
            show("damaged", filters.reverse, data)
        except ValueError as error:
            print(error)


def ends() -> None:
    """A reader that ends early stops the writer; who reads no further leaves the rest where it is."""
    many = pack([Node("n", [Value.of_int(i)]) for i in range(2000)])
    sink, source = Sink(9000), Pieces(many, 4096)
    out = NodeOutput(sink.write)
    try:
        filters.where(NodeInput(source.read), out, expression("@0 >= 0"))
        print("nobody minded")
    except BrokenPipeError:
        print("stopped at", len(sink.data) < 9000, source.at < len(many))
    source = Pieces(many, 4096)
    out = NodeOutput(Sink().write)
    filters.first(NodeInput(source.read), out, 5)
    print(source.at, len(out.packer.out))


def main() -> None:
    files = pack(parse(FILES))
    filtering(files)
    summing(files)
    texts()
    ends()
    print(len(show("packed", lambda i, o: filters.select(i, o, fields("name")), files, Form.PACKED)))


if __name__ == "__main__":
    main()
