# A function that prints is called while compiling.
def table() -> list[int]:
    print("filling")
    return [1, 2]


TABLE = table()


def main() -> None:
    print(TABLE)
