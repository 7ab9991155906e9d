# rumpkc: build FILE --dump typechek
def main() -> None:
    print(1)
