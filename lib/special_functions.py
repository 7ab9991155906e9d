"""The error function and the gamma function, for `math`.

`erf` and `erfc` are the rational approximations of FreeBSD's msun, which the GNU C library has taken over, with the
order of its additions. `gamma` and `lgamma` are Lanczos' approximation as CPython computes it (Pugh 2004, with
g = 6.02468).
"""

from typing import Final

from lib.core.exponential import exp_nearest, log_nearest
from lib.core.power import power
from lib.math_parts import copysign, domain_error, fmod, range_error
from lib.trigonometry import sine
from rumpk import Array, Span, prim, u64, unchecked

PI: Final = 3.141592653589793
LOG_PI: Final = 1.1447298858494002
INFINITY: Final = float("inf")

# Error functions: numerators and denominators, lowest power first
ONE: Final = 8.45062911510467529297e-01         # erf(1), to 24 bits
SLOPE: Final = 1.28379167095512586316e-01       # 2/sqrt(pi) - 1
NEAR_P: Final[Array[float, 5]] = Array[float, 5]([
    1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03,
    -2.37630166566501626084e-05,
])
NEAR_Q: Final[Array[float, 6]] = Array[float, 6]([
    1.0, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03, 1.32494738004321644526e-04,
    -3.96022827877536812320e-06,
])
MID_P: Final[Array[float, 7]] = Array[float, 7]([
    -2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01,
    -1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03,
])
MID_Q: Final[Array[float, 7]] = Array[float, 7]([
    1.0, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02, 1.26171219808761642112e-01,
    1.36370839120290507362e-02, 1.19844998467991074170e-02,
])
FAR_P: Final[Array[float, 8]] = Array[float, 8]([
    -9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01,
    -1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00,
])
FAR_Q: Final[Array[float, 9]] = Array[float, 9]([
    1.0, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02, 6.45387271733267880336e+02,
    4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02,
])
FARTHER_P: Final[Array[float, 7]] = Array[float, 7]([
    -9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02,
    -6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02,
])
FARTHER_Q: Final[Array[float, 8]] = Array[float, 8]([
    1.0, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03, 3.19985821950859553908e+03,
    2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01,
])

# The gamma function: Lanczos' sum as a fraction, lowest power first
G: Final = 6.024680040776729583740234375
G_MINUS_HALF: Final = 5.524680040776729583740234375
LANCZOS_P: Final[Array[float, 13]] = Array[float, 13]([
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
])
LANCZOS_Q: Final[Array[float, 13]] = Array[float, 13]([
    0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0,
    1925.0, 66.0, 1.0,
])


@unchecked
def _polynomial(c: Span[float], x: float) -> float:
    """The pairs (c0 + c1 x), (c2 + c3 x) … times x**0, x**2 …, added in that order."""
    square = x * x
    fourth = square * square
    factor, out = 1.0, 0.0
    count = len(c)
    for at in range(0, count, 2):
        part = c[at] + x * c[at + 1] if at + 1 < count else c[at]
        if at == 0:
            out = part
        else:
            factor = square if at == 2 else fourth if at == 4 else fourth * square if at == 6 else fourth * fourth
            out += factor * part
    return out


@unchecked
def _tail(x: float) -> float:
    """erfc(|x|) for 1.25 <= |x| < 28."""
    a = prim.fabs(x)
    s = 1.0 / (a * a)
    if a < 1.0 / 0.35:
        ratio = _polynomial(FAR_P[:], s) / _polynomial(FAR_Q[:], s)
    else:
        ratio = _polynomial(FARTHER_P[:], s) / _polynomial(FARTHER_Q[:], s)
    z = prim.bitcast(float, prim.bitcast(u64, a) & u64(0xFFFFFFFF00000000))     # its square is exact
    return exp_nearest(-z * z - 0.5625) * exp_nearest((z - a) * (z + a) + ratio) / a


@unchecked
def _near(x: float) -> float:
    """erf(x)/x - 1 for small x."""
    z = x * x
    return _polynomial(NEAR_P[:], z) / _polynomial(NEAR_Q[:], z)


@unchecked
def _middle(a: float) -> float:
    """erf(a) - ONE near 1."""
    return _polynomial(MID_P[:], a - 1.0) / _polynomial(MID_Q[:], a - 1.0)


@unchecked
def erf(x: float) -> float:
    """The error function."""
    a = prim.fabs(x)
    if x != x:
        return x
    if a < 0.84375:
        return x + SLOPE * x if a < 3.725290298461914e-09 else x + x * _near(x)
    if a < 1.25:
        return copysign(ONE + _middle(a), x)
    return copysign(1.0 if a >= 6.0 else 1.0 - _tail(x), x)


@unchecked
def erfc(x: float) -> float:
    """1 - erf(x), without the loss of that subtraction."""
    a = prim.fabs(x)
    if x != x:
        return x
    if a < 0.84375:
        if a < 1.3877787807814457e-17:
            return 1.0 - x
        y = _near(x)
        return 1.0 - (x + x * y) if x < 0.25 else 0.5 - (x * y + (x - 0.5))
    if a < 1.25:
        return 1.0 - ONE - _middle(a) if x >= 0.0 else 1.0 + (ONE + _middle(a))
    if a >= 28.0 or x < -6.0:
        return 0.0 if x > 0.0 else 2.0
    return _tail(x) if x > 0.0 else 2.0 - _tail(x)


@unchecked
def _lanczos(x: float) -> float:
    above, below = 0.0, 0.0
    for i in range(13):
        if x < 5.0:
            above = above * x + LANCZOS_P[12 - i]
            below = below * x + LANCZOS_Q[12 - i]
        else:
            above = above / x + LANCZOS_P[i]
            below = below / x + LANCZOS_Q[i]
    return above / below


@unchecked
def _sin_pi(x: float) -> float:
    """sin(pi * x), exact where it is zero or one."""
    y = fmod(prim.fabs(x), 2.0)
    part = int(2.0 * y + 0.5)
    if part == 0:
        r = sine(PI * y, 0)
    elif part == 1:
        r = sine(PI * (y - 0.5), 1)
    elif part == 2:
        r = sine(PI * (1.0 - y), 0)
    elif part == 3:
        r = -sine(PI * (y - 1.5), 1)
    else:
        r = sine(PI * (y - 2.0), 0)
    return copysign(1.0, x) * r


@unchecked
def gamma(x: float) -> float:
    """The gamma function: (x - 1)! for whole numbers."""
    if x - x != 0.0:
        if x < 0.0:
            domain_error()
        return x
    if x == 0.0:
        domain_error()
    a = prim.fabs(x)
    if a <= 23.0 and float(int(a)) == a or x < 0.0 and a >= 4503599627370496.0:
        if x < 0.0:
            domain_error()
        out = 1.0
        for n in range(2, int(x)):
            out *= n                            # exact up to 22!
        return out
    if a < 1e-20:
        if 1.0 / a == INFINITY:
            range_error()
        return 1.0 / x
    if a > 200.0:
        if x < 0.0:
            if a < 4503599627370496.0 and float(int(a)) == a:
                domain_error()
            return 0.0 / _sin_pi(x)
        range_error()
    out = _gamma(x, a)
    if out == INFINITY or out == -INFINITY:
        range_error()
    return out


@unchecked
def _gamma(x: float, a: float) -> float:
    y = a + G_MINUS_HALF
    z = y - a - G_MINUS_HALF if a > G_MINUS_HALF else y - G_MINUS_HALF - a      # what the addition lost
    z = z * G / y
    if x < 0.0:
        r = -PI / _sin_pi(a) / a * exp_nearest(y) / _lanczos(a)
        r -= z * r
        if a < 140.0:
            return r / power(y, a - 0.5)
        half = power(y, a / 2.0 - 0.25)
        return r / half / half
    r = _lanczos(a) / exp_nearest(y)
    r += z * r
    if a < 140.0:
        return r * power(y, a - 0.5)
    half = power(y, a / 2.0 - 0.25)
    return r * half * half


@unchecked
def lgamma(x: float) -> float:
    """The logarithm of |gamma(x)|."""
    if x - x != 0.0:
        return x if x != x else INFINITY
    a = prim.fabs(x)
    if a >= 4503599627370496.0 or float(int(a)) == a:
        if x <= 0.0:
            domain_error()
        if x <= 2.0:
            return 0.0
    if a < 1e-20:
        return -log_nearest(a)
    r = log_nearest(_lanczos(a)) - G
    r += (a - 0.5) * (log_nearest(a + G - 0.5) - 1.0)
    if x < 0.0:
        r = LOG_PI - log_nearest(prim.fabs(_sin_pi(a))) - log_nearest(a) - r
    if r == INFINITY:
        range_error()
    return r
