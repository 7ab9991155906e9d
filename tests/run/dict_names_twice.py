"""An argument with a name that dict gets twice."""


def main() -> None:
    d = {"a": 1}
    try:
        print(dict(a=1, **d))
    except TypeError as e:
        print(e)
    try:
        print(dict(**d, **d))
    except TypeError as e:
        print(e)
    print(dict(b=1, **d), dict(**d, **{"z": 2}))
    x = dict({})
    x["a"] = 1


if __name__ == "__main__":
    main()
