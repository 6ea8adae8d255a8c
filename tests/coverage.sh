#!/usr/bin/env bash
# Counts which lines and branches of the triage code its tests run, and fails unless they run all of them.
#
#   bash tests/coverage.sh           the table
#   bash tests/coverage.sh --show    what is not run, line by line
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

case ${1:-} in
  -h | --help) sed -n '2,5s/^# \{0,1\}//p' tests/coverage.sh && exit 0 ;;
  "" | --show) ;;
  *) fail "unknown argument '$1'; see --help" ;;
esac

install_packages deploy/packages.txt tests/packages.txt tests/packages-coverage.txt
quietly build/log/coverage-configure.log "configuring coverage" cmake --preset coverage
quietly build/log/coverage-build.log "building coverage" cmake --build --preset coverage

folder=build/coverage
programs=("$folder/bin/triage_test" "$folder/bin/triage_corpus_test")
rm -f "$folder"/*.profraw
for program in "${programs[@]}"; do
  name=$(basename "$program")
  LLVM_PROFILE_FILE=$folder/$name.profraw quietly "build/log/coverage-$name.log" "$name" "$program"
done
llvm-profdata-14 merge -sparse "$folder"/*.profraw -o "$folder/triage.profdata"

what=(-instr-profile="$folder/triage.profdata" "${programs[0]}" -object "${programs[1]}" service/triage)
if [ "${1:-}" = --show ]; then
  llvm-cov-14 show --show-branches=count --use-color=false "${what[@]}" | grep -E '^service|^/|\|      0\||: 0[],]|: 0\]'
  exit 0
fi
llvm-cov-14 report --show-region-summary=false "${what[@]}" | tee build/log/coverage.txt
total=$(grep '^TOTAL' build/log/coverage.txt)
[ "$(grep -o '100\.00%' <<<"$total" | wc -l)" = 3 ] || fail "the tests do not run every line and branch of triage; see --show"
