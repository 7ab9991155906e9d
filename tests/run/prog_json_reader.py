"""A JSON reader and writer written out, compared with the library's."""
import json

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


class JsonError(ValueError):
    pass


class Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def space(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \n\t\r":
            self.at += 1

    def fail(self, why: str) -> JsonError:
        line = self.text.count("\n", 0, self.at) + 1
        return JsonError(f"line {line}: {why}")

    def expect(self, c: str) -> None:
        self.space()
        if self.text[self.at:self.at + 1] != c:
            raise self.fail(f"expected {c!r}")
        self.at += 1

    def value(self) -> Json:
        self.space()
        c = self.text[self.at:self.at + 1]
        if c == "{":
            return self.members()
        if c == "[":
            return self.items()
        if c == '"':
            return self.string()
        for word, meaning in (("true", True), ("false", False)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        if self.text.startswith("null", self.at):
            self.at += 4
            return None
        return self.number()

    def members(self) -> Json:
        self.expect("{")
        found: dict[str, Json] = {}
        self.space()
        if self.text[self.at] == "}":
            self.at += 1
            return found
        while True:
            self.space()
            key = self.string()
            self.expect(":")
            found[key] = self.value()
            self.space()
            if self.text[self.at:self.at + 1] == "}":
                self.at += 1
                return found
            self.expect(",")

    def items(self) -> Json:
        self.expect("[")
        found: list[Json] = []
        self.space()
        if self.text[self.at:self.at + 1] == "]":
            self.at += 1
            return found
        while True:
            found.append(self.value())
            self.space()
            if self.text[self.at:self.at + 1] == "]":
                self.at += 1
                return found
            self.expect(",")

    def string(self) -> str:
        self.expect('"')
        out: list[str] = []
        escapes = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}
        while True:
            if self.at >= len(self.text):
                raise self.fail("unterminated string")
            c = self.text[self.at]
            self.at += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                c = self.text[self.at]
                self.at += 1
                if c == "u":
                    out.append(chr(int(self.text[self.at:self.at + 4], 16)))
                    self.at += 4
                elif c in escapes:
                    out.append(escapes[c])
                else:
                    raise self.fail(f"bad escape {c!r}")
            else:
                out.append(c)

    def number(self) -> Json:
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-0123456789.eE":
            self.at += 1
        text = self.text[start:self.at]
        if not text:
            raise self.fail("expected a value")
        return float(text) if set(text) & set(".eE") else int(text)


def write(value: Json, indent: int = 0) -> str:
    pad = "  " * (indent + 1)
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        case []:
            return "[]"
        case list():
            return "[\n" + ",\n".join(pad + write(v, indent + 1) for v in value) + "\n" + "  " * indent + "]"
        case dict():
            if not value:
                return "{}"
            rows = [f"{pad}{write(k)}: {write(v, indent + 1)}" for k, v in value.items()]
            return "{\n" + ",\n".join(rows) + "\n" + "  " * indent + "}"


def depth(value: Json) -> int:
    if isinstance(value, dict):
        return 1 + max((depth(v) for v in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((depth(v) for v in value), default=0)
    return 0


def main() -> None:
    text = '{"name": "ré\\u00e9 \\"q\\"", "n": [1, -2.5, 1e3, true, null, []], "deep": {"a": {"b": [[{}]]}}, "s": "tab\\t"}'
    value = Reader(text).value()
    print(write(value))
    print(depth(value), value == json.loads(text), json.dumps(value))
    for wrong in ("{", "[1,", '{"a" 1}', '"abc', "[1 2]", "", '{"a": \n\n x}', '"\\q"'):
        try:
            print(Reader(wrong).value())
        except JsonError as error:
            print(repr(wrong), error)
        except IndexError:
            print(repr(wrong), "ends early")
