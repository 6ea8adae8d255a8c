#!/usr/bin/env bash
# Lighthouse 11.7 on the app, on a simulated mid-range phone with a slow 4G connection: the PWA audits all pass, performance is at least
# 95, accessibility and best practices are 100. Then the bytes of a first load.
#
#   bash tests/lighthouse.sh                    with the stand-in server of tests/mobile
#   bash tests/lighthouse.sh build/release      with that build's charleyd, pack and web files
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

tests/npm_install.sh client/web
tests/npm_install.sh tests/lighthouse
if [ ! -f client/web/dist/sw.js ]; then
  quietly build/log/web-build.log "building the web clients" npm --prefix client/web run --silent build
fi
say "== Lighthouse"
node tests/lighthouse/run.mjs "$@"
