from typing import TypeVar
T = TypeVar()

def main() -> None:
    pass
