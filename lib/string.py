"""`string`: the constants, `capwords`, and `Template`."""

from typing import TypeVar

from lib.core.text import StrBuilder

V = TypeVar("V")

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits = "0123456789"
hexdigits = "0123456789abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s: str, sep: str | None = None) -> str:
    """The words that `split` finds, capitalised and joined again."""
    if sep is None:
        return " ".join([word.capitalize() for word in s.split()])
    return sep.join([word.capitalize() for word in s.split(sep)])


class Template:
    """Text with `$name` and `${name}` in it; `types/overloads.py` makes a dict of the arguments that have names."""

    def __init__(self, template: str) -> None:
        self.template = template

    def _word(self, at: int) -> str:
        """The name that begins at a place: ASCII letters, digits and underscores."""
        end = at
        for c in self.template[at:]:
            if not (c == "_" or c.isascii() and (c.isalpha() or c.isdigit() and end > at)):
                break
            end += 1
        return self.template[at:end]

    def _wrong(self, at: int) -> ValueError:
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            return ValueError("Invalid placeholder in string: line 1, col 1")
        column = at - len("".join(lines[:-1]))
        return ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")

    def _fill(self, mapping: dict[str, V], named: dict[str, str], safe: bool) -> str:
        text = self.template
        out = StrBuilder()
        at = 0
        while True:
            place = text.find("$", at)
            if place < 0:
                out.append(text[at:])
                return out.finish()
            out.append(text[at:place])
            if text.startswith("$", place + 1):
                out.append("$")
                at = place + 2
                continue
            name = self._word(place + 1)
            end = place + 1 + len(name)
            if text.startswith("{", place + 1):
                name = self._word(place + 2)
                end = place + 3 + len(name)
                if not text.startswith("}", end - 1):
                    name = ""
            if name:
                out.append(self._value(name, mapping, named, safe, text[place:end]))
                at = end
            elif safe:
                out.append("$")
                at = place + 1
            else:
                raise self._wrong(place + 1)

    def get_identifiers(self) -> list[str]:
        """The names in the template, each once, in order."""
        found: list[str] = []
        self._walk(found)
        return found

    def is_valid(self) -> bool:
        """Whether `substitute` finds no wrong placeholder."""
        return self._walk([])

    def _walk(self, found: list[str]) -> bool:
        """Collect the names; whether every dollar sign belongs to one or to another."""
        text, at, valid = self.template, 0, True
        while True:
            place = text.find("$", at)
            if place < 0:
                return valid
            at = place + 1
            if text.startswith("$", at):
                at += 1
                continue
            braced = text.startswith("{", at)
            name = self._word(at + 1 if braced else at)
            end = at + len(name) + (2 if braced else 0)
            if not name or braced and not text.startswith("}", end - 1):
                valid = False
                continue
            at = end
            if name not in found:
                found.append(name)

    def _value(self, name: str, mapping: dict[str, V], named: dict[str, str], safe: bool, written: str) -> str:
        found = named.get(name)
        if found is not None:
            return found
        try:
            return str(mapping[name])
        except KeyError:
            if not safe:
                raise KeyError(name) from None
        return written
