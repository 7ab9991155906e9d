"""Says that it began, and never ends."""


def main() -> int:
    print("begun")
    count = 0
    while count >= 0:
        count = (count + 1) % 1000
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
