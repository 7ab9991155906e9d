"""`json.JSONEncoder`, to which programs give a `default` of their own."""

from typing import Callable, Iterator, TypeVar

from lib.core.text import StrBuilder
from lib.json_write import Style, margin_of, separators_of, write

T = TypeVar("T")


class JSONEncoder:
    """Writes JSON."""

    def __init__(
        self,
        *,
        skipkeys: bool = False,
        ensure_ascii: bool = True,
        check_circular: bool = True,
        allow_nan: bool = True,
        sort_keys: bool = False,
        indent: int | str | None = None,
        separators: tuple[str, str] | None = None,
        default: Callable[[object], object] | None = None,
    ) -> None:
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent: int | str | None = indent
        self.item_separator, self.key_separator = separators_of(indent, separators)
        self._default = default

    def default(self, o: object) -> object:
        """Something known of what JSON has not."""
        given = self._default
        if given is not None:
            return given(o)
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o: object) -> str:
        out = StrBuilder()
        style = _StyleOfEncoder(margin_of(self.indent), self.item_separator, self.key_separator, self.ensure_ascii,
                                self.allow_nan, self.sort_keys, self.skipkeys, self.check_circular)
        style.encoder = self
        write(out, o, style, 0)
        return out.finish()

    def iterencode(self, o: object) -> Iterator[str]:
        """All in one piece."""
        yield self.encode(o)


class _StyleOfEncoder(Style):
    """How to write, where an encoder makes something known of what JSON has not."""

    encoder: JSONEncoder

    def write_unknown(self, out: StrBuilder, x: T, level: int) -> None:
        write(out, self.encoder.default(x), self, level)
