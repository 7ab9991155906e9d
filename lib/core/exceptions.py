"""The exceptions that Python has built in, with CPython's texts.

`_message` is what `str(e)` gives; it is None after a call without arguments. `_trace` holds the return addresses of
the newest raise, innermost first (runtime.py fills and prints them). `_cause` is the X of `raise … from X`, `_context`
the exception that was being handled when this one was raised.
"""

from lib.core.text import StrBuilder, append_hex_escape
from rumpk import Ptr, usize


class BaseException:
    """The root of all that can be raised."""

    _message: str | None
    _cause: "BaseException | None"
    _context: "BaseException | None"
    _suppress_context: bool
    _trace: Ptr[usize]
    _trace_len: int
    _trace_left_out: int                # calls between those that were noted
    _trace_uniform: bool                # they all return to one place
    _handler: usize                     # the frame of the function that caught it last

    def __init__(self, message: str | None = None) -> None:
        self._message = message

    def __str__(self) -> str:
        text = self._message
        return "" if text is None else text

    def __repr__(self) -> str:
        text = self._message
        return f"{type(self).__name__}()" if text is None else f"{type(self).__name__}({text!r})"

    @property
    def __cause__(self) -> "BaseException | None":
        return self._cause

    @property
    def __context__(self) -> "BaseException | None":
        return self._context

    def with_traceback(self, trace: object | None) -> "BaseException":
        """The exception itself: its traceback is made when it is raised."""
        return self


class Exception(BaseException):
    pass


class ArithmeticError(Exception):
    pass


class ZeroDivisionError(ArithmeticError):
    pass


class OverflowError(ArithmeticError):
    pass


class FloatingPointError(ArithmeticError):
    pass


class LookupError(Exception):
    pass


class IndexError(LookupError):
    pass


class KeyError(LookupError):
    """Its text is the repr of the key. `_is_repr`: `_message` is that repr already."""

    _is_repr: bool

    def __str__(self) -> str:
        text = self._message
        if text is None:
            return ""
        return text if self._is_repr else repr(text)

    def __repr__(self) -> str:
        return f"KeyError({self.__str__()})"


class ValueError(Exception):
    pass


class UnicodeError(ValueError):
    pass


class UnicodeDecodeError(UnicodeError):
    """Bytes that are no text: `object[start:end]` and the reason."""

    encoding: str
    object: bytes
    start: int
    end: int
    reason: str

    def __init__(self, encoding: str, object: bytes, start: int, end: int, reason: str) -> None:  # noqa: A002
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self) -> str:
        if self.end == self.start + 1:
            byte = self.object[self.start]
            digits = "0123456789abcdef"
            where = f"byte 0x{digits[byte >> 4]}{digits[byte & 15]} in position {self.start}"
        else:
            where = f"bytes in position {self.start}-{self.end - 1}"
        return f"'{self.encoding}' codec can't decode {where}: {self.reason}"


class UnicodeEncodeError(UnicodeError):
    """Text that has no bytes in an encoding: `object[start:end]` and the reason."""

    encoding: str
    object: str
    start: int
    end: int
    reason: str

    def __init__(self, encoding: str, object: str, start: int, end: int, reason: str) -> None:  # noqa: A002
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self) -> str:
        if self.end == self.start + 1:
            out = StrBuilder()
            append_hex_escape(out, ord(self.object[self.start]))
            where = f"character '{out.finish()}' in position {self.start}"
        else:
            where = f"characters in position {self.start}-{self.end - 1}"
        return f"'{self.encoding}' codec can't encode {where}: {self.reason}"


class TypeError(Exception):
    pass


class AttributeError(Exception):
    pass


class NameError(Exception):
    pass


class UnboundLocalError(NameError):
    pass


class RuntimeError(Exception):
    pass


class NotImplementedError(RuntimeError):
    pass


class RecursionError(RuntimeError):
    pass


class StopIteration(Exception):
    pass


class AssertionError(Exception):
    pass


class MemoryError(Exception):
    pass


class BufferError(Exception):
    pass


class EOFError(Exception):
    pass


class ImportError(Exception):
    pass


class ModuleNotFoundError(ImportError):
    pass


class OSError(Exception):
    pass


class BlockingIOError(OSError):
    pass


class ConnectionError(OSError):
    pass


class BrokenPipeError(ConnectionError):
    pass


class FileExistsError(OSError):
    pass


class FileNotFoundError(OSError):
    pass


class InterruptedError(OSError):
    pass


class IsADirectoryError(OSError):
    pass


class NotADirectoryError(OSError):
    pass


class PermissionError(OSError):
    pass


class TimeoutError(OSError):
    pass


class Warning(Exception):
    pass


class GeneratorExit(BaseException):
    pass


class KeyboardInterrupt(BaseException):
    pass


class SystemExit(BaseException):
    """Ends the program with `code`; None is 0."""

    code: int | None

    def __init__(self, code: int | None = None) -> None:
        self.code = code

    def __str__(self) -> str:
        return "" if self.code is None else str(self.code)

    def __repr__(self) -> str:
        return "SystemExit()" if self.code is None else f"SystemExit({self.code})"
