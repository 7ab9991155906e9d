"""`__doc__` of classes that only the run tells."""


class Cmd:
    """Base."""

    @classmethod
    def help(cls) -> str:
        return f"{cls.__name__}: {cls.__doc__}"

    def own(self) -> str | None:
        return type(self).__doc__


class Help(Cmd):
    """Show help."""


class Quit(Cmd):
    pass


class Sub(Help):
    pass


class Gone(Exception):
    """It is gone."""


class Far(Gone):
    pass


class Plain:
    pass


def kinds() -> list[type[Cmd]]:
    return [Sub, Cmd]


def main() -> None:
    cmds: list[type[Cmd]] = [Help, Quit]
    for c in cmds + kinds():
        print(c.__name__, c.__doc__, (c.__doc__ or "-").upper(), c.help(), c().own())
    table: dict[str, type[Cmd]] = {"h": Help}
    print(table["h"].__doc__)
    for e in (Gone(1), Far(2)):
        try:
            raise e
        except Gone as g:
            print(type(g).__doc__, g.__doc__, type(e).__doc__)
    commands: list[Cmd] = [Help(), Quit(), Sub()]
    for o in commands:
        kind = type(o)
        print(type(o).__doc__, kind.__doc__, o.help())
    p = type(Plain())
    print(p.__doc__, type(Plain()).__doc__, [t.__doc__ for t in [Plain]])


if __name__ == "__main__":
    main()
