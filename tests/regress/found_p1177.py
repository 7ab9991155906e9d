from typing import ClassVar, Final, Generic, NamedTuple, Protocol, TypeVar
T = TypeVar()

def main() -> None:
    pass
