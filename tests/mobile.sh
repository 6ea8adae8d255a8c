#!/usr/bin/env bash
# Checks the mobile app: types and lint, its parts, and every screen and journey on emulated phones.
#
#   bash tests/mobile.sh                  against the stand-in server; closes with the counts
#   bash tests/mobile.sh build/release    the same, then one journey against that build's charleyd
#
# Screenshots of each screen are left in build/screenshots/mobile.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

web=client/web
tests/npm_install.sh "$web"
mkdir -p build/log

say "== Types and lint"
quietly build/log/mobile-generate.log "generating types and numbers" npm --prefix "$web" run --silent generate
quietly build/log/mobile-types.log "the type check" "$web/node_modules/.bin/tsc" -p "$web"
quietly build/log/mobile-worker-types.log "the type check of the worker" "$web/node_modules/.bin/tsc" -p "$web/mobile/worker"
lint() { (cd "$web" && node_modules/.bin/biome check --error-on-warnings mobile ../../tests/mobile ../../tests/lighthouse/run.mjs); }
quietly build/log/mobile-lint.log "the linter" lint

say "== Build"
quietly build/log/mobile-build.log "the build" node "$web/scripts/build.mjs"
# A copy, so that another build does not pull the files away.
rm -rf build/mobile-web
cp -r "$web/dist" build/mobile-web
export CHARLEY_WEB="$PWD/build/mobile-web"

say "== On emulated phones"
log=build/log/mobile-tests.log
if [ $# -gt 0 ]; then export CHARLEY_BUILD=$1; fi
if ! node --test --test-reporter=tap tests/mobile/*.test.mjs >"$log" 2>&1; then
  grep -A 25 '^ *not ok' "$log" >&2 || tail -n 40 "$log" >&2
  fail "the app's tests failed; the whole output is in $log"
fi
sed -n 's/^# \\# //p' "$log"
pictures=$(find build/screenshots/mobile -name '*.png' | wc -l)
say "mobile: $(sed -n 's/^# pass //p' "$log") tests passed, $(sed -n 's/^# skipped //p' "$log") skipped, $pictures screenshots"
