"""main() that returns nothing: exit code 0."""


def main() -> None:
    print("done")


if __name__ == "__main__":
    raise SystemExit(main())
