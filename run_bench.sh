#!/usr/bin/env bash
# The project's figures: speed against C, sizes, times. Prints a table, writes build/bench/figures.json.
set -euo pipefail
# shellcheck source=setup_env.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup_env.sh"

need_packages qemu-system-riscv64=qemu-system-misc qemu-system-aarch64=qemu-system-arm clang=clang ld.lld=lld
# C by gcc is a second opinion: the figures do without it, and the table says where it is missing.
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    if ! (need_packages riscv64-unknown-elf-gcc=gcc-riscv64-unknown-elf aarch64-linux-gnu-gcc=gcc-aarch64-linux-gnu); then
        echo "run_bench.sh: gcc for the boards cannot be installed here; its column stays empty" >&2
    fi
fi
need_environment test
cd "$ROOT"
exec python tests/bench/measure.py "$@"
