#!/usr/bin/env bash
# Every hazard of the safety file is whole, and linked to tests that exist.
#   tests/source/hazards.sh [LOG]     default: docs/safety/hazard-log.md
#
# A link is `tests/path_test.cc#Suite.Name`, `tests/path.test.mjs#title of the test` (or .ts), or `tests/path.sh`.
set -euo pipefail
log=${1:-docs/safety/hazard-log.md}
[ -f "$log" ] || { printf '%s is missing\n' "$log" >&2 && exit 1; }

status=0
problem() {
  printf '%s: %s\n' "$log" "$1" >&2
  status=1
}

# Fails unless the program of `folder` compiles the test, and it is not switched off.
has_cpp_test() {
  local file=$1 suite=${2%%.*} name=${2#*.}
  grep -Pzq "(^|\n)TEST(_F|_P)?\(\Q$suite\E,\s+\Q$name\E\)" "$file" &&
    grep -qE "(^|[ (])$(basename "$file" .cc)\.cc\b" "$(dirname "$file")/CMakeLists.txt"
}

has_script_test() {
  grep -qF -e "(\"$2\"," -e "('$2'," -e "(\`$2\`," < <(grep -E '^ *(it|test)\(["'\''`]' "$1")
}

check_link() {
  local file=${2%%#*} name=
  case $2 in *'#'*) name=${2#*#} ;; esac
  if [ ! -f "$file" ]; then
    problem "$1: there is no file $file"
    return
  fi
  case $file in
    *_test.cc) has_cpp_test "$file" "$name" || problem "$1: $file has no test '$name' that is built" ;;
    *.test.mjs | *.test.ts) has_script_test "$file" "$name" || problem "$1: $file has no test '$name'" ;;
    *.sh) [ -z "$name" ] || problem "$1: $file is a script; leave out '#$name'" ;;
    *) problem "$1: $file is no test" ;;
  esac
}

# The text of a field of the hazard in `section`.
field() { sed -n "s/^- \*\*$1:\*\* *//p" <<<"$section"; }

check_risk() {
  local risk
  risk=$(field Risk)
  if [[ ! $risk =~ ^([1-5])\ x\ ([1-5])\ =\ ([0-9]+)$ ]]; then
    problem "$1: write its risk as 'severity x likelihood = product', each from 1 to 5"
  elif ((BASH_REMATCH[1] * BASH_REMATCH[2] != BASH_REMATCH[3])); then
    problem "$1: its risk is not the product of its parts"
  fi
}

check_hazard() {
  local id=$1 name links link
  for name in Cause Harm Risk Control 'Proved by' Remains; do
    [ -n "$(field "$name")" ] || problem "$id: has no '$name'"
  done
  check_risk "$id"
  links=$(field 'Proved by' | tr '`' '\n' | grep '^tests/' || true)
  [ -n "$links" ] || problem "$id: is linked to no test"
  while IFS= read -r link; do
    [ -z "$link" ] || check_link "$id" "$link"
  done <<<"$links"
}

mapfile -t ids < <(sed -nE 's/^### (H[0-9]+) .*/\1/p' "$log")
[ ${#ids[@]} -gt 0 ] || problem "has no hazard: write each under '### H01 Name'"
[ -z "$(printf '%s\n' "${ids[@]}" | sort | uniq -d)" ] || problem "has an id twice"
for id in "${ids[@]}"; do
  section=$(awk -v id="$id" '/^##/ { inside = ($1 == "###" && $2 == id) } inside' "$log")
  check_hazard "$id"
done
[ $status -ne 0 ] || printf '%d hazards, each linked to tests that exist\n' "${#ids[@]}"
exit $status
