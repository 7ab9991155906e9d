"""`add_note` and `__notes__` of exceptions."""


class Bad(ValueError):
    def __init__(self, n: int) -> None:
        self.n = n
        super().__init__(f"bad {n}")


def check(n: int) -> None:
    if n < 0:
        e = ValueError("negative")
        e.add_note("give a positive")
        e.add_note("or 0")
        raise e
    raise Bad(n)


def main() -> None:
    try:
        check(-1)
    except ValueError as e:
        print(e, e.__notes__, len(e.__notes__))
    try:
        check(3)
    except Bad as e:
        try:
            print(e.__notes__)
        except AttributeError as a:
            print(a)
        e.add_note(f"n was {e.n}")
        try:
            raise
        except ValueError as again:
            again.__notes__.append("more")
            print(again.__notes__, again is e)


if __name__ == "__main__":
    main()
