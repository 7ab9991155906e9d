"""assert: when it raises, what it evaluates, its message."""


def note(text: str) -> str:
    print(f"[{text}]", end=" ")
    return text


def check(n: int) -> int:
    assert n > 0
    assert n < 100, note(f"too big: {n}")
    assert n % 2 == 0, ("odd", n)
    return n


def main() -> None:
    for n in (2, 0, 100, 3):
        try:
            print(check(n))
        except AssertionError as e:
            print(f"AssertionError {e} {str(e) == ''}")
    assert True, note("never")
    value: int | None = 5
    assert value is not None
    print(value + 1)
    try:
        raise AssertionError
    except AssertionError as e:
        print(repr(e))


if __name__ == "__main__":
    raise SystemExit(main())
