# exit: 1
"""Nobody catches it."""


def down(n: int) -> int:
    return down(n + 1) + 1


def main() -> None:
    print("before")
    down(0)
