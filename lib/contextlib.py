"""`contextlib`: contextmanager, ContextDecorator, closing, nullcontext, suppress, redirect_stdout, ExitStack."""

from abc import ABC, abstractmethod
from functools import wraps
from typing import Callable, Generator, Generic, ParamSpec, TypeVar

from lib.redirection import set_errors, set_output

T = TypeVar("T")
P = ParamSpec("P")
R = TypeVar("R")
Class = type[BaseException] | None
Leave = Callable[[Class, BaseException | None, object | None], bool | None]


class AbstractContextManager(ABC, Generic[T]):
    """What a `with` statement takes."""

    @abstractmethod
    def __enter__(self) -> T: ...

    @abstractmethod
    def __exit__(self, kind: Class, error: BaseException | None, trace: object | None) -> bool | None: ...


class ContextDecorator(AbstractContextManager[T]):
    """Context managers that decorate functions too: each call runs inside of a `with`."""

    def _recreate_cm(self) -> "ContextDecorator[T]":
        """The manager of one call."""
        return self

    def __call__(self, func: Callable[P, R]) -> Callable[P, R]:
        @wraps(func)
        def inner(*args: P.args, **kwds: P.kwargs) -> R:
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _GeneratorContextManager(ContextDecorator[T]):
    """What a function below `@contextmanager` gives (`types/wrapped.py`): the block runs where the generator yields.
    `again` makes the generator of each further block, where it decorates a function; one of the image has none yet."""

    def __init__(self, gen: Generator[T, None, None], again: Callable[[], Generator[T, None, None]]) -> None:
        self.gen: Generator[T, None, None] | None = gen
        self.again = again
        self.entered = False

    def _recreate_cm(self) -> "_GeneratorContextManager[T]":
        return _GeneratorContextManager(self.again(), self.again)

    def __enter__(self) -> T:
        if self.entered:                # CPython's has deleted what it was made with
            raise AttributeError("'_GeneratorContextManager' object has no attribute 'args'")
        self.entered = True
        gen = self.gen
        if gen is None:
            gen = self.gen = self.again()
        try:
            return next(gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind: Class, error: BaseException | None, trace: object | None) -> bool | None:
        gen = self.gen
        if gen is None:
            return False
        if error is None:
            try:
                next(gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            gen.throw(error)
        except StopIteration as stop:
            return stop is not error
        except RuntimeError as other:
            if other is error or isinstance(error, StopIteration) and other.__cause__ is error:
                return False
            raise
        except BaseException as other:
            if other is not error:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


class closing(AbstractContextManager[T]):  # noqa: N801
    """Calls `close` of a thing when the block is left."""

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __enter__(self) -> T:
        return self.thing

    def __exit__(self, kind: Class, error: BaseException | None, trace: object | None) -> bool | None:
        self.thing.close()
        return None


class nullcontext(AbstractContextManager[T]):  # noqa: N801
    """Does nothing: stands where a context manager is wanted."""

    def __init__(self, enter_result: T) -> None:
        self.enter_result = enter_result

    def __enter__(self) -> T:
        return self.enter_result

    def __exit__(self, kind: Class, error: BaseException | None, trace: object | None) -> bool | None:
        return None


class redirect_stdout(AbstractContextManager[T]):  # noqa: N801
    """`print` writes to another place while the block runs."""

    def __init__(self, new_target: T) -> None:
        self._new_target = new_target
        self._before: list[Callable[[str], None] | None] = []

    def __enter__(self) -> T:
        target = self._new_target

        def put(s: str) -> None:
            target.write(s)

        self._before.append(set_output(put))
        return target

    def __exit__(self, kind: Class, error: BaseException | None, trace: object | None) -> bool | None:
        set_output(self._before.pop())
        return None


class redirect_stderr(AbstractContextManager[T]):  # noqa: N801
    """The same for standard error."""

    def __init__(self, new_target: T) -> None:
        self._new_target = new_target
        self._before: list[Callable[[str], None] | None] = []

    def __enter__(self) -> T:
        target = self._new_target

        def put(s: str) -> None:
            target.write(s)

        self._before.append(set_errors(put))
        return target

    def __exit__(self, kind: Class, error: BaseException | None, trace: object | None) -> bool | None:
        set_errors(self._before.pop())
        return None


def contextmanager() -> None:
    """The compiler reads it where it decorates a function: types/wrapped.py."""


class suppress(AbstractContextManager[None]):  # noqa: N801
    """Ends the block where one of some exceptions is raised in it: `types/library_calls.py` makes the test."""

    def __init__(self, expected: Callable[[BaseException], bool]) -> None:
        self._expected = expected

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: Class, error: BaseException | None, trace: object | None) -> bool:
        return error is not None and self._expected(error)


def _follow(new: BaseException, before: BaseException | None, handled: BaseException | None) -> None:
    """The end of the chain of contexts of `new`, which began while `handled` was handled, becomes the exception before
    it, as if blocks were nested."""
    end = new
    while True:
        context = end.__context__
        if context is None or context is before:
            return
        if context is handled:
            break
        end = context
    end.__context__ = before


class ExitStack(AbstractContextManager["ExitStack"]):
    """What is to be done when the block is left, the newest first. `types/overloads.py` makes the functions that it
    holds out of `enter_context`, `push` and `callback`."""

    def __init__(self) -> None:
        self._exits: list[Leave] = []

    def __enter__(self) -> "ExitStack":
        return self

    def _push(self, leave: Leave) -> None:
        self._exits.append(leave)

    def _callback(self, call: Callable[[], None]) -> None:
        def leave(kind: Class, error: BaseException | None, trace: object | None) -> bool | None:
            call()
            return None

        self._exits.append(leave)

    def pop_all(self) -> "ExitStack":
        out = ExitStack()
        out._exits, self._exits = self._exits, out._exits  # noqa: SLF001
        return out

    def close(self) -> None:
        self.__exit__(None, None, None)

    def __exit__(self, kind: Class, error: BaseException | None, trace: object | None) -> bool | None:
        now, raised = error, False
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(kind if now is error or now is None else type(now), now, trace if now is error else None):
                    now, raised = None, False
            except BaseException as new:  # noqa: BLE001 - CPython's does so
                _follow(new, now, error)
                now, raised = new, True
        if now is not None and raised:
            context = now.__context__
            try:
                raise now
            finally:
                now.__context__ = context
        return error is not None and now is None
