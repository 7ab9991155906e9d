# exit: 7
# alone: its `main` gives more than the others'
"""`main` may give an int or None."""


def main() -> int | None:
    print("seven")
    if len("x") == 2:
        return None
    return 7


if __name__ == "__main__":
    raise SystemExit(main())
