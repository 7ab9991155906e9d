from dataclasses import dataclass


class Door:
    class Stuck(Exception):
        pass


@dataclass
class Code(Exception):
    number: int


class Mute(ValueError):
    def __str__(self) -> str:
        raise RuntimeError("it has no text")


def parse() -> None:
    try:
        raise Code(3)
    except Code as e:
        raise Mute from e


def unpack() -> None:
    class Odd(Door.Stuck):
        pass

    try:
        parse()
    except Mute:
        try:
            [1].remove(2)
        except ValueError as e:
            raise Odd("three bytes") from e


def main() -> int:
    try:
        unpack()
    except Door.Stuck as e:
        raise Door.Stuck("the door") from e
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
