"""A factory, or a default, that would be another object at each evaluation."""

import itertools
from dataclasses import dataclass, field


def made() -> list[int]:
    return []


@dataclass
class Ticket:
    number: int = field(default_factory=itertools.count(1).__next__)


@dataclass
class Noted:
    log: list[int] = field(default=made(), init=False)


def main() -> int:
    print(Ticket(), Noted())
    return 0
