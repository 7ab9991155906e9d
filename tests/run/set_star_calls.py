"""`set().union(*sets)`, `set.intersection(*sets)`: as many sets as there are."""

def main() -> None:
    alone = {1, 2}
    print(alone.union(), alone.union() is alone, alone.intersection(), alone.difference(), alone.update(), alone)
    print(frozenset({3}).union(), alone.intersection_update(), alone.difference_update(), alone)
    sets = [{1, 2}, {2, 3}, {2, 9}]
    print(sorted(set().union(*sets)), sorted(set().union([5, 6])), sorted(set().union(*[[1], [2]])))
    print(sorted(set.union(*sets)), set.intersection(*sets), set.intersection(*map(set, ["abc", "bcd"])) == {"b", "c"})
    print(set.difference(*sets), set.intersection(*(set(x) for x in ["ab", "ac"])))
    try:
        print(set.union(*sets[3:]))
    except TypeError as error:
        print(error)
    words = {"a": ["x", "y"], "b": ["y"]}
    print(sorted(set().union(*words.values())))
    seen = set()
    seen.update("ab", "cd")
    print(sorted(seen))
    common = set.intersection(*[set(v) for v in words.values()])
    print(common)


if __name__ == "__main__":
    main()
