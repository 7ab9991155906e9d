from typing import Generic, NamedTuple, Protocol, TypeVar
TypeVar()

def main() -> None:
    0
