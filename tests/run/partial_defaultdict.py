"""`defaultdict(int)`, `defaultdict(list)` without a type beside: the first uses tell it, as mypy has it."""

from collections import defaultdict


class Tally:
    def __init__(self) -> None:
        self.total = 0


def shown(table: dict[str, list[int]]) -> str:
    return ", ".join(f"{k}={v}" for k, v in table.items())


def main() -> None:
    counts = defaultdict(int)
    for word in "a b a c a".split():
        counts[word] += 1
    print(counts, dict(counts), counts["z"], len(counts))
    groups = defaultdict(list)
    for n in range(6):
        groups[n % 3].append(n * 1.5)
    groups[7] += [2.0]
    print(groups, sorted(groups), sum(groups[0]))
    letters = defaultdict(set)
    for word in ["pear", "fig", "plum"]:
        letters[word[0]].add(word)
    print(sorted(letters["p"]), letters["x"], {k: sorted(v) for k, v in letters.items()})
    nested = defaultdict(dict)
    nested["a"][1] = "one"
    nested["b"][2] = "two"
    print(nested, nested["c"])
    tallies = defaultdict(Tally)
    tallies[True].total += 3
    print({k: t.total for k, t in tallies.items()})
    given = defaultdict(list)
    given["x"] = [1, 2]
    given["y"].append(3)
    print(shown(given))
    passed = defaultdict(list)
    print(shown(passed))
    passed["q"].append(1)
    texts = defaultdict(str)
    texts["a"] += "b"
    print(dict(texts), texts["none"] == "")
    flags = defaultdict(bool)
    print(flags[3], flags)


if __name__ == "__main__":
    main()
