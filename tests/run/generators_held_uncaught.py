# exit: 1
"""What an exception that nobody catches has kept ends behind its traceback."""

from collections.abc import Iterator


def rows(name: str) -> Iterator[int]:
    try:
        yield 0
        yield 1
    finally:
        print("end of", name)


def main() -> None:
    try:
        print(sum(sum(1 // (x + y) for x in rows("inner")) for y in rows("outer")))
    finally:
        print("finally")


if __name__ == "__main__":
    main()
