"""A logic-less template engine: sections, inverted sections, partials, comments, escaping, dotted names."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import final

Context = dict[str, "Context"] | list["Context"] | str | int | bool | None


class TemplateError(Exception):
    def __init__(self, message: str, *, position: int) -> None:
        super().__init__(f"{message} (at {position})")
        self.position = position


class Part(ABC):
    @abstractmethod
    def render(self, stack: Stack) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__.lower()}>"


class Stack:
    def __init__(self, root: Context, partials: dict[str, Block]) -> None:
        self.frames: list[Context] = [root]
        self.partials = partials

    def __enter__(self) -> Stack:
        return self

    def __exit__(self, *_: object) -> None:
        self.frames.pop()

    def inside(self, frame: Context) -> Stack:
        self.frames.append(frame)
        return self

    def find(self, name: str) -> Context:
        if name == ".":
            return self.frames[-1]
        head, _, rest = name.partition(".")
        for frame in reversed(self.frames):
            if isinstance(frame, dict) and head in frame:
                value = frame[head]
                for part in rest.split(".") if rest else ():
                    value = value.get(part) if isinstance(value, dict) else None
                return value
        return None


@final
class Text(Part):
    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, stack: Stack) -> str:
        return self.text


def plain(value: Context) -> str:
    if value is None:
        return ""
    return str(value) if not isinstance(value, bool) else "yes" if value else "no"


ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


@final
class Variable(Part):
    def __init__(self, name: str, escape: bool) -> None:
        self.name, self.escape = name, escape

    def render(self, stack: Stack) -> str:
        text = plain(stack.find(self.name))
        return text.translate(ESCAPES) if self.escape else text


class Block(Part):
    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = list(parts)

    def render(self, stack: Stack) -> str:
        return "".join(part.render(stack) for part in self.parts)

    def __repr__(self) -> str:
        return f"{super().__repr__()}{self.parts}"


class Section(Block):
    def __init__(self, name: str, parts: Sequence[Part]) -> None:
        super().__init__(parts)
        self.name = name

    def render(self, stack: Stack) -> str:
        value = stack.find(self.name)
        if not value:
            return ""
        out = ""
        for item in value if isinstance(value, list) else [value]:
            with stack.inside(item) as inner:
                out += super().render(inner)
        return out


class Inverted(Section):
    def render(self, stack: Stack) -> str:
        return "" if stack.find(self.name) else Block.render(self, stack)


class Partial(Part):
    def __init__(self, name: str) -> None:
        self.name = name

    def render(self, stack: Stack) -> str:
        return stack.partials[self.name].render(stack)


def parse(text: str) -> Block:
    open_blocks: list[tuple[str, str, list[Part]]] = [("", "", [])]
    at = 0
    while (start := text.find("{{", at)) >= 0:
        end = text.find("}}", start)
        if end == -1:
            raise TemplateError("unclosed tag", position=start)
        parts = open_blocks[-1][2]
        if text[at:start]:
            parts.append(Text(text[at:start]))
        tag = text[start + 2:end]
        at = end + 2
        name = tag[1:].strip()
        match tag[:1]:
            case "#" | "^" as mark:
                open_blocks.append((mark, name, []))
            case "/":
                kind, opened, inner = open_blocks.pop()
                if opened != name or not open_blocks:
                    raise TemplateError(f"{name!r} closes {opened!r}", position=start)
                open_blocks[-1][2].append(Section(name, inner) if kind == "#" else Inverted(name, inner))
            case "!":
                continue
            case ">":
                parts.append(Partial(name))
            case "&":
                parts.append(Variable(name, escape=False))
            case _:
                parts.append(Variable(tag.strip(), escape=True))
    if len(open_blocks) > 1:
        raise TemplateError(f"{open_blocks[-1][1]!r} is open", position=len(text))
    if text[at:]:
        open_blocks[0][2].append(Text(text[at:]))
    return Block(open_blocks[0][2])


DATA: Context = {
    "title": "A <b> & \"c\"", "user": {"name": "Ann", "tags": ["x", "y<"], "admin": True},
    "items": [{"n": 1, "sub": [{"n": 2}, {"m": 3}]}, {"n": 4, "sub": []}], "none": None, "zero": 0, "title2": "t"}


def main() -> None:
    partials = {"row": parse("[{{n}}{{^sub}} leaf{{/sub}}]"), "rows": parse("{{#items}}{{> row}}{{/items}}")}
    for text in ("Hello {{user.name}}{{! gone }}!", "{{title}} / {{& title}}", "{{#user.tags}}({{.}}){{/user.tags}}",
                 "{{#items}}{{n}}:{{#sub}}{{n}}{{title2}};{{/sub}} {{/items}}", "{{^none}}no{{/none}}{{^items}}never{{/items}}{{#zero}}0{{/zero}}",
                 "{{> rows}} {{user.admin}} {{missing.a.b}}|", "", "plain }} text"):
        print(repr(parse(text).render(Stack(DATA, partials))))
    print(parse("a{{b}}{{#c}}{{^d}}x{{/d}}{{/c}}"))
    for wrong in ("{{#a}}", "{{#a}}{{/b}}", "{{/a}}", "x{{"):
        try:
            parse(wrong)
        except TemplateError as error:
            print(error, error.position)
    try:
        parse("{{> nobody}}").render(Stack({}, partials))
    except KeyError as error:
        print("no partial", error)
