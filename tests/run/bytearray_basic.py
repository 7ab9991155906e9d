"""bytearray: mutable bytes."""


def main() -> None:
    buffer = bytearray()
    for n in range(5):
        buffer.append(n * 50)
    print(buffer, len(buffer), bytes(buffer), buffer[2], buffer[-1])
    buffer[0] = 65
    buffer[-1] = 66
    print(buffer, buffer == bytearray(b"A2d\x96B"), buffer[1:3], buffer.hex())
    buffer.extend(b"xyz")
    buffer += b"!"
    print(buffer, buffer.pop(), buffer.find(b"xy"), 66 in buffer)
    zeros = bytearray(4)
    print(zeros, bytearray(b"init"), bytearray([1, 2]), len(bytearray(1000)))
    for value in (256, -1):
        try:
            zeros[0] = value
        except ValueError as e:
            print(e)
        try:
            zeros.append(value)
        except ValueError as e:
            print(e)
    try:
        zeros[4] = 1
    except IndexError as e:
        print(e)
    try:
        print(zeros[-5])
    except IndexError as e:
        print(e)
    total = 0
    for byte in bytearray(b"abc"):
        total += byte
    print(total, bytearray(b"a") + b"b", bytearray(b"text").decode())
    alias = zeros
    alias[1] = 7
    print(zeros, alias is zeros, bytes(zeros) == b"\x00\x07\x00\x00")
    zeros.clear()
    print(zeros, len(zeros), bool(zeros))


if __name__ == "__main__":
    raise SystemExit(main())
