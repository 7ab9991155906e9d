# rumpkc: biuld FILE
def main() -> None:
    print(1)
