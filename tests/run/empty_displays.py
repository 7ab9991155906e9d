"""Empty displays and tuples that nothing tells the items of, where they are used at once."""

def main() -> None:
    print(max([], default=0), min([], default="x"), max({}, default=None))
    print(all([]), any([]), len([]), sorted([]), len({}), sum([]), list([]), tuple([]), set([]), bool([]), not [])
    for x in []:
        print(x)
    else:
        print("else")
    for k in {}:
        print(k)
    print(str([]), repr({}), f"{[]} {dict()} {list()}", len(list()), len(set()), len(dict()))
    print("".join([]), bytes([]), bytearray([]))
    print([] == [], [1] == [], [] + [1], [1] + [], 3 in [], "a" not in {}, 3 in ())
    print(sorted({}), sorted([], reverse=True), [] == {}, [] != [])
    print([y for y in []], {y for y in []}, [*[], 1])
    xs = sorted([])
    xs.append(3)
    ys = [n * 2 for n in []]
    ys += [4]
    print(xs, ys, sum([], 5), sum([], []), [] or [1], [] if xs else [2], [1] if xs else [])
    assert [] == list(())
    if []:
        print("no")
    while []:
        print("never")
    print(max((), default=0), min((), default="x"))
    print(all(()), any(()), len(()), sorted(()), sum(()), list(()), tuple(()), set(()), not ())
    for x in ():
        print(x)
    print("".join(()), bytes(()), bytearray(()))
    print([x for x in ()], {x for x in ()}, [*(), 1])


if __name__ == "__main__":
    main()
