# rumpkc: build FILE -o build/twice.elf
"""Two files of boot code define one global name."""


def main() -> None:
    print(1)
