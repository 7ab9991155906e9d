"""Classes below AbstractContextManager: `__enter__` is there, `__exit__` may take `*exc`; what ExitStack calls back."""

from contextlib import AbstractContextManager, ExitStack
from types import TracebackType

LOG: list[str] = []


class Base:
    def __exit__(self, kind: object, error: object, trace: object) -> bool | None:
        return None

    def __enter__(self) -> "Base":
        return self


class Below(Base):
    def __exit__(self, *exc: object) -> None:
        print("below", [e is None for e in exc])


class First(Base):
    def __exit__(self, kind: object, *rest: object) -> bool:
        print("first", kind is None, len(rest))
        return True


class Named(AbstractContextManager[str]):
    def __enter__(self) -> str:
        return "named"

    def __exit__(self, *exc: object) -> None:
        print("left", len(exc), exc[1])


class Swallow(AbstractContextManager["Swallow"]):
    def __init__(self, *kinds: type[BaseException]) -> None:
        self.kinds = kinds
        self.caught: BaseException | None = None

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> bool:
        if exc is not None and isinstance(exc, self.kinds):
            self.caught = exc
            return True
        return False


class Bare(AbstractContextManager):
    def __exit__(self, kind: object, error: object, trace: object) -> None:
        print("left")


def main() -> None:
    with Bare() as bare:
        print(type(bare).__name__)
    items: list[Base] = [Base(), Below(), First()]
    for item in items:
        try:
            with item:
                pass
            with item:
                raise ValueError("x")
        except ValueError as e:
            print("out", e)
    try:
        with Named() as n:
            print(n)
            raise KeyError("k")
    except KeyError:
        pass
    many: list[AbstractContextManager[str]] = [Named()]
    for one in many:
        with one as m:
            print(m)
    with Swallow(ZeroDivisionError) as s:
        print(1 // 0)
    print(repr(s.caught))
    with ExitStack() as st:
        st.callback(lambda: LOG.append("cb"))
        st.callback(LOG.append, "arg")
        st.callback(lambda a: LOG.append(a * 2), "z")
        st.push(Swallow(TypeError))
        raise TypeError("swallowed")
    print(LOG)


if __name__ == "__main__":
    main()
