"""Membership in a value of several types: text looks for text."""


def has(x: list[str] | str, y: str) -> bool:
    return y in x
def main() -> None:
    print(has("hello", "ell"), has(["hello"], "ell"), has(["a"], "a"))
main() if __name__ == "__main__" else None
