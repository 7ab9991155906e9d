from typing import get_args

Number = int | str


def main() -> None:
    print(get_args(Number))


if __name__ == "__main__":
    main()
