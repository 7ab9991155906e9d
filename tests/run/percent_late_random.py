"""`%` of texts that only running tells: random formats and values (made by a script, seed 4)."""

from enum import IntEnum, StrEnum
from typing import NamedTuple


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


def show(fmt: str, *args: object) -> None:
    try:
        print(repr(fmt % args))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t0() -> None:
    show("%#+f%*E", "z")
    fmt = "a%5.7lg{}%#*i!"
    try:
        print(repr(fmt % ("é",)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(z)#05E%(k)12.7lF"
    try:
        print(repr(fmt % {"k": 1}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)
    fmt = "a% +5.*lr%%%lea%#lf!"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % 1))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t1() -> None:
    show("%%%0.*lf é%+5.*d!", True)
    fmt = "%%%0u%*.2r"
    try:
        print(repr(fmt % (97,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t2() -> None:
    show("a%++12s é%12ea% +5lr", [1, "a"])
    fmt = "%+0lF{}%0i%%%.*E"
    try:
        print(repr(fmt % ((1,),)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t3() -> None:
    show(" é%+-lu é%*F{}%0#ls!", -0.0, -5)
    fmt = "%5s%%%+#12g!"
    try:
        print(
            repr(
                fmt
                % (
                    (1,),
                    0,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t4() -> None:
    show("%%%#-*o!", "z", float("inf"), 1)
    fmt = "%-*ls"
    try:
        print(
            repr(
                fmt
                % (
                    "é",
                    S.X,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "a%(k)*.7r!"
    try:
        print(repr(fmt % {"k": -0.0}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t5() -> None:
    show(" é%5.7i{}%5la%+ 0d", S.X, 2.5)
    fmt = "a%0-.2e!"
    try:
        print(
            repr(
                fmt
                % (
                    P(),
                    "ab",
                    [1, "a"],
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%%%+0.7ls!"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % "z"))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t6() -> None:
    show("%%%#0lr%%%#0.2g!", 0, "z")
    fmt = "a%0-d{}%-*F%%%0.7lo"
    try:
        print(
            repr(
                fmt
                % (
                    0,
                    float("inf"),
                    S.X,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t7() -> None:
    show("{}%*s!", True, True, "z")
    fmt = "{}%#5d%+le%0+12r!"
    try:
        print(
            repr(
                fmt
                % (
                    S.X,
                    "é",
                    1234,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t8() -> None:
    show("a%00li!", 2.5, -5)
    fmt = "{}% -la%0lf"
    try:
        print(repr(fmt % ("ab",)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(k).*e%%%(k)0#s!"
    try:
        print(repr(fmt % {"k": -0.0}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t9() -> None:
    show("a% +E é% 0lG!", -0.0, L.A, 0)
    fmt = "{}%0ls!"
    try:
        print(repr(fmt % ((1,),)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t10() -> None:
    show("a%r", 0, True)
    fmt = "a%5.a"
    try:
        print(repr(fmt % (None,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%0.s"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % P()))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t11() -> None:
    show(" é%0 5.*d%%%5la é%00x", 1)
    fmt = "%5.7f!"
    try:
        print(repr(fmt % (-0.0,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t12() -> None:
    show("%%%-12c%%%0*%a%*.7d", -0.0, -5)
    fmt = "a%+12.7lg!"
    try:
        print(
            repr(
                fmt
                % (
                    L.A,
                    float("inf"),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(z)0y"
    try:
        print(repr(fmt % {"k": -5}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t13() -> None:
    show("{}%*la", "z", -5)
    fmt = " é%+0ld%%%--5i"
    try:
        print(
            repr(
                fmt
                % (
                    None,
                    None,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t14() -> None:
    show("a%s", 97, L.A, True, None)
    fmt = "%s!"
    try:
        print(
            repr(
                fmt
                % (
                    "z",
                    -0.0,
                    2.5,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t15() -> None:
    show("{}%lf", 97, S.X)
    fmt = "a%+#0.lX{}% +5X{}% 5F"
    try:
        print(repr(fmt % ((1,),)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%%%*r"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % True))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t16() -> None:
    show(" é%0.*i%x%5.7!", 2.5, P(), None)
    fmt = "%%%0-12X%-c%%%- 12.g"
    try:
        print(
            repr(
                fmt
                % (
                    "é",
                    2.5,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(k)*g é%12.s!"
    try:
        print(repr(fmt % {"k": -5}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t17() -> None:
    show("%%%5.*G%%%0lx", 1)
    fmt = "{}%+F{}%5.ua%12.l"
    try:
        print(
            repr(
                fmt
                % (
                    None,
                    "ab",
                    1,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t18() -> None:
    show("%%% *.*F% lGa%12i!", 1234, 97)
    fmt = "%ls é%012.2d{}% 0lx!"
    try:
        print(
            repr(
                fmt
                % (
                    float("inf"),
                    -0.0,
                    True,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t19() -> None:
    show("{}%*s", "z", "z")
    fmt = "a%5ld!"
    try:
        print(
            repr(
                fmt
                % (
                    True,
                    [1, "a"],
                    L.A,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t20() -> None:
    show(" é%lX!", 97, L.A, -0.0)
    fmt = "%%%# 5o!"
    try:
        print(
            repr(
                fmt
                % (
                    (1,),
                    97,
                    [1, "a"],
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%(k)0.7s é%lr é%#5d"
    try:
        print(repr(fmt % {"k": -0.0}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)
    fmt = "%  G!"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % 2.5))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t21() -> None:
    show("%%%0-12E é% *sa%12.lX", 1234)
    fmt = "%%%+-i%%%+-5da% 0.2a"
    try:
        print(
            repr(
                fmt
                % (
                    1234,
                    (1,),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t22() -> None:
    show("{}%0.*g%000lr é%012s!", -0.0, "ab")
    fmt = "{}%0c!"
    try:
        print(repr(fmt % (P(),)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t23() -> None:
    show("a%#r%%%o", (1,))
    fmt = "a% .7ls{}%++0f"
    try:
        print(repr(fmt % ("ab",)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t24() -> None:
    show("a%+0laa%5.*sa%- 0.2s!", 0, 1, -0.0)
    fmt = "{}%F!"
    try:
        print(
            repr(
                fmt
                % (
                    [1, "a"],
                    -0.0,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(k)05ls"
    try:
        print(repr(fmt % {"k": -0.0}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t25() -> None:
    show("%%%0.*s!", L.A)
    fmt = "{}%0la"
    try:
        print(
            repr(
                fmt
                % (
                    -0.0,
                    1234,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}% -lr"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % 1234))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t26() -> None:
    show(" é%12x")
    fmt = "%+0r"
    try:
        print(
            repr(
                fmt
                % (
                    P(),
                    (1,),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t27() -> None:
    show("{}%+-12ls%%% r!", L.A, 1234, -0.0, S.X)
    fmt = "a%+12.e{}%*ls{}%+x!"
    try:
        print(repr(fmt % (-5,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t28() -> None:
    show("{}%5X!", "é", -0.0, 1234, True)
    fmt = "%E%%%5g"
    try:
        print(
            repr(
                fmt
                % (
                    P(),
                    "é",
                    1234,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%%%(k)#00ra%5lea%(k)*.2E!"
    try:
        print(repr(fmt % {"k": -5}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t29() -> None:
    show("%*o!")
    fmt = "%5.2l é%#lsa% *.*i!"
    try:
        print(repr(fmt % (97,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t30() -> None:
    show(" é%12.*ls!", -0.0, [1, "a"])
    fmt = "a%E%%%ld é%0#s!"
    try:
        print(
            repr(
                fmt
                % (
                    [1, "a"],
                    97,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = " é%++g é%*.7X{}%0 *o"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % "é"))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t31() -> None:
    show("%%%12.f{}%+-0X", "é", "z", "é")
    fmt = "{}%0.2ld"
    try:
        print(
            repr(
                fmt
                % (
                    "ab",
                    -5,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t32() -> None:
    show("{}%+*d!", "z", True, [1, "a"])
    fmt = "%%%.2F{}%lo!"
    try:
        print(
            repr(
                fmt
                % (
                    True,
                    float("inf"),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = " é%(k)+ 5lG"
    try:
        print(repr(fmt % {"k": -0.0}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t33() -> None:
    show("a%.2 é%#12d", -0.0)
    fmt = " é%-012.*s!"
    try:
        print(repr(fmt % (S.X,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t34() -> None:
    show(" é%*g!", 97, True, "é")
    fmt = "%%%05.lsa%++*.7i"
    try:
        print(
            repr(
                fmt
                % (
                    -0.0,
                    2.5,
                    P(),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t35() -> None:
    show("%s")
    fmt = "%0ls{}%-0e!"
    try:
        print(
            repr(
                fmt
                % (
                    P(),
                    [1, "a"],
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%12s!"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % 0))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t36() -> None:
    show("a%+ ls!", "é", -0.0)
    fmt = "%%%5lX%%%0.2l% *.F!"
    try:
        print(
            repr(
                fmt
                % (
                    P(),
                    0,
                    float("inf"),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "a%(k)0E"
    try:
        print(repr(fmt % {"k": 0}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t37() -> None:
    show("%0lF%-i%12.7c!", -5)
    fmt = "{}% 0.u!"
    try:
        print(
            repr(
                fmt
                % (
                    "ab",
                    -5,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t38() -> None:
    show("%5lg%%% .ls%%%#12.*r!", [1, "a"], "é", S.X, 1)
    fmt = "%-s é% 0.E%.7lE"
    try:
        print(repr(fmt % (None,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t39() -> None:
    show("a%12.2lo!", 0)
    fmt = "a%#*ls!"
    try:
        print(repr(fmt % (P(),)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t40() -> None:
    show("a%##*s", "é")
    fmt = "a%0d{}%5.7li"
    try:
        print(
            repr(
                fmt
                % (
                    -5,
                    2.5,
                    -5,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(k)##0lua%-12lsa%(k)*ls!"
    try:
        print(repr(fmt % {"k": 1}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)
    fmt = "a%##.7x"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % 2.5))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t41() -> None:
    show("{}%x", 1234, -5, "z")
    fmt = "%*la{}%.7r!"
    try:
        print(repr(fmt % (2.5,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t42() -> None:
    show("%--5lG%%%*lea%0+*d", 2.5, -5, "é", float("inf"))
    fmt = " é%+g!"
    try:
        print(
            repr(
                fmt
                % (
                    2.5,
                    1,
                    -5,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t43() -> None:
    show("%12G%%%u%.2g", -5)
    fmt = "%%%0lr!"
    try:
        print(repr(fmt % (2.5,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t44() -> None:
    show(" é%.*F", -0.0)
    fmt = "%-+0o!"
    try:
        print(
            repr(
                fmt
                % (
                    None,
                    -0.0,
                    -5,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = " é%(k).7lra%(k)12lr"
    try:
        print(repr(fmt % {"k": 0}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t45() -> None:
    show("%*.a!")
    fmt = " é%+12.*g%%%-*lF"
    try:
        print(
            repr(
                fmt
                % (
                    1234,
                    -5,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%*.*e!"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % (1,)))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t46() -> None:
    show(" é%0r", 2.5, float("inf"), [1, "a"])
    fmt = "{}%o!"
    try:
        print(
            repr(
                fmt
                % (
                    None,
                    (1,),
                    "é",
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t47() -> None:
    show("{}%5sa%#*.G%%%12d!", float("inf"), None)
    fmt = "a%12.*l{}%*.2u"
    try:
        print(
            repr(
                fmt
                % (
                    -0.0,
                    (1,),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t48() -> None:
    show("%%% s é%-#0r%a", 1, L.A)
    fmt = " é%--5.2i!"
    try:
        print(repr(fmt % (S.X,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(k)l é%(z) #0.7F!"
    try:
        print(repr(fmt % {"k": 2.5}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t49() -> None:
    show("%-*.7le%%% 5.7s é%12.*e", L.A, 0, 97, "é")
    fmt = " é%*.2r"
    try:
        print(
            repr(
                fmt
                % (
                    -5,
                    2.5,
                    True,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t50() -> None:
    show("%5.2r{}%0-12F é%*.2c!", float("inf"), None)
    fmt = "a%5.*x!"
    try:
        print(
            repr(
                fmt
                % (
                    97,
                    2.5,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%x%%%0 0.c!"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % -5))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t51() -> None:
    show("%%%0012.2E%0.7ls!")
    fmt = "a%##r!"
    try:
        print(
            repr(
                fmt
                % (
                    [1, "a"],
                    (1,),
                    1,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t52() -> None:
    show("a%# 0lg", 2.5, 1, -0.0, "z")
    fmt = " é%*.2"
    try:
        print(
            repr(
                fmt
                % (
                    [1, "a"],
                    1234,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(k)-5s é%(z)000.l%%%%(k)12d"
    try:
        print(repr(fmt % {"k": 1}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t53() -> None:
    show("a%.7r{}%.f", "ab")
    fmt = "{}%0*.c%%%  0.lc%*.2ls"
    try:
        print(repr(fmt % (True,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t54() -> None:
    show("%%%00lo", L.A, "z")
    fmt = "%0*ls"
    try:
        print(repr(fmt % (S.X,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t55() -> None:
    show("{}%-+*la!", [1, "a"], 97)
    fmt = "%%% E%0F%*x!"
    try:
        print(
            repr(
                fmt
                % (
                    float("inf"),
                    "ab",
                    0,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%%%.7X é%12.2f!"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % L.A))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t56() -> None:
    show("%%%5ea%+*r%5G", 1234)
    fmt = "a%+05s"
    try:
        print(repr(fmt % (L.A,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%(k)- .7ld!"
    try:
        print(repr(fmt % {"k": -5}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t57() -> None:
    show("%12", float("inf"))
    fmt = "%%%*.d é%0.*e"
    try:
        print(
            repr(
                fmt
                % (
                    "z",
                    (1,),
                    True,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t58() -> None:
    show("%-+G")
    fmt = "%-#*.ld"
    try:
        print(repr(fmt % (float("inf"),)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t59() -> None:
    show("%%%*o!", (1,), "é", 0, 97)
    fmt = "a%lX"
    try:
        print(
            repr(
                fmt
                % (
                    float("inf"),
                    "ab",
                    1,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t60() -> None:
    show("a%5lo", 0, L.A)
    fmt = "%0s%12.7u"
    try:
        print(repr(fmt % ("é",)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(k)-ls é%012.*f"
    try:
        print(repr(fmt % {"k": -0.0}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)
    fmt = " é%s"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % -5))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t61() -> None:
    show(" é%0s", [1, "a"], "ab", 2.5, True)
    fmt = "%05i{}%s!"
    try:
        print(
            repr(
                fmt
                % (
                    (1,),
                    1234,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t62() -> None:
    show("{}%s", -0.0)
    fmt = "{}%12.o{}% 0.2d%%%0i!"
    try:
        print(
            repr(
                fmt
                % (
                    P(),
                    97,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t63() -> None:
    show("%%%0a", "z", float("inf"))
    fmt = " é%#*ld{}%0d"
    try:
        print(repr(fmt % (1234,)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t64() -> None:
    show("{}%.sa%*d!", 97, 1, -5)
    fmt = " é%0.*s!"
    try:
        print(repr(fmt % ((1,),)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(k).*le!"
    try:
        print(repr(fmt % {"k": 0}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t65() -> None:
    show("a%s%%%a", P())
    fmt = " é%#+% é% *ld"
    try:
        print(
            repr(
                fmt
                % (
                    -0.0,
                    float("inf"),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%%%.2lF%%%0.*{}%00.*ls"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % "z"))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t66() -> None:
    show("%%%*.7la!", 1, L.A)
    fmt = "%Ga%f"
    try:
        print(
            repr(
                fmt
                % (
                    (1,),
                    (1,),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t67() -> None:
    show("{}% e!", -0.0)
    fmt = "%%%-+*X{}%#5ly"
    try:
        print(repr(fmt % (float("inf"),)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t68() -> None:
    show(" é%lx%+ld", 0, L.A, 1234, -5)
    fmt = " é% f"
    try:
        print(
            repr(
                fmt
                % (
                    P(),
                    0,
                    True,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%#.2ls!"
    try:
        print(repr(fmt % {"k": 2.5}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t69() -> None:
    show("%%%lia%0r!", (1,))
    fmt = "a%12d!"
    try:
        print(
            repr(
                fmt
                % (
                    "é",
                    0,
                    "ab",
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t70() -> None:
    show("a% 0g é%#*lX%.*s!", 1, P())
    fmt = "{}% -c"
    try:
        print(
            repr(
                fmt
                % (
                    -0.0,
                    "ab",
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%%%- .7G"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % None))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t71() -> None:
    show("%%%#5lu é%05Ga%5.*E!", True, 2.5, [1, "a"])
    fmt = "a%5.2d%%%12.*lc"
    try:
        print(
            repr(
                fmt
                % (
                    1234,
                    float("inf"),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t72() -> None:
    show(" é%#0lra%0-0.*ls%%%5la!")
    fmt = "a%0#*.d!"
    try:
        print(
            repr(
                fmt
                % (
                    "z",
                    "é",
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "{}%(z)*.2lX%(k)g"
    try:
        print(repr(fmt % {"k": 1}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t73() -> None:
    show("a%12.e!")
    fmt = "{}%*lF"
    try:
        print(
            repr(
                fmt
                % (
                    float("inf"),
                    "é",
                    "ab",
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t74() -> None:
    show("a%0d", "z")
    fmt = "%%%5r%lc%%% -f!"
    try:
        print(
            repr(
                fmt
                % (
                    float("inf"),
                    1,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t75() -> None:
    show("{}%+5ld", None, True, "é")
    fmt = "a%*.*lf!"
    try:
        print(
            repr(
                fmt
                % (
                    True,
                    float("inf"),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "% 5x!"
    try:
        print(repr(fmt % N(3, "q")), repr(fmt % 2.5))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t76() -> None:
    show("a%+-5o{}%0+0d")
    fmt = "%%%5.*lu% 0*a!"
    try:
        print(
            repr(
                fmt
                % (
                    1,
                    0,
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
    fmt = "%(z)#-0d%(z)-#0lr!"
    try:
        print(repr(fmt % {"k": 1}))
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(type(e).__name__, e)


def t77() -> None:
    show(" é% 05ld!", P())
    fmt = "%%%12.2i{}%-0E"
    try:
        print(
            repr(
                fmt
                % (
                    -5,
                    P(),
                    (1,),
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t78() -> None:
    show("%*.7sa%--12X%0s!", 1234, 2.5)
    fmt = "a%+5E"
    try:
        print(repr(fmt % ("ab",)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def t79() -> None:
    show("a%12.2c", float("inf"))
    fmt = "%+12s!"
    try:
        print(
            repr(
                fmt
                % (
                    1234,
                    float("inf"),
                    "é",
                )
            )
        )
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


def main() -> None:
    t0()
    t1()
    t2()
    t3()
    t4()
    t5()
    t6()
    t7()
    t8()
    t9()
    t10()
    t11()
    t12()
    t13()
    t14()
    t15()
    t16()
    t17()
    t18()
    t19()
    t20()
    t21()
    t22()
    t23()
    t24()
    t25()
    t26()
    t27()
    t28()
    t29()
    t30()
    t31()
    t32()
    t33()
    t34()
    t35()
    t36()
    t37()
    t38()
    t39()
    t40()
    t41()
    t42()
    t43()
    t44()
    t45()
    t46()
    t47()
    t48()
    t49()
    t50()
    t51()
    t52()
    t53()
    t54()
    t55()
    t56()
    t57()
    t58()
    t59()
    t60()
    t61()
    t62()
    t63()
    t64()
    t65()
    t66()
    t67()
    t68()
    t69()
    t70()
    t71()
    t72()
    t73()
    t74()
    t75()
    t76()
    t77()
    t78()
    t79()


if __name__ == "__main__":
    main()
