"""base64, binascii and zlib's checksums: every padding, alphabets, strictness, messages."""

import base64
import binascii
import zlib

TEXTS = [
    b"YQ==", b"YQ=", b"YQ", b"Y", b"YWJj!ZA==", b"=YQ==", b"YQ==YQ==", b"Y=Q=", b"YQ=x=", b"YWJ", b"YWJj=", b"YQ===", b"====",
    b"abcde", b"", b"YW Jj\nZA==", b"-_-_", b"+/+/",
]
TEXTS32 = [b"ME======", b"MFRGG===", b"mfrgg===", b"MFRGGZDF", b"MFR", b"M1RGGZDF", b"M!RGGZDF", b"ME==ME==", b"MFRA====", b"A======="]


def decode(text: bytes) -> None:
    for strict in (False, True):
        try:
            print(text, strict, base64.b64decode(text, validate=strict))
        except binascii.Error as error:
            print(text, strict, error)


def main() -> None:
    data = bytes(range(0, 256, 5))
    for length in range(9):
        part = data[40:40 + length]
        print(base64.b64encode(part), base64.b32encode(part), base64.b16encode(part), binascii.hexlify(part))
        print(base64.b64decode(base64.b64encode(part)) == part, base64.b32decode(base64.b32encode(part)) == part,
              base64.b16decode(base64.b16encode(part)) == part, binascii.unhexlify(binascii.hexlify(part)) == part)
    for text in TEXTS:
        decode(text)
    for text in TEXTS32:
        for fold in (False, True):
            try:
                print(text, fold, base64.b32decode(text, fold, map01="L"))
            except binascii.Error as error:
                print(text, fold, error)
    print(base64.urlsafe_b64encode(b"\xfb\xff\xfe"), base64.urlsafe_b64decode("-__-"), base64.b64decode("-__-"))
    print(base64.b64encode(b"\xfb\xff\xfe", b"@#"), base64.b64decode("@##@", "@#"), base64.standard_b64decode("YWJj"))
    print(base64.b64encode(bytearray(b"abc")), base64.b64decode(bytearray(b"YWJj")))
    print(binascii.hexlify(b"abcde", ":"), binascii.hexlify(b"abcde", "-", 2), binascii.hexlify(b"abcde", b"-", -2),
          binascii.b2a_hex(b"\x00\xff"), binascii.a2b_hex("0aFF"), binascii.b2a_base64(b"abc"))
    print(binascii.b2a_base64(b"abc", newline=False), binascii.a2b_base64("YWJj\n"))
    for step in range(6):
        try:
            if step == 0:
                binascii.unhexlify("abc")
            elif step == 1:
                binascii.unhexlify(b"zz")
            elif step == 2:
                base64.b64decode("é")
            elif step == 3:
                base64.b16decode("0a")
            elif step == 4:
                base64.b16decode("ABC")
            else:
                binascii.hexlify(b"ab", "--")
        except ValueError as error:
            print(type(error).__name__, error)
    print(base64.b16decode("0a", True), binascii.crc32(b"123456789"), zlib.crc32(b"hello", 7), zlib.crc32(b""))
    print(zlib.adler32(b"Wikipedia"), zlib.adler32(b""), zlib.adler32(b"abc", 99), zlib.crc32(bytearray(data)))
    print(zlib.crc32(b"world", zlib.crc32(b"hello ")) == zlib.crc32(b"hello world"))


if __name__ == "__main__":
    main()
