"""Flags that are no single member, in constants: defaults, tables, fields of objects that module bodies made."""

from dataclasses import dataclass, field
from enum import Flag, IntFlag, auto


class Needs(IntFlag):
    RAMP = 1
    POWER = 2
    VENT = 4
    ALL = 7


class Rights(Flag):
    READ = auto()
    WRITE = auto()


NONE = Needs(0)
BOTH = Needs.RAMP | Needs.VENT
TABLE: dict[str, Needs] = {"car": Needs.POWER, "lorry": BOTH, "bike": NONE, "odd": Needs(9), "all": Needs.ALL}
SETS = [Rights.READ, Rights.READ | Rights.WRITE, ~Rights.READ, Rights(0)]


@dataclass
class Vehicle:
    plate: str
    needs: Needs = field(default=Needs(0))
    rights: Rights = Rights.READ | Rights.WRITE


def combined(more: Needs = Needs.RAMP | Needs.POWER) -> Needs:
    return more | Needs.VENT


def main() -> None:
    for name, needs in TABLE.items():
        print(name, repr(needs), needs, int(needs), bool(needs), needs.name, Needs.VENT in needs, list(needs))
    print(SETS, [r.value for r in SETS], [r.name for r in SETS])
    print(Vehicle("a"), Vehicle("b", BOTH, Rights.READ), Vehicle("c").needs == NONE)
    print(repr(combined()), repr(combined(NONE)), repr(~BOTH), BOTH == Needs(5), hash(BOTH) == hash(Needs(5)))
    print(combined() == TABLE["all"], NONE | BOTH == BOTH, {BOTH: 1}[Needs(5)])


if __name__ == "__main__":
    raise SystemExit(main())
