"""Classes below deque, Counter and OrderedDict show their names."""

from __future__ import annotations
from collections import Counter, OrderedDict, deque


class Q(deque[int]):
    def peek(self) -> int:
        return self[0]


class C(Counter[str]):
    def best(self) -> str:
        return self.most_common(1)[0][0]


class LRU(OrderedDict[str, int]):
    def use(self, key: str) -> int:
        self.move_to_end(key)
        return self[key]

    def shrink(self, size: int) -> None:
        while len(self) > size:
            self.popitem(last=False)


def main() -> None:
    q = Q([1, 2])
    q.appendleft(0)
    print(q, q.peek(), Q(), deque([1]), Q([1, 2, 3], maxlen=2))
    c = C("aab")
    print(c, c.best(), C(), Counter("ab"))
    lru = LRU()
    lru["a"] = 1
    lru["b"] = 2
    lru["c"] = 3
    print(lru.use("a"), lru, LRU(), OrderedDict(a=1))
    lru.shrink(2)
    print(lru, list(lru))


if __name__ == "__main__":
    main()
