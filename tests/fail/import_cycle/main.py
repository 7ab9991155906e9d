import a


def main() -> int:
    return a.ONE
