"""SHA-512 and SHA-256 against known answers: FIPS 180-4's examples and the edges of the padding."""

from typing import Final

from lib.sha2 import Sha512, sha256, sha512

# Message, how often it is repeated, SHA-512, SHA-256.
ANSWERS: Final[list[tuple[str, int, str, str]]] = [
    ("", 1,
     "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
     "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1,
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
     "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
     "204a8fc6dda82f0a0ced7beb8e08a41657c16ef468b228a8279be331a703c335"
     "96fd15c13b1b07f9aa1d3bea57789ca031ad85c7a71dd70354ec631238ca3445",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
     "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu", 1,
     "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018"
     "501d289e4900f7e4331b99dec4b5433ac7d329eeb6dd26545e96e55b874be909",
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
    ("a", 55,
     "b0220c772cbf6c1822e2cb38a437d0e1d58772417a4bbb21c961364f8b6143e0"
     "5aa6316dca8d1d7b19e16448419076395f6086cb55101fbd6d5497b148e1745f",
     "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    ("a", 56,
     "962b64aae357d2a4fee3ded8b539bdc9d325081822b0bfc55583133aab44f18b"
     "afe11d72a7ae16c79ce2ba620ae2242d5144809161945f1367f41b3972e26e04",
     "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    ("a", 64,
     "01d35c10c6c38c2dcf48f7eebb3235fb5ad74a65ec4cd016e2354c637a8fb49b"
     "695ef3c1d6f7ae4cd74d78cc9c9bcac9d4f23a73019998a7f73038a5c9b2dbde",
     "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    ("a", 111,
     "fa9121c7b32b9e01733d034cfc78cbf67f926c7ed83e82200ef8681819692176"
     "0b4beff48404df811b953828274461673c68d04e297b0eb7b2b4d60fc6b566a2",
     "6374f73208854473827f6f6a3f43b1f53eaa3b82c21c1a6d69a2110b2a79baad"),
    ("a", 112,
     "c01d080efd492776a1c43bd23dd99d0a2e626d481e16782e75d54c2503b5dc32"
     "bd05f0f1ba33e568b88fd2d970929b719ecbb152f58f130a407c8830604b70ca",
     "f54353008a2553262ecdc4a34749563ba0950e8b0fc8652780b0a614b99683c1"),
    ("a", 128,
     "b73d1929aa615934e61a871596b3f3b33359f42b8175602e89f7e06e5f658a24"
     "3667807ed300314b95cacdd579f3e33abdfbe351909519a846d465c59582f321",
     "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"),
    ("ä", 500,
     "eb7ae307b69cf89f3ef98672601dbf3bbd6b5cdb7f46a9edea8e4aeb03270c1e"
     "ca59efdfe96e4dddacde368e233bed414ff90ce75a4d154642f987a387755e7c",
     "3fcfd156e7c358d6c1800ec536e06c22593961295d95eeab16c36a9cf502e1c6"),
]


class Score:
    """How many vectors agreed."""

    def __init__(self) -> None:
        self.green = 0
        self.red = 0

    def note(self, name: str, computed: str, expected: str) -> None:
        """Prints one vector's line."""
        if computed == expected:
            self.green += 1
            print(f"green  {name:<24} {computed[:16]}…")
        else:
            self.red += 1
            print(f"RED    {name:<24} {computed}, expected {expected}")


def check_pieces(score: Score) -> None:
    """A message that arrives in pieces of every length hashes like the whole."""
    whole = bytes(range(256)) * 3
    running = Sha512()
    at = 0
    length = 0
    while at < len(whole):
        running.update(whole[at:at + length])
        at += length
        length += 1
    score.note("pieces", running.digest().hex(), sha512(whole).hex())


def main() -> int:
    score = Score()
    for text, times, long_hash, short_hash in ANSWERS:
        message = (text * times).encode()
        name = f"{text[:4]!r} * {times}"
        score.note("sha512 " + name, sha512(message).hex(), long_hash)
        score.note("sha256 " + name, sha256(message).hex(), short_hash)
    check_pieces(score)
    print(f"{score.green} green, {score.red} red")
    return 0 if score.red == 0 else 1


if __name__ == "__main__":
    raise SystemExit(main())
