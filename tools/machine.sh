#!/bin/sh
# Is what we need on this machine? As root on Debian the missing packages are installed; elsewhere
# one sentence says what is missing.
#   tools/machine.sh run     Python and Node
#   tools/machine.sh test    and chromium, postgresql, redis, ffmpeg, espeak-ng
set -eu
python=${PYTHON:-python3}
say() { echo "$*" >&2; exit 1; }

command -v "$python" >/dev/null || say "Colloquy needs Python 3.11 or newer. Please install it, then run this again."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  say "Colloquy needs Python 3.11 or newer, and this is $("$python" -V). Install it and run: make PYTHON=python3.11 run"
"$python" -c 'import venv, ensurepip' 2>/dev/null ||
  say "Python's venv module is missing. On Debian: apt install python3-venv"
command -v node >/dev/null && command -v npm >/dev/null || say "Colloquy needs Node 20 or newer with npm. Please install it, then run this again."
node -e 'process.exit(+process.versions.node.split(".")[0] < 20 ? 1 : 0)' ||
  say "Colloquy needs Node 20 or newer, and this is $(node -v). Please upgrade it, then run this again."
[ "${1:-run}" = test ] || exit 0

missing=""
has() { for name in "$@"; do command -v "$name" >/dev/null 2>&1 && return 0; done; return 1; }
has chromium-headless-shell chromium chromium-browser google-chrome || missing="$missing chromium"
has initdb || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
has redis-server || missing="$missing redis-server"
has ffmpeg || missing="$missing ffmpeg"
has espeak-ng || missing="$missing espeak-ng"
[ -n "$missing" ] || exit 0

if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
  echo "Installing for the tests:$missing"
  apt-get update -qq
  # the same browser without a window of its own costs half as much; older Debians do not have it
  if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
    missing=$(echo "$missing" | sed 's/ chromium/ chromium-headless-shell/')
  fi
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
  say "The tests also need:$missing. Please install them, then run this again."
fi
