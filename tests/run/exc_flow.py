"""Exceptions through with, loops, finally and recursion; contexts and causes."""

from __future__ import annotations
import sys
from typing import Optional

class Res:
    open_count = 0
    def __init__(self, name: str, fail_enter: bool = False, fail_exit: bool = False) -> None:
        self.name, self.fail_enter, self.fail_exit = name, fail_enter, fail_exit
    def __enter__(self) -> Res:
        if self.fail_enter:
            raise RuntimeError(f"enter {self.name}")
        Res.open_count += 1
        print("open", self.name)
        return self
    def __exit__(self, t: object | None, e: Optional[BaseException], tb: object | None) -> Optional[bool]:
        Res.open_count -= 1
        print("close", self.name, "with", repr(e))
        if self.fail_exit:
            raise ValueError(f"exit {self.name}")
        return None

def f(k: int) -> str:
    try:
        with Res("a"), Res("b", fail_enter=k == 1) as b, Res("c", fail_exit=k == 2):
            if k == 3:
                raise KeyError(k)
            if k == 4:
                return "ret " + b.name
            if k == 5:
                sys.exit(3)
        return "end"
    except (RuntimeError, ValueError) as e:
        return f"{type(e).__name__} {e} ctx={e.__context__!r}"
    except KeyError as e:
        return f"key {e}"
    except SystemExit as e:
        return f"exit {e.code}"
    finally:
        print("finally", k, Res.open_count)

def loop() -> list[str]:
    out: list[str] = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            if i == 2:
                raise ValueError(i)
            out.append(f"body {i}")
        except ValueError as e:
            out.append(f"except {e}")
            if i == 2:
                continue
        else:
            out.append(f"else {i}")
        finally:
            out.append(f"finally {i}")
    else:
        out.append("no break")
    return out

def deep(n: int) -> int:
    try:
        if n == 0:
            raise LookupError("bottom")
        return deep(n - 1)
    except LookupError as e:
        if n == 2:
            raise TypeError("mid") from e
        raise
    finally:
        print("unwind", n)

def reraise() -> None:
    try:
        try:
            raise ValueError("one")
        except ValueError:
            try:
                raise KeyError("two")
            except KeyError:
                pass
            raise
    except ValueError as e:
        print("re", e, e.__context__)

def shadow() -> str:
    e = "outer"
    try:
        raise ValueError("x")
    except ValueError as err:
        e = str(err)
    return e

def retval() -> int:
    x = 1
    try:
        return x
    finally:
        x = 2

def gen_finally() -> str:
    try:
        return "try"
    except Exception:
        return "never"
    else:
        return "else"
    finally:
        print("gf")

class Base(Exception):
    def __init__(self, msg: str, *, code: int = 0) -> None:
        super().__init__(msg)
        self.code = code

class Sub(Base):
    def __str__(self) -> str:
        return f"[{self.code}] {self.args[0]}"

def main() -> None:
    for k in range(6):
        print(f(k))
    print(loop())
    try:
        deep(3)
    except TypeError as e:
        print(e, "<-", repr(e.__cause__))
    reraise()
    print(shadow(), retval(), gen_finally())
    try:
        raise Sub("m", code=4)
    except Base as e:
        print(e, repr(e), e.code, isinstance(e, Sub), e.args)
    errors: list[Exception] = [ValueError("a"), Sub("b"), KeyError("c")]
    for err in errors:
        try:
            raise err
        except (KeyError, Base) as e:
            print("caught", type(e).__name__, e)
        except Exception as e:
            print("other", e)
    try:
        assert 1 == 2, "math"
    except AssertionError as e:
        print(repr(e))
    try:
        raise NotImplementedError
    except NotImplementedError as e:
        print(repr(e), str(e) == "")
    try:
        int("12a")
    except ValueError as e:
        print(e)
    try:
        raise StopIteration(3)
    except StopIteration as e:
        print(repr(e))
    print(issubclass(Sub, Exception), isinstance(Sub("q"), (KeyError, Base)))

if __name__ == "__main__":
    main()
