"""Case and classes of whole texts. ASCII is done byte by byte, everything else by Unicode's tables (unicode.py)."""

from lib.core import unicode
from lib.core.strmem import code_at, code_width, data, is_ascii, is_tail, nbytes, new_str, put_code, width_at
from lib.core.text import StrBuilder
from rumpk import Array, Ptr, u8, unchecked

_code: Array[u8, 8] = Array[u8, 8]()    # one code point on its way into a builder


@unchecked
def _put(out: StrBuilder, code: int, words: list[int]) -> None:
    """Add `words`, or `code` where there are none."""
    if len(words) == 0:
        put_code(Ptr[u8](_code), 0, code)
        out.append_bytes(Ptr[u8](_code), code_width(code), 1)
        return
    for word in words:
        put_code(Ptr[u8](_code), 0, word)
        out.append_bytes(Ptr[u8](_code), code_width(word), 1)


def _put_upper(out: StrBuilder, code: int) -> None:
    _put(out, unicode.to_upper(code), unicode.upper_words(code))


def _put_lower(out: StrBuilder, s: str, at: int, code: int) -> None:
    if code == 0x3A3:
        _put(out, 0x3C2 if _ends_word(s, at) else 0x3C3, [])
    else:
        _put(out, unicode.to_lower(code), unicode.lower_words(code))


def _put_title(out: StrBuilder, code: int) -> None:
    _put(out, unicode.to_title(code), unicode.title_words(code))


@unchecked
def _ends_word(s: str, at: int) -> bool:
    """Whether the sigma at `at` is the last letter of a word: a cased letter before it, none behind."""
    place, before, behind = data(s), at, at + 2
    while True:
        if before == 0:
            return False
        before -= 1
        while is_tail(place[before]):
            before -= 1
        code = code_at(place, before)
        if not unicode.is_ignorable(code):
            if not unicode.is_cased(code):
                return False
            break
    while behind < nbytes(s):
        code = code_at(place, behind)
        if not unicode.is_ignorable(code):
            return not unicode.is_cased(code)
        behind += width_at(place, behind)
    return True


@unchecked
def upper_str(s: str) -> str:
    """`s.upper()`."""
    place, count = data(s), nbytes(s)
    if is_ascii(s):
        out = new_str(count, count)
        to = data(out)
        for i in range(count):
            byte = place[i]
            to[i] = byte - 32 if 97 <= byte and byte <= 122 else byte
        return out
    builder, at = StrBuilder(), 0
    while at < count:
        _put_upper(builder, code_at(place, at))
        at += width_at(place, at)
    return builder.finish()


@unchecked
def lower_str(s: str) -> str:
    """`s.lower()`."""
    place, count = data(s), nbytes(s)
    if is_ascii(s):
        out = new_str(count, count)
        to = data(out)
        for i in range(count):
            byte = place[i]
            to[i] = byte + 32 if 65 <= byte and byte <= 90 else byte
        return out
    builder, at = StrBuilder(), 0
    while at < count:
        _put_lower(builder, s, at, code_at(place, at))
        at += width_at(place, at)
    return builder.finish()


@unchecked
def capitalized(s: str) -> str:
    """`s.capitalize()`: the first character in title case, the others in lower case."""
    builder, at, place = StrBuilder(), 0, data(s)
    while at < nbytes(s):
        code = code_at(place, at)
        if at == 0:
            _put_title(builder, code)
        else:
            _put_lower(builder, s, at, code)
        at += width_at(place, at)
    return builder.finish()


@unchecked
def titled(s: str) -> str:
    """`s.title()`: each letter behind one that has no case in title case, the others in lower case."""
    builder, at, place, inside = StrBuilder(), 0, data(s), False
    while at < nbytes(s):
        code = code_at(place, at)
        if inside:
            _put_lower(builder, s, at, code)
        else:
            _put_title(builder, code)
        inside = unicode.is_cased(code)
        at += width_at(place, at)
    return builder.finish()


@unchecked
def swapped(s: str) -> str:
    """`s.swapcase()`."""
    builder, at, place = StrBuilder(), 0, data(s)
    while at < nbytes(s):
        code = code_at(place, at)
        if unicode.is_upper(code):
            _put_lower(builder, s, at, code)
        elif unicode.is_lower(code):
            _put_upper(builder, code)
        else:
            _put(builder, code, [])
        at += width_at(place, at)
    return builder.finish()


@unchecked
def folded(s: str) -> str:
    """`s.casefold()`."""
    if is_ascii(s):
        return lower_str(s)
    builder, at, place = StrBuilder(), 0, data(s)
    while at < nbytes(s):
        code = code_at(place, at)
        _put(builder, unicode.to_folded(code), unicode.folded_words(code))
        at += width_at(place, at)
    return builder.finish()


# Classes: every character, and at least one

@unchecked
def all_alpha(s: str) -> bool:
    """`s.isalpha()`."""
    place, at, count = data(s), 0, nbytes(s)
    while at < count and unicode.is_alpha(code_at(place, at)):
        at += width_at(place, at)
    return at == count and count > 0


@unchecked
def all_alnum(s: str) -> bool:
    """`s.isalnum()`."""
    place, at, count = data(s), 0, nbytes(s)
    while at < count and unicode.is_alnum(code_at(place, at)):
        at += width_at(place, at)
    return at == count and count > 0


@unchecked
def all_digit(s: str) -> bool:
    """`s.isdigit()`."""
    place, at, count = data(s), 0, nbytes(s)
    while at < count and unicode.is_digit(code_at(place, at)):
        at += width_at(place, at)
    return at == count and count > 0


@unchecked
def all_decimal(s: str) -> bool:
    """`s.isdecimal()`."""
    place, at, count = data(s), 0, nbytes(s)
    while at < count and unicode.is_decimal(code_at(place, at)):
        at += width_at(place, at)
    return at == count and count > 0


@unchecked
def all_numeric(s: str) -> bool:
    """`s.isnumeric()`."""
    place, at, count = data(s), 0, nbytes(s)
    while at < count and unicode.is_numeric(code_at(place, at)):
        at += width_at(place, at)
    return at == count and count > 0


@unchecked
def all_space(s: str) -> bool:
    """`s.isspace()`."""
    place, at, count = data(s), 0, nbytes(s)
    while at < count and unicode.is_space(code_at(place, at)):
        at += width_at(place, at)
    return at == count and count > 0


@unchecked
def all_printable(s: str) -> bool:
    """`s.isprintable()`, which the empty text is."""
    place, at, count = data(s), 0, nbytes(s)
    while at < count and unicode.is_printable(code_at(place, at)):
        at += width_at(place, at)
    return at == count


@unchecked
def is_identifier(s: str) -> bool:
    """`s.isidentifier()`."""
    place, at, count = data(s), 0, nbytes(s)
    if count == 0 or not unicode.starts_name(code_at(place, 0)):
        return False
    while at < count and unicode.continues_name(code_at(place, at)):
        at += width_at(place, at)
    return at == count


@unchecked
def is_upper_text(s: str) -> bool:
    """`s.isupper()`: an upper-case letter, and none of lower or title case."""
    place, at, some = data(s), 0, False
    while at < nbytes(s):
        code = code_at(place, at)
        if unicode.is_lower(code) or unicode.is_title(code):
            return False
        some = some or unicode.is_upper(code)
        at += width_at(place, at)
    return some


@unchecked
def is_lower_text(s: str) -> bool:
    """`s.islower()`: a lower-case letter, and none of upper or title case."""
    place, at, some = data(s), 0, False
    while at < nbytes(s):
        code = code_at(place, at)
        if unicode.is_upper(code) or unicode.is_title(code):
            return False
        some = some or unicode.is_lower(code)
        at += width_at(place, at)
    return some


@unchecked
def is_title_text(s: str) -> bool:
    """`s.istitle()`: upper or title case exactly at the begin of each word."""
    place, at, some, inside = data(s), 0, False, False
    while at < nbytes(s):
        code = code_at(place, at)
        if unicode.is_upper(code) or unicode.is_title(code):
            if inside:
                return False
            inside, some = True, True
        elif unicode.is_lower(code):
            if not inside:
                return False
        else:
            inside = False
        at += width_at(place, at)
    return some
