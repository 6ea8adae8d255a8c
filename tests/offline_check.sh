#!/usr/bin/env bash
# Holds the check that the app makes without a connection to what the server decides on the labelled messages: of those that the server
# escalates, at least 90 % must bring up the card. Prints rates alone, no message.
#
#   bash tests/offline_check.sh [build/release]
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

build=${1:-build/release}
tests/npm_install.sh client/web
if [ ! -d client/web/dist ]; then
  quietly build/log/web-build.log "building the web clients" npm --prefix client/web run --silent build
fi
node tests/mobile/measure_offline_check.mjs "$build" \
  tests/eval/triage-tuning.jsonl tests/eval/triage-test.jsonl tests/eval/matching-tuning.jsonl tests/eval/triage-tuning-2.jsonl tests/eval/matching-test.jsonl
