"""The same objects, linked by us and by other linkers, behave the same in QEMU."""

from __future__ import annotations

from pathlib import Path

import pytest

from rumpkc.targets.target import target_by_name
from tests.unit.link.tools import BOARDS, LINKERS, START, START_END, c_object, exit_code, link, link_with

# Two files that use what C compilers make relocations for: calls both ways, tables, constants, strings, common and
# weak symbols, static and global data, function pointers, a jump table, floating point constants, 128-bit loads.
FIRST = """
extern int table[]; extern const char *names[]; int twice(int); extern int (*operation)(int);
extern double scale(double); int weak_absent(int) __attribute__((weak));
__attribute__((weak)) int weak_here(int x) { return x; }
int shared_zero[40]; static int counter = 5; int pick(int); struct big { long a, b, c, d; }; struct big global_big;
static struct big copy(struct big *from) { return *from; }
int main(void) {
  int sum = counter;
  for (int i = 0; i < 4; i++) sum += table[i] + twice(i) + names[i & 1][0] + pick(i);
  if (weak_absent) sum += weak_absent(1);
  sum += weak_here(3) + operation(2) + (int)scale(2.5);
  struct big b = {1, 2, 3, 4}; global_big = copy(&b);
  shared_zero[3] = sum; sum += shared_zero[3] + shared_zero[4] + (int)global_big.d;
  return sum & 0x7f;
}
"""
SECOND = """
int table[4] = {1, 20, 300, 4000}; const char *names[2] = {"alpha", "beta"};
int twice(int x) { return 2 * x; } static int square(int x) { return x * x; } int (*operation)(int) = square;
double scale(double x) { return x * 3.25 + 0.1; }
__attribute__((noinline)) int pick(int x) { switch (x) { case 0: return table[1]; case 1: return twice(8);
  case 2: return 99; case 3: return square(table[0] + 6); case 4: return 11; case 5: return names[0][1]; } return x; }
int weak_here(int x) { return 7 * x; }
"""


@pytest.mark.parametrize("arch", BOARDS)
@pytest.mark.parametrize("level", ["-O0", "-O2"])
def test_same_as_other_linkers(arch: str, level: str, tmp_path: Path) -> None:
    flags = (level, "-g")
    objects = [c_object(START[arch] + START_END + FIRST, arch, tmp_path, "first", flags),
               c_object(SECOND, arch, tmp_path, "second", flags)]
    target = target_by_name(arch)
    ours = tmp_path / "ours.elf"
    ours.write_bytes(link(objects, arch).elf_bytes)
    code = exit_code(ours, target)
    for program in LINKERS[arch]:
        assert exit_code(link_with(program, objects, arch, tmp_path), target) == code, program
    assert code not in (0, 1)


@pytest.mark.parametrize("arch", BOARDS)
def test_input_order_does_not_change_meaning(arch: str, tmp_path: Path) -> None:
    objects = [c_object(START[arch] + START_END + FIRST, arch, tmp_path, "first"),
               c_object(SECOND, arch, tmp_path, "second")]
    codes = set()
    for inputs in (objects, objects[::-1]):
        image = tmp_path / "image.elf"
        image.write_bytes(link(inputs, arch).elf_bytes)
        codes.add(exit_code(image, target_by_name(arch)))
    assert len(codes) == 1
