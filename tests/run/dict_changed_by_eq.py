"""Comparisons that change the dict, set or list that is searched."""


class K:
    def __init__(self, n: int, d: "dict[K, str] | None" = None, mode: int = 0) -> None:
        self.n = n
        self.d = d
        self.mode = mode

    def __hash__(self) -> int:
        return 1

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, K):
            return False
        if self.d is not None and self.mode:
            mode, self.mode = self.mode, 0
            if mode == 1:
                self.d.clear()
            elif mode == 2:
                for k in list(self.d):
                    if k.n == 1:
                        del self.d[k]
                        break
            elif mode == 3:
                self.d[K(50)] = "new"
        return self.n == other.n


class E:
    def __init__(self, n: int, xs: "list[E]") -> None:
        self.n = n
        self.xs = xs

    def __eq__(self, other: object) -> bool:
        self.xs.clear()
        return isinstance(other, E) and self.n == other.n


def fresh(mode: int) -> dict[K, str]:
    d: dict[K, str] = {K(0): "zero", K(1): "one", K(2): "two"}
    for k in d:
        if k.n == 1:
            k.d = d
            k.mode = mode
    return d


def fresh_set(mode: int) -> tuple[set[K], dict[K, str]]:
    d = fresh(0)
    s = {K(0), K(1, d, mode), K(2)}
    return s, d


class M:
    def __init__(self, n: int, s: "set[M] | None" = None) -> None:
        self.n = n
        self.s = s

    def __hash__(self) -> int:
        return 1

    def __eq__(self, other: object) -> bool:
        s, self.s = self.s, None
        if s is not None:
            s.clear()
        return isinstance(other, M) and self.n == other.n


def run_eqclear() -> None:
    for mode in (1, 2, 3):
        d = fresh(mode)
        print(mode, d.get(K(1)), len(d))
        d = fresh(mode)
        try:
            print(mode, d[K(1)], len(d))
        except KeyError:
            print("KeyError", len(d))
        d = fresh(mode)
        print(mode, d.pop(K(1), "none"), len(d))
        d = fresh(mode)
        print(mode, d.setdefault(K(1), "dflt"), len(d))
        d = fresh(mode)
        print(mode, K(1) in d, len(d))
        d = fresh(mode)
        d[K(1)] = "uno"
        print(mode, list(d.values()))
        d = fresh(mode)
        try:
            del d[K(1)]
            print(mode, list(d.values()))
        except KeyError:
            print("KeyError", len(d))
    ms: set[M] = {M(1), M(2)}
    for m in ms:
        if m.n == 2:
            m.s = ms
    print(M(2) in ms, len(ms))
    ms.add(M(3, ms))
    print(len(ms))
    ms.add(M(4, ms))
    print(len(ms), sorted(m.n for m in ms))
    xs: list[E] = []
    for i in range(4):
        xs.append(E(i, xs))
    print(xs.count(E(1, [])), len(xs))
    for i in range(4):
        xs.append(E(i, xs))
    print(E(0, xs) in xs, len(xs))
    for i in range(4):
        xs.append(E(i, xs))
    try:
        xs.remove(E(0, xs))
    except ValueError as e:
        print(e)
    print(len(xs))
    for i in range(4):
        xs.append(E(i, xs))
    print(xs.index(E(0, xs)), len(xs))
    ys: list[E] = []
    for i in range(3):
        ys.append(E(i, ys))
    print(ys == [E(0, ys), E(1, ys), E(2, ys)], len(ys))
    for i in range(3):
        ys.append(E(i, ys))
    print(ys < [E(0, ys), E(1, ys)], len(ys))


def main() -> None:
    run_eqclear()


if __name__ == "__main__":
    main()
