# rumpkc: build FILE --no-debgu
def main() -> None:
    print(1)
