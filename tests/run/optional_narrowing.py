"""Optional values: narrowing by is None, truth, early return, assert, isinstance, loops, short circuit."""


class Node:
    def __init__(self, key: int) -> None:
        self.key = key
        self.left: Node | None = None
        self.right: Node | None = None


def insert(root: Node | None, key: int) -> Node:
    if root is None:
        return Node(key)
    if key < root.key:
        root.left = insert(root.left, key)
    elif key > root.key:
        root.right = insert(root.right, key)
    return root


def walk(node: Node | None, out: list[int]) -> None:
    if node:
        walk(node.left, out)
        out.append(node.key)
        walk(node.right, out)


def height(node: Node | None) -> int:
    return 0 if node is None else 1 + max(height(node.left), height(node.right))


def lookup(table: dict[str, int], key: str) -> int | None:
    return table.get(key)


def describe(value: int | None) -> str:
    if value is not None and value > 10:
        return f"big {value}"
    if value is None:
        return "nothing"
    return f"small {value + 1}"


def parse(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def first_long(words: list[str]) -> str | None:
    for word in words:
        if len(word) > 3:
            return word
    return None


def main() -> None:
    root: Node | None = None
    for key in (5, 2, 8, 1, 9, 3, 5):
        root = insert(root, key)
    out: list[int] = []
    walk(root, out)
    print(out, height(root), height(None))
    table = {"a": 5, "b": 50, "zero": 0}
    for name in ("a", "b", "c", "zero"):
        print(describe(lookup(table, name)), end="; ")
    print()
    found = lookup(table, "a") or -1
    other = lookup(table, "zero") or -1
    print(found, other, lookup(table, "c") is None)
    print(lookup(table, "a") == 5, lookup(table, "c") == 5)
    total = 0.0
    for text in ("1.5", "x", "2", ""):
        number = parse(text)
        if number is None:
            continue
        total += number
    print(total)
    word = first_long(["a", "bb", "cccc"])
    assert word is not None
    print(word.upper(), first_long([]), [parse("1"), parse("q")])
    node = root
    while node is not None and node.left is not None:
        node = node.left
    print(node.key if node is not None else "none")
    maybe: str | None = "text"
    print(len(maybe), maybe if maybe else "empty", f"{None} {maybe!r}")
    maybe = None
    print(maybe, str(maybe), maybe is None)
    counts: list[int | None] = [1, None, 3]
    print(sum([c for c in counts if c is not None]), [c if c else 0 for c in counts])


if __name__ == "__main__":
    raise SystemExit(main())
