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
# pyright is a Node program: where neither Node nor the network is at hand there is nothing to run. It has one thread, so it
# works beside the tests, and what it says comes behind theirs.
types= said=$(mktemp)
trap 'rm -f "$said"; [ -z "$types" ] || kill "$types" 2>/dev/null' EXIT
if pyright --version >/dev/null 2>&1; then
    pyright --warnings --project "$ROOT" >"$said" 2>&1 &
    types=$!
else
    echo "== pyright cannot run here (it needs Node); skipped" >&2
fi
check pytest python -m pytest -n 2 --dist worksteal -q "$@"

types_are_right() {
    local status=0
    wait "$types" || status=$?
    types=
    cat "$said"
    return "$status"
}
[ -z "$types" ] || check pyright types_are_right

if [ ${#failed[@]} -gt 0 ]; then
    echo "FAILED: ${failed[*]}" >&2
    exit 1
fi
