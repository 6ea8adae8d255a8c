#!/usr/bin/env bash
# Runs a slow check, unless it has passed over the very same files before.
#
#   tests/unchanged.sh NAME STAMPS PATH... -- COMMAND...
#
# NAME is the check's, STAMPS a folder in the build folder that remembers what passed, each PATH a file or folder that the check depends on
# (folders named node_modules, dist and build are passed over). CI=true runs it always.
set -euo pipefail

case ${1:-} in
  -h | --help | "") sed -n '2,7s/^# \{0,1\}//p' "$0" && exit 0 ;;
esac
name=$1 stamps=$2
shift 2
paths=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do paths+=("$1") && shift; done
[ "${1:-}" = -- ] && shift
[ $# -gt 0 ] || { echo "charley: $name has no command to run; see --help" >&2 && exit 1; }

digest() {
  find "${paths[@]}" \( -name node_modules -o -name dist -o -name build \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum
  printf '%s\n' "$@" "$(node --version 2>/dev/null || true)" | sha256sum
}

stamp=$stamps/$name.passed
now=$(digest "$@")
if [ "${CI:-}" != true ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then
  echo "$name: nothing changed since it passed; remove ${stamp#"$PWD"/} to run it again"
  exit 0
fi
rm -f "$stamp"
"$@"
mkdir -p "$stamps"
digest "$@" >"$stamp"
