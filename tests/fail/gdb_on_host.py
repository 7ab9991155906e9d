# rumpkc: gdb FILE -t host
def main() -> None:
    print(1)
