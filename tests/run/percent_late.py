"""The operator % of texts that are no literals: log lines, tables of formats."""

FMT = "%s has %d items"


def log(fmt: str, *args: object) -> None:
    print("[log]", fmt % args if args else fmt)


class Logger:
    def __init__(self, name: str) -> None:
        self.name = name

    def info(self, msg: str, *args: object) -> None:
        line = msg % args if args else msg
        print(f"{self.name}: {line}")


def k(rest: tuple[int, ...]) -> str:
    return "%d %d" % rest


def named(rest: tuple[object, ...]) -> str:
    return "%s|%5.1f" % rest


def run_pctlate() -> None:
    fmt = "%-5s|%5.2f|%x"
    print(fmt % ("ab", 1.5, 255), FMT % ("x", 3))
    table = {"a": "A=%d", "b": "B=%s"}
    for k, f in table.items():
        print(f % 3)


def run_log() -> None:
    log("%s is %d", "x", 3)
    log("plain")
    Logger("a").info("%r %5.1f%%", "q", 12.5)


def run_rows() -> None:
    print(k((1, 2)), named(("a", 2.5)))
    try:
        print(k((1,)))
    except TypeError as e:
        print(e)
    name = "n"
    line = "%s: " + "%d"
    print(line % (name, 3), (line + "!") % ("x", 4))
    fmt = "%s"
    fmt %= "q"
    print(fmt)


def main() -> None:
    run_pctlate()
    run_log()
    run_rows()


if __name__ == "__main__":
    main()
