"""What an exception was raised during: the context follows the handler that is running, not the place in the text."""


class Low(Exception):
    pass


def chain(error: BaseException | None) -> str:
    words = []
    while error is not None:
        words.append(repr(error))
        error = error.__context__
    return " <- ".join(words)


def fails(what: str) -> int:
    raise Low(what)


def handles_inside() -> None:
    try:
        fails("inner")
    except Low:
        pass


def leaves_early(how: int) -> int:
    for i in range(3):
        try:
            fails("early")
        except Low:
            if how == 0:
                return i
            if how == 1:
                break
            continue
    return -1


def outer(what: int) -> None:
    try:
        fails("first")
    except Low:
        if what == 0:
            fails("from a call")
        elif what == 1:
            handles_inside()
            fails("after one that was handled inside")
        elif what == 2:
            leaves_early(0)
            leaves_early(1)
            leaves_early(2)
            print([1, 2][what + 3])
        elif what == 3:
            try:
                fails("second")
            except Low as again:
                raise again
        elif what == 4:
            try:
                fails("second")
            finally:
                fails("in finally")
        elif what == 5:
            raise KeyError("chosen") from None
        else:
            raise


def swallowed() -> str:
    for _ in range(1):
        try:
            fails("swallowed")
        finally:
            break
    try:
        fails("clean")
    except Low as e:
        return chain(e)
    return "not reached"


def ring() -> None:
    a = Low("a")
    try:
        try:
            raise a
        except Low:
            raise KeyError("b")
    except KeyError:
        raise a


def main() -> None:
    for what in range(7):
        try:
            outer(what)
        except (LookupError, Low) as e:
            print(what, chain(e), e.__cause__)
    try:
        fails("alone")
    except Low as e:
        print(chain(e))
    print([leaves_early(how) for how in range(3)])
    try:
        fails("alone again")
    except Low as e:
        print(chain(e))
    print(swallowed())
    try:
        ring()
    except Low as e:
        print(chain(e))


if __name__ == "__main__":
    main()
