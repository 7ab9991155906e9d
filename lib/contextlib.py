"""`contextlib`: closing, nullcontext."""

from typing import Generic, TypeVar

T = TypeVar("T")


class closing(Generic[T]):  # noqa: N801
    """Calls `close` of a thing when the block is left."""

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __enter__(self) -> T:
        return self.thing

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> None:
        self.thing.close()


class nullcontext(Generic[T]):  # noqa: N801
    """Does nothing: stands where a context manager is wanted."""

    def __init__(self, enter_result: T) -> None:
        self.enter_result = enter_result

    def __enter__(self) -> T:
        return self.enter_result

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> None:
        pass
