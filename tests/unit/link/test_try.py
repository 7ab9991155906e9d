"""rt_try and rt_throw of boot/<arch>/try.S, called from C in QEMU: nesting, saved registers, the chain of frames."""

from __future__ import annotations

from pathlib import Path

import pytest

from rumpkc.asm.assembler import assemble
from rumpkc.targets.target import target_by_name
from tests.unit.link.tools import BOARDS, START, START_END, c_object, exit_code, link

ROOT = Path(__file__).resolve().parents[3]

# Each check adds a bit of its own to the exit code, so a failure says which one it was.
SOURCE = """
typedef long (*body)(void *);
long rt_try(body, void *); void rt_throw(void) __attribute__((noreturn)); extern void *boot_hart[2];
static volatile int marks;
static void clobber(void) { CLOBBER }
static long gives(void *p) { return *(long *)p + 1; }
static long throws(void *p) { (void)p; clobber(); rt_throw(); }
static long nests(void *p) {
  if (rt_try(throws, p) != -1) return 1;
  marks |= 1;
  long seven = 6;
  if (rt_try(gives, &seven) != 7) return 2;
  marks |= 2;
  rt_throw();
}
static long depth(void *p) { (void)p; int n = 0;
  for (long *f = __builtin_frame_address(0); f && n < 50; n++) f = (long *)PARENT;
  return n; }
static __attribute__((noinline)) long plain(void *p) { return depth(p); }
/* Values that are live across rt_try in saved registers, integer and floating point, as many as there are. */
static __attribute__((noinline)) long keeps(volatile long *v, volatile double *d) {
  long a = v[0], b = v[1], c = v[2], e = v[3], f = v[4], g = v[5], h = v[6], i = v[7];
  double q = d[0], r = d[1], s = d[2], t = d[3], u = d[4], w = d[5];
  if (rt_try(nests, 0) != -1) return 0;
  return a + b * 2 + c * 3 + e * 4 + f * 5 + g * 6 + h * 7 + i * 8 == 204
    && q + r * 2 + s * 3 + t * 4 + u * 5 + w * 6 == 91.0;
}
void rt_uncaught(void) { quit(boot_hart[1] == 0 ? marks : 99); for (;;); }
int main(void) {
  static volatile long v[8] = {1, 2, 3, 4, 5, 6, 7, 8}; static volatile double d[6] = {1, 2, 3, 4, 5, 6};
  if (keeps(v, d)) marks |= 4;
  if (boot_hart[1] == 0) marks |= 8;
  if (rt_try(plain, 0) == plain(0) + 1) marks |= 16;
  rt_throw();
}
"""
SAVED = {
    "riscv64": ('__asm__ volatile("' + "".join(f"li s{i}, -1\\n" for i in range(1, 12))
                + "".join(f"fmv.d.x fs{i}, zero\\n" for i in range(12)) + '");'),
    "aarch64": ('__asm__ volatile("' + "".join(f"mov x{i}, #-1\\n" for i in range(19, 29))
                + "".join(f"fmov d{i}, xzr\\n" for i in range(8, 16)) + '");'),
}
PARENT = {"riscv64": "f[-2]", "aarch64": "f[0]"}
END_OF_CHAIN = {"riscv64": "li s0, 0\\n\\tla tp, boot_hart\\n\\t",
                "aarch64": "mov x29, #0\\n\\tldr x0, =boot_hart\\n\\tmsr tpidr_el1, x0\\n\\t"}


@pytest.mark.parametrize("arch", BOARDS)
@pytest.mark.parametrize("level", ["-O0", "-O2"])
def test_try_and_throw(arch: str, level: str, tmp_path: Path) -> None:
    start = START[arch].replace('__asm__("', f'__asm__("{END_OF_CHAIN[arch]}', 1)
    text = start + START_END.replace("int main", "__attribute__((noreturn)) void rt_uncaught(void);\nint main")
    text += SOURCE.replace("CLOBBER", SAVED[arch]).replace("PARENT", PARENT[arch])
    path = f"boot/{arch}/try.S"
    stub = assemble(".equ USER, 0; " + (ROOT / path).read_text(), path, target_by_name(arch))
    main = c_object(text, arch, tmp_path, flags=(level, "-g", "-fno-omit-frame-pointer"))
    image = tmp_path / "image.elf"
    image.write_bytes(link([main, ("try.o", stub.to_elf())], arch).elf_bytes)
    assert exit_code(image, target_by_name(arch)) == 31
