"""Format specifications of integers: every presentation type, sign, fill, width, grouping, alternate form."""


def main() -> None:
    for n in (0, 7, -7, 255, -255, 1234567, -1234567, 9223372036854775807):
        print(f"{n}|{n:d}|{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:=5}|{n:05}|{n:+}|{n: }|{n:-}")
        print(f"{n:b}|{n:o}|{n:x}|{n:X}|{n:#b}|{n:#o}|{n:#x}|{n:#X}|{n:#010x}|{n:+#x}")
        print(f"{n:,}|{n:_}|{n:_x}|{n:_b}|{n:15,}|{n:<15,}|{n:015,}|{n:*>12}|{n:*^12}|{n:0>12}|{n:x<12}")
        print(f"{n:e}|{n:.2e}|{n:E}|{n:f}|{n:.2f}|{n:g}|{n:G}|{n:%}|{n:.1%}|{n:n}|{n:12.3f}|{n:.0f}")
    print(f"{65:c}|{8364:c}|{128512:c}|{97:5c}|{97:<5c}|{97:^5c}|")
    print(f"{True:d}|{True}|{False:5}|{True:5d}|{True:x}|{True!s:>6}|{False:<6d}|")
    width = 8
    fill = "."
    base = "x"
    print(f"{42:{width}}|{42:{fill}>{width}}|{255:#{base}}|{42:0{width}{base}}|{42:{width - 4}d}|")
    print(f"{-42:=8}|{-42:=+8}|{-42:08d}|{42:+08d}|{42: 08d}|{-42:é=8}|{-0x2a:#08x}|")
    print(f"{1234:,d}|{12:,}|{123456789:_d}|{0xFFFFFFFF:_x}|{-1234:,}|{1000:+,}|{123:06,}|{1234:06,}")
    for spec in ("q", ".2", ".2d", "s", ",x", "+c", "5.1d", "zz", "10Q"):
        try:
            print(format(5, spec))
        except ValueError as e:
            print(spec, e)


if __name__ == "__main__":
    raise SystemExit(main())
