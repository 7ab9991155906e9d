"""What the builtin `open` gives: files of text and of bytes over the calls of `os`.

The compiler reads the mode of a call of `open`, which has to stand there, and takes `open_text`, `open_reader`,
`open_writer` or `open_both` (types/open_calls.py). What is written waits in the file's object for `flush`, `close` or
the program's end; text is read in parts of 8192 bytes, each decoded as a whole, so that wrong bytes are an error as
early as in CPython.
"""

from typing import Final

import lib.os as system
from lib.core.str_codec import MARK, decode_bytes, encode_str
from lib.core.text import set_at_end
from lib.os_errors import text_of
from lib.os_files import DIRECTORY, KIND
from lib.streams import BinaryIO, TextIO, UnsupportedOperation

PART: Final = 8192                      # bytes that are read at once, and that wait at most to be written
MODE: Final = 0o666
LF: Final = 10
CR: Final = 13

_late: list["Channel"] = []             # those that hold back what was written


def _write_late() -> None:
    """The program ends."""
    for channel in _late[:]:
        try:
            channel.flush()
        except OSError:
            pass


class Channel:
    """A descriptor, what was read ahead of its reader, and what was written to it and waits."""

    def __init__(self, path: str, mode: str) -> None:
        kinds = mode.replace("b", "").replace("t", "")
        self.reads = "r" in kinds or "+" in kinds
        self.writes = kinds != "r"
        access = system.O_RDWR if "+" in kinds else system.O_WRONLY if self.writes else system.O_RDONLY
        if "w" in kinds:
            access |= system.O_CREAT | system.O_TRUNC
        elif "x" in kinds:
            access |= system.O_CREAT | system.O_EXCL
        elif "a" in kinds:
            access |= system.O_CREAT | system.O_APPEND
        self.fd = system.open(path, access, MODE)
        self.closed = False
        self._ahead = b""
        self._at = 0
        self._waits = bytearray()
        if system.fstat(self.fd).st_mode & KIND == DIRECTORY:
            self.close()
            raise OSError(21, text_of(21), path)
        if "a" in kinds:
            system.lseek(self.fd, 0, system.SEEK_END)

    def more(self) -> bytes:
        """The next bytes, at most PART; none at the end."""
        self.flush()
        if self._at < len(self._ahead):
            out = self._ahead[self._at:]
            self._ahead, self._at = b"", 0
            return out
        return system.read(self.fd, PART)

    def take(self, count: int) -> bytes:
        """`count` bytes, or those up to the end."""
        out = bytearray()
        while len(out) < count:
            part = self.more()
            if not part:
                break
            rest = count - len(out)
            if len(part) > rest:
                self.give_back(part, rest)
                part = part[:rest]
            out += part
        return bytes(out)

    def take_all(self) -> bytes:
        out = bytearray()
        while part := self.more():
            out += part
        return bytes(out)

    def take_line(self, limit: int) -> bytes:
        """Bytes up to the next line feed; at most `limit`, where that is not negative."""
        out = bytearray()
        while limit < 0 or len(out) < limit:
            part = self.more()
            if not part:
                break
            end = part.find(b"\n") + 1
            length = end if end > 0 else len(part)
            if limit >= 0:
                length = min(length, limit - len(out))
            self.give_back(part, length)
            out += part[:length]
            if end > 0 and length == end:
                break
        return bytes(out)

    def give_back(self, part: bytes, used: int) -> None:
        """Of the `part` that `more` gave, only the first bytes were used."""
        self._ahead, self._at = part, used

    def put(self, data: bytes) -> None:
        """Bytes that are written, or wait."""
        if self._at < len(self._ahead):
            self.seek(0, system.SEEK_CUR)
        if not self._waits:
            _late.append(self)
        self._waits += data
        if len(self._waits) > PART:
            self.flush()

    def flush(self) -> None:
        """Write what waits. What cannot be written is lost, as the error says."""
        if not self._waits:
            return
        data = bytes(self._waits)
        self._waits.clear()
        _late.remove(self)
        at = 0
        while at < len(data):
            at += system.write(self.fd, data[at:])

    def tell(self) -> int:
        return system.lseek(self.fd, 0, system.SEEK_CUR) - (len(self._ahead) - self._at) + len(self._waits)

    def seek(self, to: int, whence: int) -> int:
        self.flush()
        if whence == system.SEEK_CUR:
            to -= len(self._ahead) - self._at
        self._ahead, self._at = b"", 0
        return system.lseek(self.fd, to, whence)

    def truncate(self, size: int | None) -> int:
        self.flush()
        length = self.tell() if size is None else size
        system.ftruncate(self.fd, length)
        return length

    def close(self) -> None:
        """Write what waits, and give the descriptor back; the second time nothing happens."""
        if self.closed:
            return
        self.closed = True
        try:
            self.flush()
        finally:
            system.close(self.fd)


class _Bytes(BinaryIO):
    """A file of bytes, as it was opened."""

    def __init__(self, path: str, mode: str) -> None:
        self._channel = Channel(path, mode)
        self.closed = False
        self.name = path
        # `io.open` gives what FileIO calls the mode
        self.mode = ("rb+" if "r" in mode or "w" in mode else mode.replace("b", "").replace("+", "") + "b+") \
            if "+" in mode else mode.replace("b", "") + "b"

    def _open(self) -> bool:
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return True

    def _reads(self) -> Channel:
        self._open()
        if not self._channel.reads:
            raise UnsupportedOperation("read")
        return self._channel

    def _writes(self) -> Channel:
        self._open()
        if not self._channel.writes:
            raise UnsupportedOperation("write")
        return self._channel

    def readable(self) -> bool:
        self._open()
        return self._channel.reads

    def writable(self) -> bool:
        self._open()
        return self._channel.writes

    def read(self, size: int | None = -1, /) -> bytes:
        channel = self._reads()
        return channel.take_all() if size is None or size < 0 else channel.take(size)

    def read1(self, size: int = -1, /) -> bytes:
        part = self._reads().more()
        if 0 <= size < len(part):
            self._channel.give_back(part, size)
            return part[:size]
        return part

    def readinto(self, buffer: bytearray, /) -> int:
        data = self._reads().take(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size: int | None = -1, /) -> bytes:
        return self._reads().take_line(-1 if size is None else size)

    def write(self, part: bytes | bytearray, /) -> int:
        self._writes().put(part if isinstance(part, bytes) else bytes(part))
        return len(part)

    def tell(self) -> int:
        self._open()
        return self._channel.tell()

    def seek(self, cookie: int, whence: int = 0, /) -> int:
        self._open()
        return self._channel.seek(cookie, whence)

    def truncate(self, size: int | None = None, /) -> int:
        return self._writes().truncate(size)

    def flush(self) -> None:
        self._open()
        self._channel.flush()

    def fileno(self) -> int:
        self._open()
        return self._channel.fd

    def close(self) -> None:
        self.closed = True
        self._channel.close()


class BufferedReader(_Bytes):
    """What `open(path, "rb")` gives."""


class BufferedWriter(_Bytes):
    """What `open(path, "wb")` gives."""


class BufferedRandom(_Bytes):
    """What `open(path, "r+b")` gives."""


class TextIOWrapper(TextIO):
    """What `open(path)` gives: text, decoded as it is read and encoded as it is written."""

    def __init__(self, path: str, mode: str, encoding: str, errors: str, newline: str | None) -> None:
        encode_str("", encoding, errors)                # an encoding that there is not is an error before any file
        if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self._channel = Channel(path, mode)
        self.closed = False
        self.name = path
        self.mode = mode
        self.encoding = encoding
        self._signed = encoding.lower().replace("_", "-") == "utf-8-sig"
        self._codec = "utf-8" if self._signed else encoding
        self._skips = self._signed      # a mark may be what is read next
        self._marks = self._signed and self._channel.tell() == 0        # one is due before what is written next
        self.errors = errors
        self._newline = newline
        self._part = b""                # the bytes of `_text`
        self._rest = b""                # the beginning of a character, or of "\r\n", whose end was not read so far
        self._text = ""
        self._at = 0                    # what of `_text` was given out
        self._ended = False
        self._tells = True              # no loop over the lines is going on

    def _open(self) -> bool:
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return True

    def _reads(self) -> None:
        self._open()
        if not self._channel.reads:
            raise UnsupportedOperation("not readable")

    def readable(self) -> bool:
        self._open()
        return self._channel.reads

    def writable(self) -> bool:
        self._open()
        return self._channel.writes

    def _take_in(self, data: bytes, last: bool) -> None:
        """Decode what came, behind what is not given out yet; the beginning of a character waits for its end."""
        data = self._rest + data
        if self._skips:
            if len(data) < len(MARK) and MARK.startswith(data):
                self._rest = b"" if last else data      # half a mark at the end of a file is nothing
                return
            data, self._skips = data.removeprefix(MARK), False
        size = len(data) if last else _whole(data, self._codec)
        self._rest = data[size:]
        left = self._text[self._at:]
        kept = _bytes_of(self._part, self._text, self._at, self._newline) if left else 0
        before = self._part[len(self._part) - kept:]
        fresh = decode_bytes(data[:size], self._codec, self.errors)
        if self._newline is None and "\r" in fresh:
            fresh = fresh.replace("\r\n", "\n").replace("\r", "\n")
        self._part = before + data[:size]
        self._text = left + fresh
        self._at = 0

    def _more(self) -> bool:
        """Read on; False at the end."""
        data = self._channel.more()
        if not data and not self._rest:
            return False
        self._take_in(data, not data)
        return True

    def read(self, size: int | None = -1, /) -> str:
        self._reads()
        if size is None or size < 0:
            self._take_in(self._channel.take_all(), True)
            out = self._text[self._at:]
            self._at = len(self._text)
            return out
        while len(self._text) - self._at < size and self._more():
            pass
        out = self._text[self._at:self._at + size]
        self._at += len(out)
        return out

    def _line_end(self, start: int) -> int:
        """Where the line ends whose end is searched from `start` on; 0: not in what was read so far."""
        if self._newline is None or self._newline == "\n":
            return self._text.find("\n", start) + 1
        if self._newline != "":
            found = self._text.find(self._newline, start)
            return found + len(self._newline) if found >= 0 else 0
        feed, back = self._text.find("\n", start), self._text.find("\r", start)
        if back < 0 or 0 <= feed < back:
            return feed + 1
        return back + 2 if feed == back + 1 else back + 1

    def readline(self, size: int | None = -1, /) -> str:
        self._reads()
        limit = -1 if size is None else size
        seen = 0
        while True:
            end = self._line_end(self._at + seen)
            if end > 0 or 0 <= limit <= len(self._text) - self._at:
                break
            seen = max(len(self._text) - self._at - 1, 0) if self._newline == "\r\n" else len(self._text) - self._at
            if not self._more():
                end = len(self._text)
                break
        if end == 0:
            end = len(self._text)
        if limit >= 0:
            end = min(end, self._at + limit)
        out = self._text[self._at:end]
        self._at = end
        return out

    def __next__(self) -> str:
        self._tells = False
        line = self.readline()
        if not line:
            self._tells = True
            raise StopIteration
        return line

    def _forget(self) -> None:
        self._part, self._rest, self._text, self._at = b"", b"", "", 0

    def write(self, part: str, /) -> int:
        self._open()
        if not self._channel.writes:
            raise UnsupportedOperation("not writable")
        newline = self._newline
        text = part.replace("\n", newline) if newline == "\r" or newline == "\r\n" else part
        data = encode_str(text, "utf-8-sig" if self._marks else self._codec, self.errors)
        self._marks = False
        if self._text:
            self._forget()
        self._channel.put(data)
        return len(part)

    def tell(self) -> int:
        self._open()
        if not self._tells:
            raise OSError("telling position disabled by next() call")
        read = _bytes_of(self._part, self._text, self._at, self._newline)
        return self._channel.tell() - len(self._rest) - read

    def seek(self, cookie: int, whence: int = 0, /) -> int:
        self._open()
        if whence == system.SEEK_CUR:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), system.SEEK_SET
        elif whence == system.SEEK_END:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence != system.SEEK_SET:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self._forget()
        self._tells = True
        position = self._channel.seek(cookie, whence)
        self._skips = self._marks = self._signed and position == 0
        return position

    def truncate(self, size: int | None = None, /) -> int:
        self._open()
        self._channel.flush()
        if not self._channel.writes:
            raise UnsupportedOperation("truncate")
        return self._channel.truncate(self.tell() if size is None else size)

    def flush(self) -> None:
        self._open()
        self._channel.flush()

    def fileno(self) -> int:
        self._open()
        return self._channel.fd

    def close(self) -> None:
        self.closed = True
        self._channel.close()


def _whole(data: bytes, encoding: str) -> int:
    """How many bytes of `data` can be decoded before the next ones are there: a character, or "\\r\\n", may go on."""
    size = len(data)
    if encoding == "utf-8":
        for back in range(1, min(4, size) + 1):
            byte = data[size - back]
            if byte & 0xC0 != 0x80:
                wanted = 1 if byte < 0xC2 or byte > 0xF4 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                if wanted > back:
                    size -= back
                break
    return size - 1 if size > 0 and data[size - 1] == CR else size


def _bytes_of(part: bytes, text: str, start: int, newline: str | None) -> int:
    """How many bytes of `part`, which is `text`, stand for the characters from `start` on."""
    if len(part) == len(text):
        return len(text) - start
    at = 0
    wide = not text.isascii()
    for letter in text[:start]:
        if newline is None and letter == "\n" and part[at] == CR and part[at + 1:at + 2] == b"\n":
            at += 2
        elif wide:
            at += len(letter.encode())
        else:
            at += 1
    return len(part) - at


def _plain(name: str) -> str:
    """The name of an encoding as this file asks for it."""
    short = name.lower().replace("_", "-")
    return "utf-8" if short in ("utf-8", "utf8", "u8") else name


def _begin() -> None:
    set_at_end(_write_late)


def open_text(file: str, mode: str = "r", buffering: int = -1, encoding: str | None = None,
              errors: str | None = None, newline: str | None = None) -> TextIOWrapper:
    """A file of text; UTF-8 where nothing else is asked for."""
    _begin()
    return TextIOWrapper(file, mode, "utf-8" if encoding is None else _plain(encoding),
                         "strict" if errors is None else errors, newline)


def open_reader(file: str, mode: str = "rb", buffering: int = -1) -> BufferedReader:
    """A file of bytes that is read."""
    _begin()
    return BufferedReader(file, mode)


def open_writer(file: str, mode: str = "wb", buffering: int = -1) -> BufferedWriter:
    """A file of bytes that is written."""
    _begin()
    return BufferedWriter(file, mode)


def open_both(file: str, mode: str = "r+b", buffering: int = -1) -> BufferedRandom:
    """A file of bytes that is read and written."""
    _begin()
    return BufferedRandom(file, mode)


def open(file: str) -> TextIOWrapper:  # noqa: A001
    """What the name `open` means before its arguments are read."""
    return open_text(file)
