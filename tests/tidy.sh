#!/usr/bin/env bash
# Runs clang-tidy by the checks of .clang-tidy over every C++ file. Takes some minutes.
#
#   bash tests/tidy.sh [FILE…]      default: all
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

case ${1:-} in
  -h | --help) sed -n '2,4s/^# \{0,1\}//p' tests/tidy.sh && exit 0 ;;
esac

install_packages deploy/packages.txt tests/packages.txt
quietly build/log/tidy-configure.log "configuring" cmake --preset asan
# Headers of protocol buffers are made before anything can be read.
quietly build/log/tidy-build.log "building what is generated" cmake --build --preset asan \
  --target charley_api_proto charley_knowledge_proto charley_knowledge
if [ $# = 0 ]; then
  mapfile -t files < <(git ls-files 'service/*.cc' 'knowledge/*.cc' 'client/*.cc' 'tests/*.cc' ':!tests/bench')
  set -- "${files[@]}"
fi
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 8 clang-tidy-14 --quiet -p build/asan
