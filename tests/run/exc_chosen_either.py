"""`except on:` where `on` is a class or a tuple of classes, known when the program runs."""


def guard(on: type[Exception] | tuple[type[Exception], ...] = Exception) -> int:
    def inner() -> int:
        try:
            return int("x")
        except on as e:
            print(e)
            return 2
    return inner()


def main() -> None:
    print(guard(ValueError), guard((KeyError, ValueError)), guard())
    try:
        guard(KeyError)
    except ValueError as e:
        print("not caught inside", e)
    try:
        guard((KeyError, OSError))
    except ValueError as e:
        print("nor here", e)


if __name__ == "__main__":
    main()
