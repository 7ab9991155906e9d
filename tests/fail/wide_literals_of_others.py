from rumpk import u8, u64, w64


def of_others(a: u8, b: u64, c: w64) -> None:
    print(a + 2**63, a == 2**63, b + 2**64)
    print(c + 2**64)
    n: int = 2**63
    print(n)
