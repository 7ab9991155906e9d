from enum import Enum, Flag


class Same(Enum):
    ONE = 1
    TRUE = True


class Style(Flag):
    BOLD = 1

    @classmethod
    def _missing_(cls, value: object) -> "Style | None":
        return None


class Plain(Enum):
    A = 1

    def _missing_(self, value: object) -> "Plain | None":
        return None


def main() -> None:
    print(Same.ONE, Style(1), Plain(2))
