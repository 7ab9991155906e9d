"""io.BytesIO, json.dump and load, random: gamma, beta, von Mises, states."""

import io
import json
import random
from io import BytesIO, StringIO

def main() -> None:
    out = StringIO()
    json.dump({"b": [1, 2], "a": [3]}, out, indent=1, sort_keys=True)
    print(out.getvalue())
    print(json.load(StringIO('{"x": [1, 2.5, null, true]}')))
    out = StringIO()
    json.dump([1, "é", None], out, separators=(",", ":"), ensure_ascii=False)
    out.writelines(["x", "y\n"])
    print(out.getvalue(), out.writable())
    b = BytesIO(b"hello\nworld\n\nend")
    print(b.read(3), b.readline(), b.tell(), b.readlines(), b.read(), b.read(5))
    print(b.seek(2), b.write(b"XX"), b.getvalue(), b.seek(-3, 2), b.read(), b.seek(1, 1), b.seek(-100, 1))
    print(b.seek(20), b.write(bytearray(b"!")), b.getvalue(), b.truncate(4), b.getvalue(), b.tell(), b.read())
    buf = bytearray(3)
    b.seek(0, io.SEEK_SET)
    print(b.readinto(buf), buf, b.readline(2), [line for line in BytesIO(b"a\nb\nc")])
    for i in range(5):
        try:
            if i == 0:
                b.seek(-1)
            elif i == 1:
                b.seek(0, 5)
            elif i == 2:
                b.truncate(-2)
            elif i == 3:
                with b:
                    b.write(b"z")
                b.read()
            else:
                b.getvalue()
        except ValueError as e:
            print(e)
    r = random.Random(42)
    for _ in range(5):
        print(r.gammavariate(2.5, 1.5), r.gammavariate(1.0, 2.0), r.gammavariate(0.5, 1.0), r.betavariate(2.0, 3.0), r.vonmisesvariate(0.5, 4.0), r.vonmisesvariate(0.0, 0.0))
    r.gauss()
    state = r.getstate()
    first = [r.random() for _ in range(3)] + [r.gauss()]
    r.setstate(state)
    print(first == [r.random() for _ in range(3)] + [r.gauss()], len(state[1]), state[0], state[1][624], state[1][:3])
    random.seed(3)
    s = random.getstate()
    a = random.betavariate(1.5, 0.5)
    random.setstate(s)
    print(a == random.betavariate(1.5, 0.5), a)
    try:
        r.gammavariate(0.0, 1.0)
    except ValueError as e:
        print(e)

if __name__ == "__main__":
    main()
