"""A recursion without an end meets the guard page below the stack."""


def down(n: int) -> int:
    return down(n + 1) + n


def main() -> int:
    print("going down")
    return down(0)


if __name__ == "__main__":
    raise SystemExit(main())
