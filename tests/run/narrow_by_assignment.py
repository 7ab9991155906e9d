"""What a place of T | None holds for sure behind an assignment, of an object below T too."""

from __future__ import annotations

from typing import ClassVar


class Conf:
    cur: ClassVar[Conf | None] = None

    @classmethod
    def get(cls) -> Conf:
        if cls.cur is None:
            cls.cur = cls()
        return cls.cur


class SubConf(Conf):
    pass


class Conf_single3:
    cur: ClassVar[Conf_single3 | None] = None

    @classmethod
    def get(cls) -> Conf_single3:
        if cls.cur is None:
            cls.cur = cls()
        return cls.cur


class SubConf_single3(Conf_single3):
    pass


class Conf_nosub:
    cur: ClassVar[Conf_nosub | None] = None

    @classmethod
    def get(cls) -> Conf_nosub:
        if cls.cur is None:
            cls.cur = cls()
        return cls.cur


class Conf_nosub2:
    cur: ClassVar[Conf_nosub2 | None] = None

    @classmethod
    def get(cls) -> Conf_nosub2:
        if cls.cur is None:
            cls.cur = Conf_nosub2()
            return cls.cur
        return cls.cur


class SubConf_nosub2(Conf_nosub2):
    pass


class A:
    def __init__(self) -> None:
        self.x: A | None = None

    def get(self) -> A:
        if self.x is None:
            self.x = B()
        return self.x


class B(A):
    pass


def run_single2() -> None:
    print(
        type(SubConf.get()).__name__,
        type(Conf.get()).__name__,
        SubConf.get() is SubConf.get(),
        Conf.get() is SubConf.get(),
    )


def run_single3() -> None:
    print(
        type(Conf_single3.get()).__name__,
        type(SubConf_single3.get()).__name__,
        SubConf_single3.get() is SubConf_single3.get(),
        Conf_single3.get() is SubConf_single3.get(),
    )


def run_nosub() -> None:
    print(Conf_nosub.get() is Conf_nosub.get())


def run_nosub2() -> None:
    print(Conf_nosub2.get() is Conf_nosub2.get())


def run_field() -> None:
    print(type(A().get()).__name__)
    v: A | None = None
    if len("a") > 3:
        v = A()
    if v is None:
        v = B()
    print(type(v.get()).__name__)


def main() -> None:
    run_single2()
    run_single3()
    run_nosub()
    run_nosub2()
    run_field()


if __name__ == "__main__":
    main()
