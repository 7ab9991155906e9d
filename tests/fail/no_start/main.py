# rumpkc: build FILE -o build/start.elf
"""Boot code of its own, which does not say where the machine starts."""


def main() -> None:
    print(1)
