"""`os.path`: paths as text, and what they lead to."""

from typing import Final

from lib.os_files import DIRECTORY, FILE, getcwd, kind_of, stat

sep: Final = "/"
curdir: Final = "."
pardir: Final = ".."


def join(a: str, /, *p: str) -> str:
    """One path; a part that begins with a slash drops those before it."""
    path = a
    for part in p:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(p: str) -> tuple[str, str]:
    """What is before the last component, and it."""
    cut = p.rfind("/") + 1
    head, tail = p[:cut], p[cut:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(p: str) -> str:
    return p[p.rfind("/") + 1:]


def dirname(p: str) -> str:
    return split(p)[0]


def splitext(p: str) -> tuple[str, str]:
    """What is before the last dot of the last component, and the rest; dots that the component begins with are none."""
    dot, begin = p.rfind("."), p.rfind("/") + 1
    if dot > begin and p[begin:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def isabs(s: str) -> bool:
    return s.startswith("/")


def normpath(path: str) -> str:
    """Without slashes and dots that mean nothing."""
    if not path:
        return "."
    lead = "" if not path.startswith("/") else "//" if path.startswith("//") and not path.startswith("///") else "/"
    parts: list[str] = []
    for part in path.split("/"):
        if part == "" or part == ".":
            continue
        if part != ".." or (not lead and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return lead + "/".join(parts) or "."


def abspath(path: str) -> str:
    return normpath(path if isabs(path) else join(getcwd(), path))


def exists(path: str) -> bool:
    return kind_of(path) != 0


def isdir(s: str) -> bool:
    return kind_of(s) == DIRECTORY


def isfile(path: str) -> bool:
    return kind_of(path) == FILE


def getsize(filename: str) -> int:
    return stat(filename).st_size


def getmtime(filename: str) -> float:
    return stat(filename).st_mtime
