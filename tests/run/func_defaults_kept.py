"""Defaults belong to the function as it was made: partial and ExitStack.callback keep them."""

from contextlib import ExitStack
from functools import partial
from typing import Callable


def call(f: Callable[[], None]) -> Callable[[], None]:
    return f


def run_ld1() -> None:
    fs: list[Callable[[], int]] = []
    for i in range(3):
        fs.append(lambda i=i: i)
    print([f() for f in fs])


def run_ld3() -> None:
    def put(n: int) -> None:
        print("put", n)

    with ExitStack() as st:
        for i in range(3):
            st.callback(put, i)


def run_ld4() -> None:
    out = []
    for i in range(3):
        out.append(call(lambda i=i: print(i)))
    for f in out:
        f()


def run_ld5() -> None:
    ps: list[Callable[[], int]] = []
    for i in range(3):
        ps.append(partial(lambda a, n=i: a * 100 + n, 7))
    print([p() for p in ps])
    qs = []
    for i in range(3):

        def g(a: int, *, n: int = i, m: int = 5) -> str:
            return f"{a} {n} {m}"

        qs.append(partial(g, m=i * 10))
    print([q(1) for q in qs])

    def h(k: int = 4) -> int:
        return k

    print(partial(h)(), partial(h, k=9)())
    with ExitStack() as st:
        for name in ("a", "b"):
            st.callback(lambda x, n=name: print(x, n), 5)
    total = 0

    def add(n: int = total) -> None:
        global_list.append(n)

    global_list: list[int] = []
    total = 9
    with ExitStack() as st:
        st.callback(add)
        total = 10
    print(global_list)


def run_lambda_default_callback() -> None:
    with ExitStack() as st:
        for i in range(3):
            st.callback(lambda i=i: print("cb", i))


def run_lambda_default_othername() -> None:
    with ExitStack() as st:
        for i in range(3):
            st.callback(lambda n=i: print("cb", n))
        for i in range(2):

            def cb(n: int = i) -> None:
                print("def", n)

            st.callback(cb)


def run_partial_default_loop() -> None:
    ps = []
    for i in range(3):

        def f(a: int, n: int = i) -> int:
            return a * 100 + n

        ps.append(partial(f, 1))
    print([p() for p in ps])


def main() -> None:
    run_ld1()
    run_ld3()
    run_ld4()
    run_ld5()
    run_lambda_default_callback()
    run_lambda_default_othername()
    run_partial_default_loop()


if __name__ == "__main__":
    main()
