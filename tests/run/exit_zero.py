"""main() that returns 0: exit code 0."""


def main() -> int:
    print("done")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
