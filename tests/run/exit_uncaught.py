# exit: 1
"""An exception that nobody catches: what was printed stays, the exit code is 1."""


def divide(a: int, b: int) -> int:
    return a // b


def main() -> int:
    print("before", end="")
    print(" the end")
    print("no newline", end="")
    try:
        print(divide(1, 0))
    finally:
        print(", but finally ran")
    print("never")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
