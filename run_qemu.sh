#!/usr/bin/env bash
# Build the default image and boot it to the NipBox prompt. Installs what is missing; the second time there is nothing
# to install and, if nothing changed, nothing to build.
set -euo pipefail
# shellcheck source=setup_env.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup_env.sh"

usage="usage: ./run_qemu.sh [riscv64|aarch64] [-- QEMU-ARGUMENT ...]"

target=riscv64
if [ $# -gt 0 ] && [ "$1" != -- ]; then
    case $1 in
        riscv64 | aarch64) target=$1 ;;
        -h | --help)
            echo "$usage"
            echo "Ctrl-A X ends QEMU; exit at the prompt ends the machine."
            exit 0
            ;;
        *) die "$usage" "there is no board called $1" ;;
    esac
    shift
fi
[ $# -eq 0 ] || [ "$1" = -- ] || die "$usage" "arguments for QEMU stand behind --"

case $target in
    riscv64) need_packages qemu-system-riscv64=qemu-system-misc ;;
    aarch64) need_packages qemu-system-aarch64=qemu-system-arm ;;
esac
need_environment base

cd "$ROOT"
exec rumpkc run --target "$target" "$@"
