"""Makes a folder where it is run; there must be nothing yet."""

import os


def main() -> None:
    print(os.listdir())
    os.mkdir("d")


if __name__ == "__main__":
    main()
