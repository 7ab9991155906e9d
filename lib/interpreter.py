"""What `sys` says about numbers, text and the machine: `float_info`, `byteorder`, `maxunicode`."""

from typing import Final, NamedTuple

byteorder: Final = "little"             # of all targets
maxunicode: Final = 0x10FFFF


class _FloatInfo(NamedTuple):
    """IEEE 754 double precision."""

    max: float
    max_exp: int
    max_10_exp: int
    min: float
    min_exp: int
    min_10_exp: int
    dig: int
    mant_dig: int
    epsilon: float
    radix: int
    rounds: int

    def __repr__(self) -> str:
        return (f"sys.float_info(max={self.max}, max_exp={self.max_exp}, max_10_exp={self.max_10_exp}, "
                f"min={self.min}, min_exp={self.min_exp}, min_10_exp={self.min_10_exp}, dig={self.dig}, "
                f"mant_dig={self.mant_dig}, epsilon={self.epsilon}, radix={self.radix}, rounds={self.rounds})")


float_info: Final = _FloatInfo(1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
                               2.220446049250313e-16, 2, 1)


def getdefaultencoding() -> str:
    return "utf-8"
