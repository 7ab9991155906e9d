"""Every kind of enumeration: aliases, flags and their names, text members, membership, walking over them."""

from enum import Enum, IntEnum, IntFlag, Flag, StrEnum, auto, unique
@unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

class Alias(Enum):
    A = 1
    B = 1
    C = 2

class Level(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10

class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
    RWX = 7

class Style(Flag):
    BOLD = auto()
    ITALIC = auto()
    UNDER = auto()
    BI = BOLD | ITALIC

class Mode(StrEnum):
    FAST = auto()
    SLOW = "slow-mode"

class Op(Enum):
    ADD = "+"
    SUB = "-"

    def apply(self, a: int, b: int) -> int:
        if self is Op.ADD:
            return a + b
        return a - b

    @classmethod
    def parse(cls, text: str) -> "Op":
        for op in cls:
            if op.value == text:
                return op
        raise ValueError(f"no op {text}")

    def __str__(self) -> str:
        return f"op{self.value}"

def main() -> None:
    modes = [Mode.FAST, Mode.SLOW]
    print("+".join(Mode), "+".join(modes), "+".join([Mode.SLOW, "x"]), "+".join((Mode.SLOW, Mode.FAST)))
    print("+".join(mode for mode in Mode), "+".join([mode for mode in modes]), "+".join(reversed(modes)), "+".join({Mode.FAST}))
    print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"])
    print([c for c in Color], list(Color), len(Color), Color.RED in Color, Color.RED == Color.RED, Color.RED is Color(1))
    print({Color.RED: "r", Color.BLUE: "b"}, [c.name for c in reversed(Color)])
    try:
        Color(9)
    except ValueError as e:
        print(e)
    try:
        Color["PINK"]
    except KeyError as e:
        print(e)
    print(Alias.A is Alias.B, Alias.B, list(Alias), Alias["B"])
    print(Level.LOW < Level.HIGH, Level.MID + 1, sorted([Level.HIGH, Level.LOW]), max(Level), Level.LOW == 1, f"{Level.MID}", repr(Level.MID), str(Level.MID))
    print(Level(5), Level.HIGH in [1, 10], [10, 20, 30][Level.LOW])
    p = Perm.R | Perm.W
    print(p, repr(p), int(p), Perm.R in p, Perm.X in p, p & Perm.W, p ^ Perm.R, bool(p & Perm.X), ~p, Perm.RWX, Perm(5))
    print(repr(Perm.R), repr(Perm(0)), repr(Perm(3)), p == 6, Perm.R.name, p.value)
    s = Style.BOLD | Style.UNDER
    print(s, repr(s), Style.BOLD in s, Style.ITALIC in s, bool(s & Style.ITALIC), Style.BI, list(s), ~Style.BOLD)
    print(Mode.FAST, repr(Mode.SLOW), Mode.SLOW == "slow-mode", Mode("fast"), Mode.FAST + "!", Mode.SLOW.upper(), f"{Mode.FAST:>6}")
    print(Op.ADD.apply(1, 2), Op("-").apply(5, 3), Op.parse("+"), repr(Op.SUB), f"{Op.ADD}")
    try:
        Op.parse("*")
    except ValueError as e:
        print(e)
    for name, member in Color.__members__.items():
        print(name, member)
    print(isinstance(Color.RED, Color), isinstance(Level.LOW, int), type(Color.RED).__name__)

if __name__ == "__main__":
    main()
