"""A TOML subset: parser with dotted keys, tables, arrays of tables, dates as text; writer that parses back to the same."""
from typing import Dict, List, Union

Scalar = Union[str, int, float, bool]
Toml = Union[Scalar, List["Toml"], Dict[str, "Toml"]]
TableOf = Dict[str, Toml]


class TomlError(ValueError):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line


class Parser:
    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.number = 0
        self.text = ""
        self.at = 0
        self.root: TableOf = {}

    def error(self, message: str) -> TomlError:
        return TomlError(self.number, message)

    def parse(self) -> TableOf:
        current = self.root
        while self.number < len(self.lines):
            self.text = self.lines[self.number]
            self.number += 1
            self.at = 0
            self.skip()
            if self.at == len(self.text):
                continue
            if self.text.startswith("[[", self.at):
                self.at += 2
                path = self.key_path()
                self.expect("]]")
                current = self.append_table(path)
            elif self.text[self.at] == "[":
                self.at += 1
                path = self.key_path()
                self.expect("]")
                current = self.descend(self.root, path)
            else:
                path = self.key_path()
                self.expect("=")
                target = self.descend(current, path[:-1])
                if path[-1] in target:
                    raise self.error(f"duplicate key {path[-1]}")
                target[path[-1]] = self.value()
            self.skip()
            if self.at < len(self.text):
                raise self.error(f"unexpected {self.text[self.at:]!r}")
        return self.root

    def skip(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t":
            self.at += 1
        if self.text[self.at:self.at + 1] == "#":
            self.at = len(self.text)

    def expect(self, mark: str) -> None:
        self.skip()
        if not self.text.startswith(mark, self.at):
            raise self.error(f"expected {mark}")
        self.at += len(mark)
        self.skip()

    def key_path(self) -> List[str]:
        path: List[str] = []
        while True:
            self.skip()
            if self.text[self.at:self.at + 1] in ('"', "'") and self.at < len(self.text):
                path.append(self.string())
            else:
                start = self.at
                while self.at < len(self.text) and (self.text[self.at].isalnum() or self.text[self.at] in "-_"):
                    self.at += 1
                if start == self.at:
                    raise self.error("expected a key")
                path.append(self.text[start:self.at])
            self.skip()
            if self.text[self.at:self.at + 1] != ".":
                return path
            self.at += 1

    def descend(self, table: TableOf, path: List[str]) -> TableOf:
        for name in path:
            inner = table.setdefault(name, {})
            if isinstance(inner, list) and inner:
                inner = inner[-1]
            if not isinstance(inner, dict):
                raise self.error(f"{name} is not a table")
            table = inner
        return table

    def append_table(self, path: List[str]) -> TableOf:
        parent = self.descend(self.root, path[:-1])
        array = parent.setdefault(path[-1], [])
        if not isinstance(array, list):
            raise self.error(f"{path[-1]} is not an array")
        fresh: TableOf = {}
        array.append(fresh)
        return fresh

    def string(self) -> str:
        quote = self.text[self.at]
        out: List[str] = []
        self.at += 1
        while self.at < len(self.text):
            ch = self.text[self.at]
            self.at += 1
            if ch == quote:
                return "".join(out)
            if ch == "\\" and quote == '"':
                code = self.text[self.at:self.at + 1]
                self.at += 1
                if code == "u":
                    out.append(chr(int(self.text[self.at:self.at + 4], 16)))
                    self.at += 4
                elif code in 'nt"\\':
                    out.append({"n": "\n", "t": "\t"}.get(code, code))
                else:
                    raise self.error(f"bad escape \\{code}")
            else:
                out.append(ch)
        raise self.error("unterminated string")

    def value(self) -> Toml:
        if self.at >= len(self.text):
            raise self.error("expected a value")
        ch = self.text[self.at]
        if ch in "\"'":
            return self.string()
        if ch == "[":
            items: List[Toml] = []
            self.at += 1
            self.refill()
            while self.text[self.at] != "]":
                items.append(self.value())
                self.refill()
                if self.text[self.at] == ",":
                    self.at += 1
                    self.refill()
            self.at += 1
            return items
        if ch == "{":
            table: TableOf = {}
            self.at += 1
            self.skip()
            while not self.text.startswith("}", self.at):
                name = self.key_path()
                self.expect("=")
                self.descend(table, name[:-1])[name[-1]] = self.value()
                self.skip()
                if self.text.startswith(",", self.at):
                    self.at += 1
                elif not self.text.startswith("}", self.at):
                    raise self.error("expected , or }")
            self.at += 1
            return table
        return self.bare()

    def refill(self) -> None:
        self.skip()
        while self.at == len(self.text):
            if self.number == len(self.lines):
                raise self.error("unterminated array")
            self.text, self.at = self.lines[self.number], 0
            self.number += 1
            self.skip()

    def bare(self) -> Scalar:
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in ",]} #\t":
            self.at += 1
        word = self.text[start:self.at]
        if word in ("true", "false"):
            return word == "true"
        plain = word.replace("_", "")
        try:
            if plain[:2] in ("0x", "0o", "0b"):
                return int(plain, 0)
            if any(mark in plain for mark in (".", "e", "inf", "nan")) and ":" not in plain:
                return float(plain)
            return int(plain)
        except ValueError:
            if word[:4].isdigit() and word[4:5] == "-":
                return word
            raise self.error(f"bad value {word!r}") from None


def scalar(value: Toml) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    if isinstance(value, list):
        return f"[{', '.join(map(scalar, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(k)} = {scalar(v)}" for k, v in value.items()) + "}"
    return repr(value)


def key(name: str) -> str:
    return name if name and all(c.isascii() and (c.isalnum() or c in "-_") for c in name) else scalar(name)


def dump(table: TableOf, prefix: str = "") -> List[str]:
    lines = [f"{key(k)} = {scalar(v)}" for k, v in table.items() if not isinstance(v, dict)]
    for name, value in table.items():
        if isinstance(value, dict):
            path = prefix + key(name)
            lines += ["", f"[{path}]", *dump(value, path + ".")]
    return lines


SAMPLE = r'''
title = "TOML \"example\" \u00e9"   # comment
[owner]
name = 'C:\raw\path'
born = 1979-05-27
[server.alpha]
ip.v4 = "10.0.0.1"
ports = [ 8_001, 0xff,
          0b101, # in the middle
        ]
"quoted key" = {x = 1, y.z = -2.5e3}
[[fruit]]
name = "apple"
[fruit.shape]
round = true
[[fruit]]
name = "pear"
empty = []
'''


def main() -> None:
    parsed = Parser(SAMPLE).parse()
    print(parsed)
    text = "\n".join(dump(parsed))
    print(text)
    assert Parser(text).parse() == parsed
    for wrong in ("a = ", "a = 1\na = 2", "[t\n", "x = 1\n[x.y]", 's = "open', "a = [1,\n2", "b = 12z", "= 1", "a = 1 2", r'e = "\q"', "i = {a 1}"):
        try:
            print(Parser(wrong).parse())
        except TomlError as error:
            print(error, error.line)
