# exit: 130
"""A KeyboardInterrupt that nobody catches."""


def f() -> None:
    raise KeyboardInterrupt("x")


def main() -> None:
    try:
        f()
    except KeyboardInterrupt as error:
        print(repr(error))
    f()


if __name__ == "__main__":
    main()
