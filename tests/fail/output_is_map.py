# rumpkc: build FILE -o build/tests/image.map
def main() -> None:
    print(1)
