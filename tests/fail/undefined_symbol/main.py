# rumpkc: build FILE -o build/undefined.elf
"""C that no object defines."""
from rumpk import extern


@extern("uart_wirte")
def uart_write(value: int) -> int: ...


def main() -> None:
    print(uart_write(1))
