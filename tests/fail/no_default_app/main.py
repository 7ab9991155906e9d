# rumpkc: build
def main() -> None:
    print(1)
