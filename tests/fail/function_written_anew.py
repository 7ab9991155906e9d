def rate() -> int:
    return 1


first = rate


def rate() -> int:
    return 2


def main() -> None:
    print(first(), rate())
