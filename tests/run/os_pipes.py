"""`os`: pipes and descriptors. A pipe holds what is written until it is read, then ends with its writing end."""

import os


def errno_of(call: int, fd: int) -> str:
    """What goes wrong."""
    try:
        if call == 0:
            os.read(fd, 5)
        elif call == 1:
            os.write(fd, b"x")
        elif call == 2:
            os.close(fd)
        elif call == 3:
            os.dup(fd)
        else:
            os.read(fd, -1)
    except BrokenPipeError as error:
        return f"BrokenPipeError {error.errno} {error.strerror} {error}"
    except OSError as error:
        return f"OSError {error.errno} {error.strerror} {error}"
    return "no error"


def ends() -> None:
    """Bytes come in order, in pieces as they are asked for; then the end."""
    r, w = os.pipe()
    print(r > 2, w > 2, r != w)
    print(os.write(w, b"hello, "), os.write(w, bytearray(b"pipe")), os.write(w, b""))
    print(os.read(r, 3), os.read(r, 0), os.read(r, 100))
    os.write(w, bytes(range(256)))
    os.close(w)
    print(os.read(r, 1000) == bytes(range(256)), os.read(r, 10), os.read(r, 10))
    os.close(r)


def shared() -> None:
    """The writing end is open as long as a descriptor leads to it."""
    r, w = os.pipe()
    other = os.dup(w)
    print(other != w)
    os.close(w)
    print(os.write(other, b"by the other"), os.read(r, 50))
    again = os.dup(r)
    os.close(r)
    os.write(other, b"12345")
    os.close(other)
    print(os.read(again, 2), os.read(again, 50), os.read(again, 50))
    os.close(again)


def around(rounds: int) -> None:
    """Whatever the sizes, what comes out is what went in."""
    r, w = os.pipe()
    at, seen, good = 0, 0, True
    for i in range(rounds):
        size = i * 37 % 4000 + 1
        at += os.write(w, bytes([(at + k) % 251 for k in range(size)]))
        want = i * 53 % 3000 + 1
        while seen < at:
            got = os.read(r, want)
            good = good and got == bytes([(seen + k) % 251 for k in range(len(got))])
            seen += len(got)
    print(good, at, seen)
    os.close(r)
    os.close(w)


def errors() -> None:
    r, w = os.pipe()
    print(errno_of(1, r), errno_of(0, w), sep="; ")
    print(errno_of(4, r))
    os.close(r)
    print(errno_of(1, w))
    os.close(w)
    for call in range(4):
        print(errno_of(call, w), errno_of(call, -1), errno_of(call, 1 << 20), sep="; ")
    print(os.strerror(9), os.strerror(32), os.strerror(2), os.strerror(12345), sep="; ")


def lowest() -> None:
    """The lowest descriptor that is free."""
    r, w = os.pipe()
    os.close(r)
    again = os.dup(w)
    print(again == r)
    os.close(again)
    os.close(w)


def main() -> None:
    ends()
    shared()
    around(40)
    errors()
    lowest()
    print(os.write(1, b""))


if __name__ == "__main__":
    main()
