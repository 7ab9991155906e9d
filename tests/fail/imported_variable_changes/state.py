"""What changes, and what stays."""

counter = 0
items: list[int] = []
LIMIT = 3


def bump() -> int:
    global counter, items
    counter += 1
    items = [*items, counter]
    return counter
