#!/usr/bin/env bash
# Fuzzes for a while, with sanitizers. New inputs stay in the build folder.
#
#   bash tests/fuzz.sh [SECONDS [TARGET...]]     seconds for each target, default 60; targets such as fuzz_triage, default all
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

case ${1:-} in -h | --help) sed -n '2,4s/^# \{0,1\}//p' tests/fuzz.sh && exit 0 ;; esac
seconds=${1:-60}
targets=("${@:2}")
if [ ${#targets[@]} = 0 ]; then
  for source in tests/fuzz/fuzz_*.cc; do targets+=("$(basename "$source" .cc)"); done
fi

install_packages deploy/packages.txt tests/packages.txt
quietly build/log/fuzz-configure.log "configuring" cmake --preset fuzz
quietly build/log/fuzz-build.log "building" cmake --build --preset fuzz --target "${targets[@]}"
for name in "${targets[@]}"; do
  say "== $name, $seconds s"
  found=build/fuzz/tests/fuzz/$name.found
  mkdir -p "$found"
  quietly "build/log/$name.log" "$name" "build/fuzz/bin/$name" -max_total_time="$seconds" -max_len=4096 -timeout=5 -rss_limit_mb=1024 \
    -artifact_prefix="build/fuzz/" "$found" "tests/fuzz/seeds/$name"
  tail -n 2 "build/log/$name.log"
done
