"""Prints random doubles: bits and repr. The input names a seed and a count."""


def mixed(seed: int) -> tuple[int, int]:
    """(next seed, 53 random bits): xorshift on 63 bits, in steps that an int holds."""
    x = seed
    x ^= (x & 0x3_FFFF_FFFF_FFFF) << 13
    x ^= x >> 7
    x ^= (x & 0x3FFF_FFFF_FFFF) << 17
    return x, x >> 10


def main() -> None:
    """Random doubles as m * 2**e, so that no cast is needed."""
    line = input().split()
    seed = int(line[0])
    for _ in range(int(line[1])):
        seed, m = mixed(seed)
        seed, e = mixed(seed)
        exponent = e % 2100 - 1100
        x = float(m)
        while exponent > 0 and x < 1e300:
            step = exponent if exponent < 60 else 60
            x *= float(1 << step)
            exponent -= step
        while exponent < 0 and x > 0.0:
            step = -exponent if exponent > -60 else 60
            x /= float(1 << step)
            exponent += step
        text = repr(x)
        print(text if float(text) == x else f"{text} reads as {float(text)}")


if __name__ == "__main__":
    main()
