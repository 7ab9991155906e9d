"""try, except, else, finally: which parts run, in which order."""


def run(kind: str) -> str:
    trace = kind + ":"
    try:
        trace += " try"
        if kind == "value":
            raise ValueError("v")
        if kind == "key":
            raise KeyError("k")
        if kind == "index":
            print([1][5])
        if kind == "zero":
            print(1 // (len(kind) - 4))
        trace += " end"
    except ValueError as e:
        trace += f" ValueError({e})"
    except (KeyError, IndexError) as e:
        trace += f" {type(e).__name__}({e})"
    except Exception as e:
        trace += f" Exception({e})"
    else:
        trace += " else"
    finally:
        trace += " finally"
    return trace


def nothing() -> None:
    try:
        pass
    except ValueError:
        print("never")


def locals_kept(n: int) -> int:
    total = 0
    i = 0
    while i < n:
        try:
            i += 1
            if i % 3 == 0:
                raise ValueError(str(i))
            total += i
        except ValueError as e:
            total += int(str(e)) * 100
    return total


def main() -> None:
    for kind in ("none", "value", "key", "index", "zero"):
        print(run(kind))
    nothing()
    print(locals_kept(10))
    try:
        raise RuntimeError
    except RuntimeError as e:
        print(repr(e), str(e) == "", [e])
    try:
        raise ValueError("it's one")
    except ValueError as e:
        print(e, repr(e), [str(e)])
    try:
        raise ValueError("text") from None
    except Exception as e:
        print(repr(e), isinstance(e, ValueError), isinstance(e, Exception), isinstance(e, KeyError))
    for text in ("1", "x", "3"):
        try:
            n = int(text)
        except ValueError:
            print("bad", text)
            continue
        else:
            if n == 3:
                break
        finally:
            print("after", text)
        print("number", n)


if __name__ == "__main__":
    raise SystemExit(main())
