"""`random`: the Mersenne Twister MT19937 with CPython's seeding and CPython's use of its numbers.

Matsumoto and Nishimura, "Mersenne Twister", 1998.  A seed gives the sequence that it gives in CPython. Without a seed
the clock chooses.  An int has 64 bits here, so `getrandbits` of more raises OverflowError.
"""

from typing import Collection, Final, Hashable, MutableSequence, Sequence, TypeVar

from lib.math import acos, cos, exp, frexp, isfinite, isinf, log, sin, sqrt
from lib.mersenne_twister import SIZE, Twister
from lib.system import uptime_ns
from rumpk import inline, w32, w64

T = TypeVar("T")
State = tuple[int, tuple[int, ...], float | None]

TURN = 6.283185307179586                # 2 pi
MERSENNE: Final = w64(0x1FFFFFFFFFFFFFFF)        # 2**61 - 1
HALF_TURN = 3.141592653589793           # pi
EULER = 2.718281828459045
LOG_4 = 1.3862943611198906
SG_MAGIC = 2.504077396776274            # 1 + log(4.5)
MAGIC = 1.7155277699214135              # 4 exp(-1/2) / sqrt(2)


class Random(Twister):
    """One sequence of numbers."""

    gauss_next: float | None

    def __init__(self, x: Hashable = None) -> None:
        super().__init__()
        self.gauss_next = None
        self.seed(x)

    def seed(self, a: Hashable = None, version: int = 2) -> None:
        if version == 1 and isinstance(a, str):
            self._seed_number(_old_key(a))
        elif version == 1 and isinstance(a, bytes):
            self._seed_number(_old_key(a.decode("latin-1")))
        elif isinstance(a, int):
            self._seed_number(w64(0) - w64(int(a)) if a < 0 else w64(int(a)))
        elif isinstance(a, float):
            self._seed_number(_float_key(a))
        elif isinstance(a, str):
            self._seed_bytes(a.encode())
        elif isinstance(a, bytes):
            self._seed_bytes(a)
        elif isinstance(a, bytearray):
            self._seed_bytes(bytes(a))
        elif a is None:
            self._seed_number(w64(uptime_ns()))
        else:
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        self.gauss_next = None

    @inline
    def _below(self, n: int) -> int:
        """A number from 0 to n - 1, each as likely."""
        bits = n.bit_length()
        r = self.getrandbits(bits)
        while r >= n:
            r = self.getrandbits(bits)
        return r

    # Integers

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
        if step == 0:
            raise ValueError("zero step for randrange()")
        n = (width + step - 1) // step if step > 0 else (width + step + 1) // step
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(n)

    def randint(self, a: int, b: int) -> int:
        return self.randrange(a, b + 1)

    # Sequences

    def choice(self, seq: Sequence[T]) -> T:
        if len(seq) == 0:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x: MutableSequence[T]) -> None:
        for i in reversed(range(1, len(x))):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population: Sequence[T], k: int, *, counts: Collection[int] | None = None) -> list[T]:
        n = len(population)
        if counts is not None:
            sums: list[int] = []
            total = 0
            for count in counts:
                total += count
                sums.append(total)
            if len(sums) != n:
                raise ValueError("The number of counts does not match the population")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            return [population[_place(sums, at, n)] for at in self._places(total, k)]
        return [population[at] for at in self._places(n, k)]

    def _places(self, n: int, k: int) -> list[int]:
        """`k` different numbers below `n`. What CPython draws depends on which of its two ways is cheaper for it."""
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        room = 21
        if k > 5:
            table = 1
            while table < 3 * k:
                table *= 4
            room += table
        out: list[int] = []
        if n <= room:
            pool = list(range(n))
            for i in range(k):
                j = self._below(n - i)
                out.append(pool[j])
                pool[j] = pool[n - i - 1]
            return out
        chosen: set[int] = set()
        while len(out) < k:
            j = self._below(n)
            while j in chosen:
                j = self._below(n)
            chosen.add(j)
            out.append(j)
        return out

    def choices(
        self,
        population: Sequence[T],
        weights: Collection[float] | None = None,
        *,
        cum_weights: Collection[float] | None = None,
        k: int = 1,
    ) -> list[T]:
        n = len(population)
        sums: list[float] = []
        if cum_weights is not None:
            if weights is not None:
                raise TypeError("Cannot specify both weights and cumulative weights")
            for known in cum_weights:
                sums.append(0.0 + known)
        elif weights is not None:
            total = 0.0
            for weight in weights:
                total += weight
                sums.append(total)
        else:
            return [population[int(self.random() * (n + 0.0))] for _ in range(k)]
        if len(sums) != n:
            raise ValueError("The number of weights does not match the population")
        if sums[-1] <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not isfinite(sums[-1]):
            raise ValueError("Total of weights must be finite")
        return [population[_place(sums, self.random() * sums[-1], n - 1)] for _ in range(k)]

    # Distributions

    def uniform(self, a: float, b: float) -> float:
        return a + (b - a) * self.random()

    def triangular(self, low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
        u = self.random()
        if mode is None:
            c = 0.5
        elif high == low:
            return low
        else:
            c = (mode - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = MAGIC * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu: float = 0.0, sigma: float = 1.0) -> float:
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TURN
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu: float, sigma: float) -> float:
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd: float) -> float:
        return -log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha: float) -> float:
        return float((1.0 - self.random()) ** (-1.0 / alpha))

    def weibullvariate(self, alpha: float, beta: float) -> float:
        return float(alpha * (-log(1.0 - self.random())) ** (1.0 / beta))

    def vonmisesvariate(self, mu: float, kappa: float) -> float:
        """An angle around `mu` (Fisher 1993, with CPython's steps)."""
        if kappa <= 1e-6:
            return TURN * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(HALF_TURN * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + acos(f)) % TURN
        return (mu - acos(f)) % TURN

    def gammavariate(self, alpha: float, beta: float) -> float:
        """Cheng 1977 for alpha above 1, Ahrens and Dieter 1974 below it."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            scale = sqrt(2.0 * alpha - 1.0)
            b = alpha - LOG_4
            c = alpha + scale
            while True:
                u1 = self.random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - self.random()
                v = log(u1 / (1.0 - u1)) / scale
                x = alpha * exp(v)
                z = u1 * u1 * u2
                r = b + c * v - x
                if r + SG_MAGIC - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        while True:
            u = self.random()
            b = (EULER + alpha) / EULER
            p = b * u
            x = float(p ** (1.0 / alpha)) if p <= 1.0 else -log((b - p) / alpha)
            u1 = self.random()
            if p > 1.0:
                if u1 <= float(x ** (alpha - 1.0)):
                    break
            elif u1 <= exp(-x):
                break
        return x * beta

    def betavariate(self, alpha: float, beta: float) -> float:
        y = self.gammavariate(alpha, 1.0)
        if y != 0.0:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0

    def getstate(self) -> "State":
        """All that the following numbers depend on, for `setstate`."""
        return (3, tuple([int(w) for w in self._words] + [self._at]), self.gauss_next)

    def setstate(self, state: "State") -> None:
        version, words, following = state
        if version != 3:
            raise ValueError(f"state with version {version} passed to Random.setstate() of version 3")
        if len(words) != SIZE + 1:
            raise ValueError("state vector is the wrong size")
        if not 0 <= words[SIZE] <= SIZE:
            raise ValueError("invalid state")
        for i in range(SIZE):
            self._words[i] = w32(words[i])
        self._at = words[SIZE]
        self.gauss_next = following


def _float_key(x: float) -> w64:
    """CPython's hash of a float, which its `seed` takes: the value modulo 2**61 - 1, with the sign."""
    if isinf(x):
        return w64(314159) if x > 0.0 else w64(0) - w64(314159)
    part, exponent = frexp(abs(x))
    out = w64(0)
    while part > 0.0:
        out = ((out << 28) & MERSENNE) | (out >> 33)
        part *= 268435456.0
        exponent -= 28
        whole = int(part)
        part -= whole
        out += w64(whole)
        if out >= MERSENNE:
            out -= MERSENNE
    turn = exponent % 61
    out = ((out << turn) & MERSENNE) | (out >> (61 - turn))
    if x >= 0.0:
        return out
    return w64(0) - (out if out != 1 else w64(2))


def _place(sums: list[T], x: T, high: int) -> int:
    """The first place whose sum is larger than `x`; `high` at most."""
    low = 0
    while low < high:
        middle = (low + high) // 2
        if x < sums[middle]:
            high = middle
        else:
            low = middle + 1
    return low


# The functions of the module use one generator of their own

_own: Random | None = None


def _shared() -> Random:
    global _own
    if _own is None:
        _own = Random()
    return _own


def seed(a: Hashable = None, version: int = 2) -> None:
    _shared().seed(a, version)


def _old_key(text: str) -> w64:
    """What version 1 of `seed` makes of a text: the hash of old Pythons."""
    x = w64(ord(text[0])) << 7 if text else w64(0)
    for c in text:
        x = 1000003 * x ^ w64(ord(c))
    return x ^ w64(len(text))


def random() -> float:
    return _shared().random()


def getrandbits(k: int) -> int:
    return _shared().getrandbits(k)


def randbytes(n: int) -> bytes:
    return _shared().randbytes(n)


def randrange(start: int, stop: int | None = None, step: int = 1) -> int:
    return _shared().randrange(start, stop, step)


def randint(a: int, b: int) -> int:
    return _shared().randint(a, b)


def choice(seq: Sequence[T]) -> T:
    return _shared().choice(seq)


def shuffle(x: MutableSequence[T]) -> None:
    _shared().shuffle(x)


def sample(population: Sequence[T], k: int, *, counts: Collection[int] | None = None) -> list[T]:
    return _shared().sample(population, k, counts=counts)


def choices(
    population: Sequence[T],
    weights: Collection[float] | None = None,
    *,
    cum_weights: Collection[float] | None = None,
    k: int = 1,
) -> list[T]:
    return _shared().choices(population, weights, cum_weights=cum_weights, k=k)


def uniform(a: float, b: float) -> float:
    return _shared().uniform(a, b)


def triangular(low: float = 0.0, high: float = 1.0, mode: float | None = None) -> float:
    return _shared().triangular(low, high, mode)


def normalvariate(mu: float = 0.0, sigma: float = 1.0) -> float:
    return _shared().normalvariate(mu, sigma)


def gauss(mu: float = 0.0, sigma: float = 1.0) -> float:
    return _shared().gauss(mu, sigma)


def lognormvariate(mu: float, sigma: float) -> float:
    return _shared().lognormvariate(mu, sigma)


def expovariate(lambd: float) -> float:
    return _shared().expovariate(lambd)


def paretovariate(alpha: float) -> float:
    return _shared().paretovariate(alpha)


def weibullvariate(alpha: float, beta: float) -> float:
    return _shared().weibullvariate(alpha, beta)


def vonmisesvariate(mu: float, kappa: float) -> float:
    return _shared().vonmisesvariate(mu, kappa)


def gammavariate(alpha: float, beta: float) -> float:
    return _shared().gammavariate(alpha, beta)


def betavariate(alpha: float, beta: float) -> float:
    return _shared().betavariate(alpha, beta)


def getstate() -> State:
    return _shared().getstate()


def setstate(state: State) -> None:
    _shared().setstate(state)
