#!/usr/bin/env bash
# Every check of the project: style, types of the compiler's own code, all tests. Installs what is missing.
#
#   ./run_tests.sh              everything
#   ./run_tests.sh -m quick     what goes behind is given to pytest
set -uo pipefail
# shellcheck source=setup_env.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup_env.sh"

need_packages qemu-system-riscv64=qemu-system-misc qemu-system-aarch64=qemu-system-arm
# Only some tests want these, and say so where they are missing.
if [ "$(id -u)" -eq 0 ]; then
    need_packages gdb-multiarch=gdb-multiarch riscv64-unknown-elf-as=binutils-riscv64-unknown-elf \
        aarch64-linux-gnu-as=binutils-aarch64-linux-gnu llvm-dwarfdump=llvm clang=clang ld.lld=lld
fi
need_environment test
cd "$ROOT" || exit 1

failed=()
check() {
    local name=$1
    shift
    echo "== $name" >&2
    "$@" || failed+=("$name")
}

check ruff ruff check --quiet compiler tests apps lib hal kernel fs npl
# pyright is a Node program: where neither Node nor the network is at hand there is nothing to run.
if pyright --version >/dev/null 2>&1; then
    check pyright pyright --warnings --project "$ROOT"
else
    echo "== pyright cannot run here (it needs Node); skipped" >&2
fi
check pytest python -m pytest -n 2 --dist worksteal -q "$@"

if [ ${#failed[@]} -gt 0 ]; then
    echo "FAILED: ${failed[*]}" >&2
    exit 1
fi
