#!/usr/bin/env bash
# Installs what the tests need, builds with warnings as errors, and runs every fast test.
#
#   bash tests/run.sh           closes with the runner's own count
#
# Slow work has commands of its own: tests/sanitize.sh (a second build, with clang's sanitizers), tests/fuzz.sh,
# tests/door_clients.sh, tests/other_browsers.sh and tests/conformance/run.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

usage() { sed -n '2,6s/^# \{0,1\}//p' tests/run.sh; }

for argument in "$@"; do
  case $argument in
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

step "Triage under a fuzzer for a minute, clang's sanitizers on"
tests/unchanged.sh fuzz_triage build/unchanged CMakeLists.txt CMakePresets.json cmake knowledge proto/charley service/answer service/match \
  service/text service/triage tests/fuzz tests/fuzz.sh -- bash tests/fuzz.sh 60 fuzz_triage

step "Lines and branches of triage that its tests run: all of them"
tests/unchanged.sh coverage build/unchanged CMakeLists.txt CMakePresets.json cmake knowledge proto/charley service/text service/triage \
  tests/triage tests/coverage.sh -- bash tests/coverage.sh

step "Tests of the release build"
ctest --preset release
