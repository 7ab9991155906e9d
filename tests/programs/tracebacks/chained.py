def f() -> None:
    d = {"a": 1}
    try:
        print(d["b"])
    except KeyError as e:
        raise ValueError("outer") from e


def g() -> None:
    try:
        f()
    except ValueError:
        x: list[int] = []
        print(x[3])


def main() -> int:
    g()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
