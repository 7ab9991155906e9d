# rumpkc: build FILE -t riscv46
def main() -> None:
    print(1)
