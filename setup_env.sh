# shellcheck shell=bash
# Set-up that run_qemu.sh and run_tests.sh share. Source it; it does nothing by itself, and says nothing when there is
# nothing to do.
#
#   need_packages COMMAND=PACKAGE …   Debian packages: installed where we are root, else the command to paste, exit 1
#   need_environment base|EXTRA       .venv with the project (and its extra dependencies) installed for editing
#
# The environment counts as done when .venv/.installed-EXTRA holds the key of what it was made from: Python's version,
# this folder and pyproject.toml. It is written last, so that an interrupted installation is taken up again.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
VENV=$ROOT/.venv

die() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Whether a requirement is met: a command on PATH, or a module of Python's ("python:ensurepip").
have() {
    case $1 in
        python:*) command -v python3 >/dev/null && python3 -c "import ${1#python:}" 2>/dev/null ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

missing_of() {
    local pair
    for pair in "$@"; do
        have "${pair%%=*}" || printf '%s ' "${pair#*=}"
    done
}

need_packages() {
    local missing
    missing=$(missing_of "$@")
    [ -z "$missing" ] && return
    local update='apt-get update' install="apt-get install -y --no-install-recommends ${missing% }"
    if ! command -v apt-get >/dev/null; then
        die "missing: ${missing% } (names of Debian packages)" "install them with this system's package manager"
    elif [ "$(id -u)" -ne 0 ]; then
        die "missing: ${missing% }" "paste this, then run the script again:" "" "    sudo $update && sudo $install" ""
    fi
    echo "installing ${missing% }" >&2
    # $install is a list of words on purpose.
    # shellcheck disable=SC2086
    { $update && DEBIAN_FRONTEND=noninteractive $install; } >"${TMPDIR:-/tmp}/rumpk-apt.log" 2>&1 ||
        die "apt-get failed; its last words:" "$(tail -n 15 "${TMPDIR:-/tmp}/rumpk-apt.log")"
    missing=$(missing_of "$@")
    [ -z "$missing" ] || die "installed, but still missing: ${missing% }"
}

need_environment() {
    local extra=$1 key stamp
    need_packages python3=python3 python:ensurepip=python3-venv
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        die "Python 3.11 or newer is needed; this is $(python3 --version)"
    key="$(python3 --version) $ROOT $(cksum <"$ROOT/pyproject.toml")"
    stamp=$VENV/.installed-$extra
    if [ ! -x "$VENV/bin/rumpkc" ] || [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$key" ]; then
        install_environment "$extra"
        printf '%s\n' "$key" >"$stamp"
    fi
    PATH=$VENV/bin:$PATH
}

install_environment() {
    local wanted=$ROOT
    [ "$1" = base ] || wanted="${ROOT}[$1]"
    echo "setting up .venv" >&2
    # A virtual environment that was moved or whose Python is gone cannot be mended, only made again.
    if ! "$VENV/bin/python" -c "import sys; sys.exit(sys.prefix != '$VENV')" 2>/dev/null; then
        rm -rf "$VENV"
        python3 -m venv "$VENV" || die "python3 -m venv failed"
    fi
    PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore \
        "$VENV/bin/python" -m pip install --quiet --editable "$wanted" ||
        die "pip could not install the project: the lines above say why (is there a network?)"
    # An editable install compiles nothing, and some environments forbid Python to keep what it compiles.
    "$VENV/bin/python" -m compileall -q "$ROOT/compiler" ||
        echo "could not keep compiled modules: every command compiles them again" >&2
}
