# rumpkc: build FILE -o build/tests/no_main.elf
"""An app without `main`."""


def mian() -> None:
    print(1)
