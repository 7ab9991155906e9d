"""The exceptions that Python has built in, with CPython's texts.

`_message_` is what `str(e)` gives; it is None after a call without arguments. `_shown_` is what `repr(e)` has behind
the name of the class, `(3)` or `('a', 1)`; it is None where the one argument is the str `_message_`. `_values_` are
the other arguments, kept where the program asks for `args`; the compiler fills them in (types/exceptions.py). `_late_`
makes both texts when they are asked for, where an argument may show otherwise by then (late_text.py). `_trace_` holds
the return addresses of the newest raise, innermost first (runtime.py fills and prints them). `_cause_` is the X of
`raise … from X`, `_context_` the exception that was being handled when this one was raised. Their names are such as no
program gives to a field of its own class of exceptions: `self._message` would be this class's.
"""

from abc import abstractmethod

from lib.core.late_text import take_args
from lib.core.text import StrBuilder, append_hex_escape
from rumpk import Ptr, usize


class Late:
    """What makes the texts of an exception."""

    @abstractmethod
    def text(self) -> str:
        """`str(e)`."""

    @abstractmethod
    def shown(self) -> str:
        """What `repr(e)` has behind the name of the class."""

    @abstractmethod
    def key(self) -> str:
        """`str(e)` of a KeyError."""


class BaseException:
    """The root of all that can be raised."""

    _message_: str | None
    _shown_: str | None
    _values_: tuple[object, ...] | None
    _late_: Late | None
    _cause_: "BaseException | None"
    _context_: "BaseException | None"
    _suppress_context_: bool
    _trace_: Ptr[usize]
    _trace_len_: int
    _trace_left_out_: int               # calls between those that were noted
    _trace_uniform_: bool               # they all return to one place
    _handler_: usize                    # the frame of the function that caught it last
    _notes_: list[str] | None           # of `add_note`

    def __init__(self, message: str | None = None) -> None:
        self._message_ = message
        self._shown_ = None
        self._values_ = None
        self._late_ = None

    def _take_late_(self, late: Late, values: tuple[object, ...] | None) -> None:
        """Arguments whose texts are made when they are asked for."""
        self._late_ = late
        self._values_ = values

    def _take_(self, text: str, shown: str, values: tuple[object, ...] | None) -> None:
        """Other arguments than one str."""
        self._message_ = text
        self._shown_ = shown
        self._values_ = values
        self._late_ = None

    @property
    def args(self) -> tuple[object, ...]:
        values, text = self._values_, self._message_
        if values is not None:
            return values
        if text is None or self._shown_ is not None:
            return ()
        return (text,)

    @args.setter
    def args(self, values: tuple[object, ...]) -> None:
        take_args(self, values)

    def __str__(self) -> str:
        late, text = self._late_, self._message_
        if late is not None:
            return late.text()
        return "" if text is None else text

    def __repr__(self) -> str:
        late, text, shown = self._late_, self._message_, self._shown_
        name = type(self).__name__
        if late is not None:
            return name + late.shown()
        if text is None:
            return f"{name}()"
        return f"{name}({text!r})" if shown is None else name + shown

    @property
    def __cause__(self) -> "BaseException | None":
        return self._cause_

    @__cause__.setter
    def __cause__(self, cause: "BaseException | None") -> None:
        self._cause_ = cause
        self._suppress_context_ = True

    @property
    def __context__(self) -> "BaseException | None":
        return self._context_

    @__context__.setter
    def __context__(self, context: "BaseException | None") -> None:
        self._context_ = context

    @property
    def __suppress_context__(self) -> bool:
        return self._suppress_context_

    @__suppress_context__.setter
    def __suppress_context__(self, suppress: bool) -> None:
        self._suppress_context_ = suppress

    def _traceback_title_(self) -> str:
        """The class in the report of an exception that nobody catches. Outside of this file the compiler writes it."""
        return type(self).__name__

    def add_note(self, note: str) -> None:
        """A line more for the report of an exception that nobody catches."""
        notes = self._notes_
        if notes is None:
            self._notes_ = [note]
        else:
            notes.append(note)

    @property
    def __notes__(self) -> list[str]:
        notes = self._notes_
        if notes is None:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '__notes__'")
        return notes

    def with_traceback(self, trace: object | None) -> "BaseException":
        """The exception without the traceback of an earlier raise."""
        self._trace_len_ = 0
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
    """Its text is the repr of the key."""

    def __str__(self) -> str:
        late, text, shown = self._late_, self._message_, self._shown_
        if late is not None:
            return late.key()
        if text is None:
            return ""
        return repr(text) if shown is None else text


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

    @property
    def args(self) -> tuple[object, ...]:
        values = self._values_
        return (self.encoding, self.object, self.start, self.end, self.reason) if values is None else values

    @args.setter
    def args(self, values: tuple[object, ...]) -> None:
        take_args(self, values)

    def __repr__(self) -> str:
        late, place = self._late_, f"{self.start}, {self.end}, {self.reason!r}"
        if late is not None:
            return type(self).__name__ + late.shown()
        return f"{type(self).__name__}({self.encoding!r}, {self.object!r}, {place})"


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

    @property
    def args(self) -> tuple[object, ...]:
        values = self._values_
        return (self.encoding, self.object, self.start, self.end, self.reason) if values is None else values

    @args.setter
    def args(self, values: tuple[object, ...]) -> None:
        take_args(self, values)

    def __repr__(self) -> str:
        late, place = self._late_, f"{self.start}, {self.end}, {self.reason!r}"
        if late is not None:
            return type(self).__name__ + late.shown()
        return f"{type(self).__name__}({self.encoding!r}, {self.object!r}, {place})"


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
    """What a generator returns is its one argument."""

    @property
    def value(self) -> object:
        values = self.args
        return values[0] if values else None


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
    """Its text names the error number, if it was made with one (types/exceptions.py)."""

    errno: int | None
    strerror: str | None
    filename: str | None


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


class ChildProcessError(OSError):
    pass


class ProcessLookupError(OSError):
    pass


class ConnectionAbortedError(ConnectionError):
    pass


class ConnectionRefusedError(ConnectionError):
    pass


class ConnectionResetError(ConnectionError):
    pass


class UserWarning(Warning):
    pass


class DeprecationWarning(Warning):
    pass


class PendingDeprecationWarning(Warning):
    pass


class SyntaxWarning(Warning):
    pass


class RuntimeWarning(Warning):
    pass


class FutureWarning(Warning):
    pass


class ImportWarning(Warning):
    pass


class UnicodeWarning(Warning):
    pass


class BytesWarning(Warning):
    pass


class ResourceWarning(Warning):
    pass


class EncodingWarning(Warning):
    pass


class ReferenceError(Exception):
    pass


class SystemError(Exception):
    pass


class StopAsyncIteration(Exception):
    pass


class SyntaxError(Exception):
    """Python reads more from a second argument: the place in a text. Here it has a message."""

    def __init__(self, msg: str) -> None:
        super().__init__(msg)
        self.msg = msg


class IndentationError(SyntaxError):
    pass


class TabError(IndentationError):
    pass


class GeneratorExit(BaseException):
    pass


class KeyboardInterrupt(BaseException):
    pass


class SystemExit(BaseException):
    """Ends the program with `code`; None is 0, and text is printed and is 1."""

    code: int | str | None              # set by the compiler, as `args` are


def os_error(number: int) -> OSError:
    """What `OSError(number, …)` makes: the numbers of Linux have classes of their own."""
    if number == 2:
        return FileNotFoundError()
    if number == 1 or number == 13:
        return PermissionError()
    if number == 17:
        return FileExistsError()
    if number == 20:
        return NotADirectoryError()
    if number == 21:
        return IsADirectoryError()
    if number == 4:
        return InterruptedError()
    if number == 110:
        return TimeoutError()
    if number == 11 or number == 114 or number == 115:
        return BlockingIOError()
    if number == 32 or number == 108:
        return BrokenPipeError()
    if number == 103:
        return ConnectionAbortedError()
    if number == 104:
        return ConnectionResetError()
    if number == 111:
        return ConnectionRefusedError()
    if number == 10:
        return ChildProcessError()
    if number == 3:
        return ProcessLookupError()
    return OSError()
