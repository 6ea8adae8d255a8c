#!/usr/bin/env bash
# Builds with clang's sanitizers and runs the tests: address and undefined behaviour for all, threads for what links no gRPC (Debian's gRPC is
# not instrumented and would report falsely).
#
#   bash tests/sanitize.sh [asan|tsan]      default: both
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

case ${1:-} in
  -h | --help) sed -n '2,5s/^# \{0,1\}//p' tests/sanitize.sh && exit 0 ;;
  asan | tsan) presets=$1 ;;
  "") presets="asan tsan" ;;
  *) fail "unknown argument '$1'; see --help" ;;
esac

install_packages deploy/packages.txt tests/packages.txt
for preset in $presets; do
  say "== $preset"
  quietly "build/log/$preset-configure.log" "configuring $preset" cmake --preset "$preset"
  quietly "build/log/$preset-build.log" "building $preset" cmake --build --preset "$preset"
  ctest --preset "$preset"
done
