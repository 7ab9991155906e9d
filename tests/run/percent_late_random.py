"""`%` of texts that only running tells: random formats and values (made by a script, seed 4)."""

from enum import IntEnum, StrEnum
from typing import Callable, NamedTuple


class L(IntEnum):
    A = 7


class S(StrEnum):
    X = "xx"


class N(NamedTuple):
    a: int
    b: str


class P:
    def __repr__(self) -> str:
        return "<P>"


def shown(fmt: str, *args: object) -> str:
    return fmt % args


CASES: list[tuple[str, Callable[[str], str]]] = [
    ("%#+f%*E", lambda f: shown(f, "z")),
    ("a%5.7lg{}%#*i!", lambda f: f % ("é",)),
    ("{}%(z)#05E%(k)12.7lF", lambda f: f % ({"k": 1})),
    ("a% +5.*lr%%%lea%#lf!", lambda f: f % (N(3, "q"))),
    ("%%% .*lf!", lambda f: f % (-0.0)),
    (" é%5g%%%0u", lambda f: shown(f, True)),
    (
        "{}%*.*d!",
        lambda f: (
            f
            % (
                None,
                [1, "a"],
            )
        ),
    ),
    (" é%#-c!", lambda f: shown(f, None)),
    (
        "% o!",
        lambda f: (
            f
            % (
                2.5,
                P(),
                -5,
            )
        ),
    ),
    ("%+0lF{}%0i%%%.*E", lambda f: shown(f, True, (1,))),
    (
        " é%+-lu é%*F{}%0#ls!",
        lambda f: (
            f
            % (
                -0.0,
                -5,
                S.X,
            )
        ),
    ),
    ("%%%-f!", lambda f: shown(f)),
    (
        "%.7sa%#12.xa%#5.7d",
        lambda f: (
            f
            % (
                2.5,
                [1, "a"],
                [1, "a"],
            )
        ),
    ),
    ("{}%(z)  .2a!", lambda f: f % ({"k": -0.0})),
    ("{}%#+5.7i{}%5la%+ 0d", lambda f: shown(f, S.X)),
    ("a%*.*li", lambda f: f % ([1, "a"],)),
    ("{}%#*lg!", lambda f: f % (N(3, "q"))),
    (" é%  12.*r{}%#12ly{}%-5la", lambda f: f % (2.5)),
    ("a%.*lr{}%i", lambda f: shown(f)),
    ("{}%0.2i%*s!", lambda f: f % (True,)),
    ("{}%0 12d%+le", lambda f: shown(f, [1, "a"], float("inf"), True, (1,))),
    (
        "%%%*g é%0lr é%-ld!",
        lambda f: (
            f
            % (
                0,
                True,
            )
        ),
    ),
    (" é%.2a!", lambda f: shown(f, 2.5, 97, 97)),
    ("%*.7", lambda f: f % (S.X,)),
    ("%%%(k)0#s!", lambda f: f % ({"k": -0.0})),
    ("a% +E é% 0lG!", lambda f: shown(f, -0.0, L.A, 0)),
    ("{}%0ls!", lambda f: f % ((1,),)),
    ("a%r", lambda f: shown(f, 0, True)),
    ("a%5.a", lambda f: f % (None,)),
    ("%0.s", lambda f: f % (N(3, "q"))),
    (" é%0012d", lambda f: f % (0)),
    ("a%+5.2lg%ld!", lambda f: shown(f, L.A)),
    (
        "%#la%-#d é%0lF",
        lambda f: (
            f
            % (
                1234,
                "ab",
            )
        ),
    ),
    ("{}%.2F!", lambda f: shown(f, True, S.X, float("inf"), S.X)),
    (
        "{}%0lX%0o",
        lambda f: (
            f
            % (
                S.X,
                0,
                -5,
            )
        ),
    ),
    ("{}%(z)0s", lambda f: f % ({"k": -5})),
    ("%5i%+0i%5F", lambda f: shown(f, 97)),
    (
        "%s!",
        lambda f: (
            f
            % (
                "z",
                -0.0,
                2.5,
            )
        ),
    ),
    ("{}%lf", lambda f: shown(f, 97, S.X)),
    ("a%+#0.lX{}% +5X{}% 5F", lambda f: f % ((1,),)),
    ("%.le%%%#+0.*i", lambda f: shown(f)),
    (
        "a%12d!",
        lambda f: (
            f
            % (
                97,
                S.X,
            )
        ),
    ),
    ("% .*r", lambda f: f % (N(3, "q"))),
    ("a%12.*ia%12.*c%%%- 12.g", lambda f: f % (None)),
    ("%%%*.2e!", lambda f: shown(f, 1234)),
    (
        " é%12.s%%%r é%12.*s",
        lambda f: (
            f
            % (
                1234,
                "z",
                True,
            )
        ),
    ),
    ("%+F", lambda f: f % ({"k": 0})),
    ("%12.le", lambda f: shown(f, float("inf"), True, True, None)),
    (
        "a%.E",
        lambda f: (
            f
            % (
                L.A,
                2.5,
                "z",
            )
        ),
    ),
    ("%-12ls!", lambda f: shown(f, 0)),
    (
        "a%#012y!",
        lambda f: (
            f
            % (
                S.X,
                1234,
            )
        ),
    ),
    ("%%%5.*lf%*lr", lambda f: shown(f, None)),
    (
        "{}%5lu",
        lambda f: (
            f
            % (
                "z",
                None,
            )
        ),
    ),
    ("%012.7G", lambda f: shown(f, [1, "a"], L.A, None, [1, "a"])),
    ("a%5s!", lambda f: f % (True,)),
    ("{}%  0o%%%#-5.7lf", lambda f: f % ({"k": 2.5})),
    (" é%+-5.2x!", lambda f: f % (N(3, "q"))),
    (" é% 12.2l%{}%0.d", lambda f: f % (S.X)),
    (" é%+5Ga%# .*ra%5r!", lambda f: shown(f, None, 1, 1234)),
    (
        "%%%+-i%%%+-5da% 0.2a",
        lambda f: (
            f
            % (
                1234,
                (1,),
            )
        ),
    ),
    ("{}%0.*g%000lr é%012s!", lambda f: shown(f, -0.0, "ab")),
    ("{}%0c!", lambda f: f % (P(),)),
    ("a%#r%%%o", lambda f: shown(f, (1,))),
    ("a% .7ls{}%++0f", lambda f: f % ("ab",)),
    ("a%+0laa%5.*sa%- 0.2s!", lambda f: shown(f, 0, 1, -0.0)),
    (
        "{}%F!",
        lambda f: (
            f
            % (
                [1, "a"],
                -0.0,
            )
        ),
    ),
    ("{}%(k)05ls", lambda f: f % ({"k": -0.0})),
    ("%%%0.*s!", lambda f: shown(f, L.A)),
    (
        "{}%0la",
        lambda f: (
            f
            % (
                -0.0,
                1234,
            )
        ),
    ),
    ("{}% -lr", lambda f: f % (N(3, "q"))),
    ("%+#*x", lambda f: f % (0)),
    ("a%+5.li é%012s!", lambda f: shown(f)),
    (
        "%%%5X%%%+ 12",
        lambda f: (
            f
            % (
                "ab",
                97,
                97,
            )
        ),
    ),
    (" é%00ia%o", lambda f: shown(f)),
    (
        "{}% -5ca%-E!",
        lambda f: (
            f
            % (
                0,
                "z",
                97,
            )
        ),
    ),
    ("%%%# *.2f!", lambda f: shown(f, [1, "a"], L.A)),
    (" é%0-lo!", lambda f: f % ("é",)),
    (" é%(z)12r%%%(k)5.*", lambda f: f % ({"k": -0.0})),
    ("%oa%-012a é%0s", lambda f: shown(f)),
    (
        "%+*ls!",
        lambda f: (
            f
            % (
                "é",
                2.5,
                L.A,
            )
        ),
    ),
    (" é%0G%%%-ld é%0#s!", lambda f: shown(f, "é")),
    (
        "{}%##g%%%*lga%0 *o",
        lambda f: (
            f
            % (
                L.A,
                "é",
                -5,
            )
        ),
    ),
    ("%#*lX%.7s% 5.2r", lambda f: f % (N(3, "q"))),
    ("%5.2a", lambda f: f % (None)),
    ("%# 0da%5.i", lambda f: shown(f, (1,))),
    ("%%%0X%%% .2d!", lambda f: f % (None,)),
    ("{}%12s!", lambda f: shown(f)),
    (
        "{}%5G{}%0#0X%%%12.2lg!",
        lambda f: (
            f
            % (
                97,
                True,
            )
        ),
    ),
    ("%%%(k)05.lsa%0.2o", lambda f: f % ({"k": 0})),
    ("{}%li", lambda f: shown(f, P())),
    ("a%05F{}%-00.7s", lambda f: f % ("ab",)),
    (" é%#-*ld é% +*d", lambda f: shown(f, -0.0, -0.0)),
    (
        " é%+*lg{}%12.2F",
        lambda f: (
            f
            % (
                97,
                "ab",
                L.A,
            )
        ),
    ),
    ("{}% *.F!", lambda f: shown(f)),
    (
        "%0la é%*lo%0lF",
        lambda f: (
            f
            % (
                2.5,
                True,
            )
        ),
    ),
    ("%%%lo!", lambda f: f % (N(3, "q"))),
    ("a%#0*E% 5e!", lambda f: f % (1)),
    (" é%0.7Fa%*lX!", lambda f: shown(f, [1, "a"])),
    (" é%005.*d%%%s é% 0.E", lambda f: f % (1,)),
    ("{}%(k)5.*le{}%(z)+o!", lambda f: f % ({"k": 1})),
    ("{}%#*ls!", lambda f: shown(f, 0)),
    (
        "%%%.*s%*.*F{}%0d",
        lambda f: (
            f
            % (
                S.X,
                -0.0,
            )
        ),
    ),
    ("a%.li é%--0la", lambda f: shown(f)),
    (
        "%0o%*ls%%%r",
        lambda f: (
            f
            % (
                1,
                True,
            )
        ),
    ),
    ("%0.ld!", lambda f: shown(f, -0.0, L.A, True)),
    (" é%*.7li!", lambda f: f % (L.A,)),
    ("a%-u!", lambda f: shown(f, 0)),
    (
        "%5lG%%%*lea%0+*d",
        lambda f: (
            f
            % (
                2.5,
                -5,
                "é",
            )
        ),
    ),
    (" é%(k)g!", lambda f: f % ({"k": 1})),
    ("%012.r!", lambda f: f % (N(3, "q"))),
    ("%%%  d%.2g", lambda f: f % (1234)),
    ("a%-0lr!", lambda f: shown(f, None, 2.5, S.X)),
    (" é%.*F", lambda f: f % (None,)),
    ("%0o%%%0.2ls%5.", lambda f: shown(f)),
    (
        "{}%0%*.a!",
        lambda f: (
            f
            % (
                (1,),
                L.A,
            )
        ),
    ),
    (" é%+#5lf", lambda f: shown(f, 97, True, -0.0)),
    (
        "%%%o é%5lu",
        lambda f: (
            f
            % (
                "ab",
                1234,
                2.5,
            )
        ),
    ),
    ("{}%0.lX%0o!", lambda f: shown(f, None)),
    (
        "%%%0-5sa%#*.G%%%12d!",
        lambda f: (
            f
            % (
                None,
                L.A,
                -0.0,
            )
        ),
    ),
    (" é%0l%", lambda f: f % ({"k": 1})),
    ("{}%12F!", lambda f: shown(f)),
    (
        " é%0.*ls% #12.7oa%#0.7le",
        lambda f: (
            f
            % (
                1,
                P(),
            )
        ),
    ),
    ("%5.2i%%%5.7i é%+ s!", lambda f: f % (N(3, "q"))),
    (" é% 0.7s!", lambda f: f % (1)),
    ("a%0g é%#.*a!", lambda f: shown(f, (1,), "é")),
    (
        "{}%ls",
        lambda f: (
            f
            % (
                -0.0,
                -0.0,
                2.5,
            )
        ),
    ),
    ("{}%0G%+0x{}%12F!", lambda f: shown(f, 1, 97, None, "é")),
    (
        "a%+ 0s é%+05.*lu{}%x!",
        lambda f: (
            f
            % (
                "z",
                0,
            )
        ),
    ),
    ("{}%#g{}%+0X!", lambda f: shown(f, P(), [1, "a"], [1, "a"])),
    (
        "%%%i é%12.*u!",
        lambda f: (
            f
            % (
                "z",
                97,
            )
        ),
    ),
    ("%+*E", lambda f: f % ({"k": 2.5})),
    ("{}%0.*ld!", lambda f: shown(f, [1, "a"], 1234, [1, "a"])),
    (
        "%%%5s é%12.l%!",
        lambda f: (
            f
            % (
                float("inf"),
                -0.0,
            )
        ),
    ),
    ("a%lda%.7r", lambda f: shown(f, "ab", -5)),
    (
        "%%%5.lr{}%0.E%%%-*r",
        lambda f: (
            f
            % (
                [1, "a"],
                2.5,
            )
        ),
    ),
    ("a%- 5lo", lambda f: f % (N(3, "q"))),
    ("%%%.7lc%.7d!", lambda f: f % ("ab")),
    ("{}%#*.*E", lambda f: shown(f, "ab", "z", "ab")),
    (
        "{}%-F%*x!",
        lambda f: (
            f
            % (
                float("inf"),
                "ab",
                0,
            )
        ),
    ),
    ("%%%.7X é%12.2f!", lambda f: shown(f, "z", 1234, S.X, True)),
    ("{}%--F%%%  i!", lambda f: f % ((1,),)),
    (" é%12a é%*u é%(k)+5s", lambda f: f % ({"k": 1})),
    ("{}%{}% 0.2lf%#0*.lr!", lambda f: shown(f, "ab")),
    ("{}%#s", lambda f: f % (None,)),
    ("a%12.2s!", lambda f: shown(f, -5, 97)),
    ("%.laa%+*o é% -*f!", lambda f: f % ((1,),)),
    ("{}%lg", lambda f: shown(f, 2.5)),
    ("a%.7lX!", lambda f: f % (S.X,)),
    ("{}% -.*lF%-+lE", lambda f: f % (N(3, "q"))),
    (" é% 0*a", lambda f: f % (2.5)),
    ("%12u é%.o", lambda f: shown(f, 1, [1, "a"])),
    (" é%.2F!", lambda f: f % (-0.0,)),
    ("%(z)s%%%(k)#+f{}%.2s", lambda f: f % ({"k": -5})),
    ("a%0lra%0G{}%5s!", lambda f: shown(f, True)),
    (
        " é%-0.2r!",
        lambda f: (
            f
            % (
                "é",
                (1,),
                97,
            )
        ),
    ),
    ("%%%.7la%ra%.*i", lambda f: shown(f, 97)),
    (" é%lda%+#*lX!", lambda f: f % ((1,),)),
    ("%*.*le!", lambda f: shown(f)),
    (
        "a%+e%-a",
        lambda f: (
            f
            % (
                S.X,
                (1,),
            )
        ),
    ),
    (" é%% é% *ld{}%12.2lc", lambda f: shown(f, 2.5, True)),
    (
        "%%%5ld é%*.7lr%%%0-*.*d!",
        lambda f: (
            f
            % (
                "z",
                1234,
                -0.0,
            )
        ),
    ),
    ("{}%(k) f é%(k)++f", lambda f: f % ({"k": 2.5})),
    (" é%.7lx%+#12Ga%12li!", lambda f: f % (N(3, "q"))),
    ("%%% 0.{}%#*d{}%- 0E", lambda f: f % (1)),
    ("%#u", lambda f: shown(f, 1, [1, "a"])),
    (
        " é%0.*r é%*.2ls!",
        lambda f: (
            f
            % (
                True,
                L.A,
            )
        ),
    ),
    ("a%12le!", lambda f: shown(f, "é")),
    (
        "%%%0.*e!",
        lambda f: (
            f
            % (
                0,
                2.5,
                L.A,
            )
        ),
    ),
    ("%%%-lE!", lambda f: shown(f)),
    (
        "{}% #0a%%%lG",
        lambda f: (
            f
            % (
                97,
                L.A,
                L.A,
            )
        ),
    ),
    ("{}%0s é%-0s%%%5.7a!", lambda f: shown(f)),
    (
        "%%%  .2s{}%-5s!",
        lambda f: (
            f
            % (
                1234,
                None,
            )
        ),
    ),
    ("%%%% é%(z)s!", lambda f: f % ({"k": -5})),
    (" é%0-12d!", lambda f: shown(f, -0.0, P(), float("inf"))),
    (
        " é%0.7lo!",
        lambda f: (
            f
            % (
                "z",
                1,
                (1,),
            )
        ),
    ),
    ("a%0#*.d!", lambda f: f % (N(3, "q"))),
    ("%%% 0le{}%+ o!", lambda f: f % (P())),
    ("%.2x", lambda f: shown(f, 2.5, S.X, "é")),
    (
        "{}%*lF",
        lambda f: (
            f
            % (
                float("inf"),
                "é",
                "ab",
            )
        ),
    ),
    ("a%0d", lambda f: shown(f, "z")),
    (
        "%%%5r%lc%%% -f!",
        lambda f: (
            f
            % (
                float("inf"),
                1,
            )
        ),
    ),
    ("{}%+5ld", lambda f: shown(f, None, True, "é")),
    (
        "a%*.*lf!",
        lambda f: (
            f
            % (
                True,
                float("inf"),
            )
        ),
    ),
    ("%(k) s", lambda f: f % ({"k": 1})),
    (" é%o!", lambda f: shown(f, True)),
    ("%%%*.*r!", lambda f: f % ("z",)),
    ("%-12r%%%#012i%12lF", lambda f: shown(f, "ab", [1, "a"], 1)),
    (
        " é%12lr!",
        lambda f: (
            f
            % (
                -5,
                S.X,
                2.5,
            )
        ),
    ),
    (" é%05ld%%%  *c{}%-0E", lambda f: f % (N(3, "q"))),
    (" é%0#.2E!", lambda f: f % (0)),
    ("%12X%0s é%-0*lx", lambda f: shown(f, 1)),
    (
        "%+lo é%0.*Xa%5E",
        lambda f: (
            f
            % (
                1234,
                float("inf"),
            )
        ),
    ),
    ("%%%12ua%0-0G", lambda f: shown(f, 1)),
    (
        "%%%+0s!",
        lambda f: (
            f
            % (
                L.A,
                1234,
                P(),
            )
        ),
    ),
    (" é%lX", lambda f: f % ({"k": 2.5})),
    (" é% .r!", lambda f: shown(f, [1, "a"])),
    (
        " é%+5.*ls%%%g%5s",
        lambda f: (
            f
            % (
                0,
                "ab",
            )
        ),
    ),
    ("%*.2e%%%.7r!", lambda f: shown(f, None, 97)),
    (
        " é%0*.7ls!",
        lambda f: (
            f
            % (
                [1, "a"],
                True,
            )
        ),
    ),
    ("%5le%%% 5a{}% 5s!", lambda f: shown(f, None, "é", True)),
    (" é%#0.ls", lambda f: f % (1,)),
    (" é%  .2lca%lr!", lambda f: f % (N(3, "q"))),
    ("{}%*f é%*.s", lambda f: f % (P())),
    ("{}%+0.7r%%%00d%0#*ld!", lambda f: shown(f, None, 2.5)),
    (
        "%%%*.*F{}%ld%c",
        lambda f: (
            f
            % (
                2.5,
                2.5,
            )
        ),
    ),
    ("%(z)#-5s%0#0.7d", lambda f: f % ({"k": -5})),
    ("% 5ls%-#12.*lga% .*lE!", lambda f: shown(f)),
    (
        "a%*d!",
        lambda f: (
            f
            % (
                P(),
                "é",
                0,
            )
        ),
    ),
    ("{}%+0ld", lambda f: shown(f, S.X)),
    (
        "{}%E",
        lambda f: (
            f
            % (
                P(),
                P(),
                "z",
            )
        ),
    ),
    ("%%%0-la", lambda f: shown(f, [1, "a"], True, -5)),
    (
        "%.*E!",
        lambda f: (
            f
            % (
                None,
                L.A,
            )
        ),
    ),
]


def main() -> None:
    for fmt, make in CASES:
        try:
            print(repr(make(fmt)))
        except (TypeError, ValueError, OverflowError, KeyError) as e:
            print(type(e).__name__, e)


if __name__ == "__main__":
    main()
