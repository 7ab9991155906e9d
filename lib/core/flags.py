"""Names of the values of `Flag` and `IntFlag` classes, and the checks of their constructor.

A class comes as two lists: the names of its members in order, and their values. Members of one bit are the parts from
which others are made; CPython calls the others aliases.
"""

from rumpk import cold, noinline


def is_part(value: int) -> bool:
    """Whether a member is one of the bits that the class consists of."""
    return value > 0 and value & (value - 1) == 0


def mask_of(values: list[int]) -> int:
    """All bits that the members have."""
    mask = 0
    for value in values:
        mask |= value
    return mask


def flag_name(value: int, names: list[str], values: list[int]) -> str | None:
    """`RWX` of a member, `R|W` of parts, `R|W|RW|8` with bits that no part has; None without any member."""
    for at in range(len(values)):
        if values[at] == value:
            return names[at]
    shown: list[str] = []
    used, parts = 0, 0
    for at in range(len(values)):
        if is_part(values[at]):
            parts |= values[at]
            if value & values[at] & ~used != 0:
                shown.append(names[at])
                used |= values[at]
    if value & ~parts != 0:             # then members of several bits are named as well
        for at in range(len(values)):
            member = values[at]
            if member != 0 and value & member == member and not is_part(member) and member not in values[:at]:
                shown.append(names[at])
                used |= member
    rest = value & ~used
    if used == 0:
        return None
    return "|".join(shown) if rest == 0 else "|".join(shown) + "|" + str(rest)


def flag_repr(kind: str, value: int, names: list[str], values: list[int]) -> str:
    """`<Perm.R|W: 6>`."""
    name = flag_name(value, names, values)
    return f"<{kind}: {value}>" if name is None else f"<{kind}.{name}: {value}>"


def flag_str(kind: str, value: int, names: list[str], values: list[int]) -> str:
    """`Style.BOLD|UNDER`."""
    name = flag_name(value, names, values)
    return f"{kind}({value})" if name is None else f"{kind}.{name}"


def positive_bits(value: int, values: list[int]) -> int:
    """A value of an IntFlag: a negative one counts down from the bits that it and the members need."""
    if value >= 0:
        return value
    whole = 1 << mask_of(values).bit_length()
    return (whole if -whole <= value else 1 << value.bit_length()) + value


def checked_bits(kind: str, value: int, values: list[int]) -> int:
    """A value of a Flag: ValueError for bits that no member has."""
    mask = mask_of(values)
    if value < 0:
        whole = 1 << mask.bit_length()
        if -whole <= value:
            value += whole
            if value & ~mask == 0:
                return value
            value -= whole
    elif value & ~mask == 0:
        return value
    _invalid(kind, value, mask)
    return value


@noinline
@cold
def _invalid(kind: str, value: int, mask: int) -> None:
    width = max(value.bit_length(), mask.bit_length())
    given, allowed = _bits(value, width), _bits(mask, width)
    raise ValueError(f"<flag '{kind}'> invalid value {value}\n    given {given}\n  allowed {allowed}")


def _bits(value: int, width: int) -> str:
    """`0b0 0111`: a sign bit, and the others filled to the width."""
    low = value if value >= 0 else value + (1 << width)
    digits = f"{low:b}"
    return ("0b0 " if value >= 0 else "0b1 ") + "0" * (width - len(digits)) + digits
