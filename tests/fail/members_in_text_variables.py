from collections import Counter
from enum import StrEnum


class Kind(StrEnum):
    FAST = "fast"
    SLOW = "slow"


NAMES: list[str] = [Kind.FAST, "x"]
COUNTS: Counter[str] = Counter([Kind.SLOW])
ONE: str = Kind.FAST


def main() -> None:
    print(NAMES)
    print(COUNTS.most_common())
    print(f"{ONE!r}")
