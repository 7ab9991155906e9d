from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from heapq import heappush
from itertools import accumulate
from typing import Generic, NamedTuple, Protocol, TypeVar
from rumpk import i16, i64, u8, u32, w8, w32, w64
T = TypeVar('T')
fuel = 3000

class Exhausted(BaseException):
    pass

def refuel() -> None:
    pass

def tick() -> None:
    pass

def show(tag: str, x: T) -> T:
    return x

def same(x: T) -> T:
    return x

def pick(xs: list[T], at: int, other: T) -> T:
    return xs[at] if 0 <= at < len(xs) else other

def order(a: int, b: str, c: int=-1) -> None:
    pass

def total(*items: int, start: int=0) -> int:
    return start

class Box(Generic[T]):

    def __init__(self, item: T) -> None:
        self.item = item

    def get(self) -> T:
        return self.item

    def also(self, change: Callable[[T], T]) -> T:
        self.item = change(self.item)
        return self.item

class Guard:

    def __init__(self, name: str, swallow: bool=False) -> None:
        self.name = name
        self.swallow = swallow

    def __enter__(self) -> Guard:
        print('enter', self.name)
        return self

    def __exit__(self, kind: object | None, error: BaseException | None, trace: object | None) -> bool:
        print('exit', self.name, repr(error))
        return self.swallow
p56_v1: str = 'q"q'

class p56_C4:
    made = 0

    def __init__(self, x5: tuple[int, str], x6: int | None) -> None:
        self.x5 = x5
        self.x6 = x6
        p56_C4.made += 1

    def __repr__(self) -> str:
        return f'p56_C4(x5={self.x5!r} x6={self.x6!r})'

    def m7(self, a8: list[int]) -> list[int]:
        tick()
        self.x6 = self.x6
        match {'abc': ['Hello', 'tab'], 'aXbX': ['abc', 'héllo'], 'x y z': ['😀!', 'Zed', '-5']}.copy()['a']:
            case [str(), *p12, p14]:
                return [*a8, *list(divmod(-1, 7))]
            case p16:
                return a8 * (len([False, False, False, True]) % 4 & 3)
        return a8[0 + 1:3 + 1:-1]

    def m24(self, a25: str, a26: bool) -> int:
        tick()
        match (0, 7) if a26 else (5, 12) if a26 else (1, 12):
            case [3 | 4 as p31, int(p32)]:
                self.x6 = self.x6
            case [int(p34), int()]:
                assert a26, a25
            case _:
                self.x5 = self.x5
        try:
            self.x5 = self.x5
            print(f"{show('l39', int(u8(2)))} {show('r39', [k_42 for k_42 in [5, 10, 1000]])!r}")
            assert [bool([10, 1, 0]), 3 < -2][same(1 .bit_length()) % 2], a25.split(',')[0]
        except KeyError as e48:
            print('caught', str(e48))
            pass
            raise
        except Exception as e49:
            print('caught', repr(e49))
            pass
        else:
            if a26:
                a25 = str(7.0)
            elif a26:
                print(a25, self.x6)
            else:
                if [a25, 'line\n'].count(a25) < min([10, 1, 2], default=0):
                    assert a26, bin(0)
                    order(b=show('256', repr(a25)), a=show('156', divmod(12, 7)[1]))
                assert (w_59 := sum((k_60 for k_60 in [1, 12, 7, 12]))) > 3 and w_59 == w_59, same(a25)
        return pow(5, 2, 97) | -2 * 1

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, p56_C4):
            return NotImplemented
        return self.x5[0] == other.x5[0]

    def __hash__(self) -> int:
        return self.x5[0]

    @property
    def y66(self) -> bool:
        tick()
        print(show('l67', [12, 5] + [2, 10, -1])[show('i67', 0 + 1)])
        return p56_u71(None) is None

class p56_C72(p56_C4):
    made = 0

    def __init__(self, x5: tuple[int, str], x6: int | None, x73: str) -> None:
        super().__init__(x5, x6)
        self.x73 = x73
        p56_C72.made += 1

    def __repr__(self) -> str:
        return f'p56_C72(x5={self.x5!r} x6={self.x6!r} x73={self.x73!r})'

    def m74(self) -> bool:
        tick()
        self.x5 = max([self.x5])
        print(show('l77', [-1, 3] or [3, 100])[show('i77', len([[12]]) % 4)])
        return (False, -2)[0]

    def m24(self, a82: str, a83: bool) -> int:
        tick()
        print('p56_C72', super().m24(a82, a83))
        a83 ^= 5 >= -1 > 1000 != 7
        return show('e87', -1) if a83 else len(b'abc')

    def __floordiv__(self, other: int) -> int:
        tick()
        return self.x5[0] * 2 + other % 7

    def __matmul__(self, other: int) -> int:
        tick()
        return self.x5[0] * 2 + other % 7

    def __rmatmul__(self, other: int) -> int:
        tick()
        pass
        return other

    def __ior__(self, other: int) -> p56_C72:
        print('in place', self.x5[0], other)
        return self

    @property
    def y89(self) -> int:
        tick()
        match [self.x5, self.x5, self.x5].pop() if -2 == -1 else self.x5:
            case _:
                v99: list[int] = [a_95.bit_length() for a_95, b_95 in zip(([0, 255, 2], 100)[0], [*[True, False], *[True, False, True]])]
        return Box(self.x73.count(',')).also(lambda b_100: int(w32(100)))

def p56_g104(n: int) -> Iterator[int]:
    global p56_v1
    tick()
    order(b=show('2105', repr(p56_C72((n, p56_v1), p56_u71(n), p56_v1))), a=show('1105', n))
    with Guard('m108', False), Guard('m108b') as m108:
        v111: str | None = p56_u110(None)
        if isinstance(v111, str):
            print((pick([(w32(1000000000), i16(7)), (w32(0), i16(2))], 0, (w32(1), i16(2))) if n < n else (w32(1000000000), i16(100))) if n == (lambda a_118: n)(v111) else (-w32(1000000000), [i16(2), i16(2)][same(5) % 2]))
        else:
            try:
                print((b','.join([b'12', b'abc']) + sorted([b'a', b'Zz,', b'12', b'\x00\xff'])[1])[::-1])
                yield {n: n}[n & n]
            except LookupError as e128:
                print('caught', type(e128).__name__, e128)
                pass
                raise ValueError('again') from e128
            except Exception as e129:
                print('caught', str(e129))
                print(-min(p56_u103(p56_C72(x5=(n, p56_v1), x6=p56_u71(n), x73=p56_v1)).m7([n, n, n]), default=n))
            return
        yield from p56_C4((n, p56_v1), p56_u71(n)).m7([n, n, n, n])
    v138: list[float] = list({p56_v1: 0.5, p56_v1: -1.5}.values())[::-1]
    yield (n @ {n: p56_C72((n, 'q"q'), p56_u71(None), p56_v1), n: p56_C72(x5=(n, p56_v1), x6=p56_u71(n), x73=p56_v1)}.get(n, p56_C72((n, p56_v1), p56_u71(None), p56_v1)))

def p56_main() -> None:
    global p56_v1
    v147: float = min(-1.5 * 0.0, sum((0.5 for k_146 in [3, 2, 10]), 0.0))
    v150: list[bool] = ([True, False, False], same(9223372036854775807))[0]
    try:
        try:
            v150[show('i151', len([2, 1000]) % 4)] = show('v151', True and False)
            assert show('e155', p56_u103(p56_C72(x5=(2, p56_v1), x6=p56_u71(None), x73=p56_v1))) in [p56_C4(x5=(-2, p56_v1), x6=p56_u71(1)), p56_u103(p56_C72(x5=(-1, 'a,b,c'), x6=p56_u71(None), x73=p56_v1)), p56_u103(p56_C72((1, p56_v1), p56_u71(5), p56_v1))][1:], (p56_v1, 7)[0]
            return
        except (Exception, KeyError) as e162:
            print('caught', str(e162))
            print({**[{p56_v1: v147, p56_v1: v147}, {p56_v1: v147, p56_v1: -0.0, p56_v1: v147}, {'Zed': v147, 'x y z': v147}][::-1][same(4611686018427387904) & 3], Box(repr(p56_C72(x5=(-2, p56_v1), x6=p56_u71(None), x73=p56_v1))).also(lambda b_167: b_167): (v147, 10)[0]})
        print(v150, v147, p56_v1)
        v147 *= v147 / v147
    except Exception as e174:
        print('raised', type(e174).__name__, e174)
    try:
        v175 = v150
        p56_v1 = (p56_v1 + p56_v1)[-30:]
        v147 = 10 * v147
    except Exception as e179:
        print('raised', type(e179).__name__, e179)
    try:
        for i180 in p56_g104(-2):
            tick()
            print(total([100, i180][2], *[k_185 for k_185 in [i180, 65536, i180]]), total(b'\x00\xff'[-1], pow(i180, 2, 97), start=p56_C72(x5=(5, p56_v1), x6=p56_u71(None), x73=p56_v1).y89), total(*list(tuple([i180, i180, i180])), *sorted([[i180, -1, i180], [i180, i180], [0, i180]])[-1]))
            v195: float = i180 * 2.25 * (v147 // v147)
            print(p56_v1.zfill(0))
        v201: list[p56_C4] = list(reversed([p56_u103(p56_C72(x5=(12, p56_v1), x6=p56_u71(None), x73=p56_v1)), p56_C4(x5=(1, p56_v1), x6=p56_u71(5))] * (2 & 3)))
        try:
            v204: int = ~sum([b_203 for a_203, b_203 in zip([1, -1], [-1, 1, 2])])
            v207: p56_C4 | None = p56_u206(p56_C4((v204, p56_v1), p56_u71(v204)))
        except OverflowError as e208:
            print('caught', type(e208).__name__, e208)
            assert all(v150 or v150), {12: p56_v1, 3: p56_v1, 5: p56_v1}.get(3, p56_v1)
    except Exception as e212:
        print('raised', type(e212).__name__, e212)
    print(same(w64(3) ^ w64(100) >> 33) << 7)
    print([k_216 for k_216 in range(next(p56_g104(0), 10) & 3)])
    print(p56_v1)

def p56_u71(x: int | None) -> int | None:
    return x

def p56_u103(x: p56_C4) -> p56_C4:
    return x

def p56_u110(x: str | None) -> str | None:
    return x

def p56_u206(x: p56_C4 | None) -> p56_C4 | None:
    return x

def run_p56() -> None:
    refuel()
    print('== p56')
    p56_main()

def main() -> None:
    run_p56()
