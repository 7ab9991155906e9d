from dataclasses import dataclass

YES = True


@dataclass(frozen=YES)
class A:
    x: int
