#!/usr/bin/env bash
# Installs what the tests need, builds with warnings as errors, and runs every fast test.
#
#   bash tests/run.sh           everything; closes with the runner's own count
#   bash tests/run.sh --quick   the release build and its tests alone
#
# Slow work has commands of its own: tests/fuzz.sh, tests/bench.sh, tests/tidy.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

usage() { sed -n '2,7s/^# \{0,1\}//p' tests/run.sh; }

quick=false
for argument in "$@"; do
  case $argument in
    --quick) quick=true ;;
    -h | --help) usage && exit 0 ;;
    *) usage >&2 && fail "unknown argument '$argument'" ;;
  esac
done

step() { say && say "== $* ($(date +%H:%M:%S))"; }

step "Packages"
install_packages deploy/packages.txt tests/packages.txt tests/packages-browser.txt
install_node
tests/npm_install.sh proto

step "Release build, g++"
quietly build/log/configure.log "configuring" cmake --preset release
quietly build/log/build.log "building" cmake --build --preset release

if ! $quick; then
  step "Address and undefined-behaviour sanitizers, clang"
  quietly build/log/asan-configure.log "configuring asan" cmake --preset asan
  quietly build/log/asan-build.log "building asan" cmake --build --preset asan
  quietly build/log/asan-test.log "testing under asan" ctest --preset asan
  tail -n 3 build/log/asan-test.log

  step "Thread sanitizer, clang, what links no gRPC"
  quietly build/log/tsan-configure.log "configuring tsan" cmake --preset tsan
  quietly build/log/tsan-build.log "building tsan" cmake --build --preset tsan
  quietly build/log/tsan-test.log "testing under tsan" ctest --preset tsan
  tail -n 3 build/log/tsan-test.log
fi

step "Tests of the release build"
ctest --preset release
