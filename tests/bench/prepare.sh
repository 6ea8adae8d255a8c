# shellcheck shell=bash
# What the benchmarks' commands share. Sourced after deploy/install.sh.
#
#   need_programs BUILD PROGRAM...         fails unless the build has them
#   install_python FOLDER                  a virtual environment with what peers/requirements.txt names
#   processor_seconds FILE COMMAND...      runs a command; writes the seconds of processor time that it took
#   dictionaries                           the options by which the compiler gets its word lists

export PYTHONDONTWRITEBYTECODE=1

# shellcheck disable=SC2034  # used by who sources this
dictionaries=(--dictionary /usr/share/dict/american-english-small --dictionary /usr/share/dict/british-english-small)

need_programs() {
  local build=$1 program
  shift
  for program in "$@"; do
    [ -x "$build/bin/$program" ] || fail "$build has no $program; build first: cmake --preset release && cmake --build --preset release"
  done
}

install_python() {
  local wanted=tests/bench/peers/requirements.txt stamp=$1/.installed
  if [ -f "$stamp" ] && cmp -s "$stamp" "$wanted"; then return; fi
  say "Installing the Python packages of $wanted"
  [ -x "$1/bin/python" ] || quietly build/log/bench-venv.log "making a virtual environment" /usr/bin/python3 -m venv "$1"
  quietly build/log/bench-pip.log "installing Python packages" "$1/bin/pip" install --quiet --disable-pip-version-check -r "$wanted"
  cp "$wanted" "$stamp"
}

processor_seconds() {
  local file=$1 parts TIMEFORMAT='%U %S'
  shift
  parts=$({ time "$@" 2>&3; } 3>&2 2>&1) || exit 1
  awk '{ printf "%.2f\n", $1 + $2 }' <<<"$parts" >"$file"
}
