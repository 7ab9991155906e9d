# rumpkc: explain E0340x
def main() -> None:
    print(1)
