from collections import Counter, OrderedDict, deque


class Queue(deque[int]):
    pass


class Table(OrderedDict[str, int]):
    pass


class Bag(Counter[str]):
    pass


def plain(items: deque[int]) -> deque[int]:
    return items.copy()


def main() -> None:
    queue, table, bag = Queue([1]), Table(), Bag("ab")
    print(queue + queue)
    print(queue * 2)
    print(table.copy())
    print(table | {"b": 1})
    print(bag.copy(), bag + bag)
