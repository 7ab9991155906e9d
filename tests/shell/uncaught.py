"""An exception that nobody catches, seen on a plain serial line: the traceback, and exit code 1."""


class Tank:
    """Holds what it is filled with."""

    def __init__(self, litres: int) -> None:
        self.litres = litres

    def share(self, parts: int) -> int:
        return self.litres // parts


def serve(tank: Tank, guests: list[str]) -> int:
    return tank.share(len(guests))


def main() -> int:
    print("filling")
    return serve(Tank(40), [])


if __name__ == "__main__":
    raise SystemExit(main())
