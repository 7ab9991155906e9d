"""NipBox, the shell: what the default image starts."""

from npl.nipbox.shell import Shell
from npl.nipbox.terminal import Terminal


def main() -> int:
    """The code that the machine ends with."""
    return Shell(Terminal()).run()


if __name__ == "__main__":
    raise SystemExit(main())
