#!/usr/bin/env bash
# Asks a real service with clients that others wrote: connect-node, connect-web and the official grpc-web in Chromium, grpc-js, buf curl, curl.
#
#   bash tests/door_clients.sh      needs the release build: cmake --build --preset release
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

[ -x build/release/bin/charleyd ] || fail "build first: cmake --preset release && cmake --build --preset release"
install_packages tests/packages-browser.txt
install_node
tests/npm_install.sh tests/door_clients
cd tests/door_clients
quietly ../../build/log/door-clients-generate.log "generating the clients' code" npm run generate
npm test
