def area(width: int, height: int) -> int:
    return widht * height + heigth


def main() -> None:
    words = ["a"]
    print([w.upper() for w in wrods], nothing, words, nothing)
    count: int = totl + word
