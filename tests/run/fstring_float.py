"""Format specifications of floats."""


def main() -> None:
    for x in (0.0, -0.0, 1.0, -1.5, 3.14159265, 1234567.891, 1e-5, 1.5e-7, 1e16, 123456789012345680.0, 0.5, 1e300, 0.1):
        print(f"{x}|{x:f}|{x:.0f}|{x:.1f}|{x:.3f}|{x:10.2f}|{x:<10.2f}|{x:^10.2f}|{x:010.2f}|{x:+.2f}|{x: .2f}")
        print(f"{x:e}|{x:.0e}|{x:.3e}|{x:E}|{x:g}|{x:.3g}|{x:.10g}|{x:G}|{x:n}|{x:%}|{x:.1%}|{x:#.0f}|{x:#g}")
        print(f"{x:,}|{x:,.2f}|{x:_.1f}|{x:20,.3f}|{x:*>12.1f}|{x:=+12.1f}|{x:.5}|{x:10}|{x:.17g}|{x:#.3}")
    for x in (float("inf"), float("-inf"), float("nan")):
        print(f"{x}|{x:f}|{x:.1f}|{x:e}|{x:g}|{x:F}|{x:E}|{x:8}|{x:<8}|{x:+}|{x:08.2f}|{x:%}|{x:,.2f}")
    print(f"{2.675:.2f} {0.125:.2f} {0.375:.2f} {2.5:.0f} {3.5:.0f} {1e21:.0f} {1e22:.3f} {5e-324:.3e}")
    print(f"{0.1:.25f} {1 / 3:.30g} {2.0 ** 60:.0f} {2.0 ** -60:.20g} {123456.0:.3g}")
    print(f"{1.7976931348623157e308:.3e} {9.995:.2f} {99999.5:.0f} {999999.5:g}")
    print(f"{0.00001234:g} {0.0001234:g} {100000.0:g} {1000000.0:g} {1e-5:g}")
    width = 12
    digits = 3
    print(f"{3.14159:{width}.{digits}f}|{3.14159:<{width}.{digits}e}|{-3.14159:0{width}.{digits}}|")
    for spec in ("d", "x", "s", "c", "q", ".-1f"):
        try:
            print(format(1.5, spec))
        except ValueError as e:
            print(spec, e)


if __name__ == "__main__":
    raise SystemExit(main())
