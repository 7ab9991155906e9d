"""The notes of an exception that nobody catches, below its message."""


def check(n: int) -> None:
    if n < 0:
        error = ValueError("negative")
        error.add_note(f"got {n}")
        error.add_note("give a positive\nor 0")
        raise error


def main() -> None:
    try:
        check(-1)
    except ValueError as e:
        e.add_note("seen")
        raise KeyError("k") from e


if __name__ == "__main__":
    main()
