# rumpkc: build FILE --link tests/fail/link_text.py -o build/tests/link_text.elf
def main() -> None:
    print(1)
