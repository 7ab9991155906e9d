"""zlib.decompress of streams that CPython's zlib wrote, and of broken ones."""

import zlib

STREAMS: list[bytes] = [
    bytes.fromhex(
        "789c030000000001"),
    bytes.fromhex(
        "789c4b040000620062"),
    bytes.fromhex(
        "78daed920d76d4400c83afa2137027ffc8400bddb2b4d0727a3e4f6fd19797dd64126b64499e976fd6afd7eff5a8bcdffe3e"
        "696e6f7a78fdf9fc5bb73fbeeb85f28ff8f7aebe7dfd72de2ef005bec017f8025fe04f04764d6934e3502b27328a673b9c31"
        "d99552f38fb43b335828f955a5673217c28e4cee25b36de62caba7b27be00b5a74585d6d45430bb79277736d69247650cab2"
        "0b72e4208ce680216c84050222c787ba1187e042cb38078e95ba5f90ae348dd955d5005b205a946928ae0ad16f0c43d5ea5d"
        "221e8530f499afbb599458b29ed3491a188df8d46e9998410884a66053e75bd2dc04a3151e1b190924b068fccfe69a9b108c"
        "8dbb5583e558df263622a3af375178f61e682319004e44379696081c23394229d61a8fa0cc20365a6c10241d72a5e3ad5716"
        "d4113b3c0fdd1083214c320ef81b43deb8c4de596fac0812271c09a103b9ed93462656304dda44c6902852666874e6bfe784"
        "765b98358192dc13e518daac6516db2c8e256c30da73a4fc611470312473d43ee6cd090074f4ef4920a7fe0fe3d483f7"),
    bytes.fromhex(
        "7801ed950976db400c43af8213f44e5cc0b459ead6b19be5f4f9546ed1a7275b1a891c100069f9f6d3fa7bff554fcaebe5ed"
        "b7e6f2aec7fbcb9f575dfef9aa1be1e7f8fc505f1e7e1c7767f2e9c6391be72fe57c6f9c2fc6ffe86fc235a5d18c43ad9cc8"
        "28aeed70c664574acd37d2eecc60a1e453959ec9dc147664722e996d33c7b27a2abb07bca04487d5d55634b0602bb937c786"
        "462a15a12cbb00870ec4284e32800db18040e4b001e8861c840b2ee31c3096ea3e81bad21466575593d822a3459882e2a810"
        "f5c620542ddf05e25210839f79ba9b4588256bf0a9240d88867cc2b66b620622009a804d9c674971638c9678ac653890a445"
        "a31f5d6c5f87406cd42d1b24c7ea360e621975bd8e82b3e7801bce90e08474236981c8a325075182c0654710a6116b2d3230"
        "920a24d356129616d0417855530d32084224ed00bf11c4aa69388a561b2b8c440923217840b7d9b62e2752108ddb58469308"
        "12a66954e6bb7342b90d601196c17627ca319459c92cb6183b90840c5a7b8c1436ac50928b269951fbee371340d2c17f2701"
        "9ffa0be3d483f7"),
    bytes.fromhex(
        "7801010001fffe000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a"
        "2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c"
        "5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e"
        "8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0"
        "c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2"
        "f3f4f5f6f7f8f9fafbfcfdfeffadf67f81"),
    bytes.fromhex(
        "789cedc13101000000c2a0da8b6f0d0fa000008077036ce47e8c"),
    bytes.fromhex(
        "78012bc94855282ccd4cce56482aca2fcf5348cbaf50c82acd2d2856c82f4b2d5228014ae72456552aa4e4a7eb8179a38a47"
        "158f2aa6aa6200e521459c"),
]
RAW = bytes.fromhex(
        "ed920d76d4400c83afa2137027ffc8400bddb2b4d0727a3e4f6fd19797dd64126b64499e976fd6afd7eff5a8bcdffe3e696e"
        "6f7a78fdf9fc5bb73fbeeb85f28ff8f7aebe7dfd72de2ef005bec017f8025fe04f04764d6934e3502b27328a673b9c31d995"
        "52f38fb43b335828f955a5673217c28e4cee25b36de62caba7b27be00b5a74585d6d45430bb79277736d69247650cab20b72"
        "e4208ce680216c84050222c787ba1187e042cb38078e95ba5f90ae348dd955d5005b205a946928ae0ad16f0c43d5ea5d221e"
        "8530f499afbb599458b29ed3491a188df8d46e9998410884a66053e75bd2dc04a3151e1b190924b068fccfe69a9b108c8dbb"
        "5583e558df263622a3af375178f61e682319004e44379696081c23394229d61a8fa0cc20365a6c10241d72a5e3ad5716d411"
        "3b3c0fdd1083214c320ef81b43deb8c4de596fac0812271c09a103b9ed93462656304dda44c6902852666874e6bfe784765b"
        "98358192dc13e518daac6516db2c8e256c30da73a4fc611470312473d43ee6cd090074f4ef4920a7fe0f")
GZIP = bytes.fromhex(
        "1f8b08000000000002032bc94855282ccd4cce56482aca2fcf5348cbaf50c82acd2d2856c82f4b2d5228014ae72456552aa4"
        "e4a7eb8179a38a87bc620032f62470f4010000")


def attempt(data: bytes, wbits: int = 15) -> None:
    try:
        print(len(zlib.decompress(data, wbits)))
    except zlib.error as error:
        print(error)


def main() -> None:
    for stream in STREAMS:
        out = zlib.decompress(stream)
        print(len(stream), len(out), out[:30], f"{zlib.crc32(out):08x}", zlib.adler32(out))
    print(zlib.decompress(RAW, -15) == zlib.decompress(STREAMS[2]), zlib.decompress(bytearray(GZIP), wbits=31)[:40])
    print(zlib.decompress(GZIP, 47) == zlib.decompress(GZIP, 31), zlib.MAX_WBITS)
    whole = STREAMS[2]
    for cut in (0, 1, 2, 10, 100, len(whole) - 1, len(whole) - 4):
        attempt(whole[:cut])
    attempt(b"no zlib stream")
    attempt(whole[:-1] + b"?")
    attempt(b"\x78\x9c\x07")
    attempt(b"\x78\x9c\x01\x05\x00\x00\x00")
    attempt(b"\x79\x9c" + whole[2:])
    attempt(GZIP[:-1] + b"?", 31)
    attempt(GZIP[:-5] + b"?" + GZIP[-4:], 31)
    attempt(GZIP, 15)
    attempt(whole, 31)
    wrong: dict[str, int] = {}
    for at in range(2, 80):
        broken = bytearray(whole)
        broken[at] ^= 0x55
        try:
            zlib.decompress(bytes(broken))
            text = "fine"
        except zlib.error as error:
            text = str(error)
        wrong[text] = wrong.get(text, 0) + 1
    print(sorted(wrong.items()))


if __name__ == "__main__":
    main()
