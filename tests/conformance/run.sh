#!/usr/bin/env bash
# Runs the official Connect conformance suite against the web door.
#
#   bash tests/conformance/run.sh [ARGUMENT...]     arguments go to the runner, for example --trace
#
# Needs Go and its module proxy for the runner, which stands beside the product: nothing of it is built into Charley.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

version=v1.0.7
runner=build/conformance/tools/connectconformance

command -v go >/dev/null 2>&1 || fail "the suite's runner is built with Go, which is not here: install it first"
install_packages deploy/packages.txt
if [ ! -x "$runner" ]; then
  say "Building the conformance runner $version"
  mkdir -p build/conformance/tools
  GOBIN=$PWD/build/conformance/tools quietly build/log/conformance-go.log "go install" \
    go install "connectrpc.com/conformance/cmd/connectconformance@$version"
fi
protos=$(go env GOMODCACHE)/connectrpc.com/conformance@$version/proto

say "Building the server"
quietly build/log/conformance-configure.log "configuring" \
  cmake --preset release -B build/conformance/charley -DCHARLEY_WEB=OFF "-DCONFORMANCE_PROTOS=$protos"
quietly build/log/conformance-build.log "building" cmake --build build/conformance/charley --target conformance_server

exec "$runner" --mode server --conf tests/conformance/config.yaml "$@" -- build/conformance/charley/bin/conformance_server
