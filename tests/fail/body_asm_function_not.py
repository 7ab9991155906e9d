from rumpk import asm, u64


@asm
def hart() -> u64:
    return u64(0)
