#!/usr/bin/env bash
# Checks the web client: types, lint, unit tests, sizes, and every state in a real browser.
#
#   bash tests/web.sh           everything; closes with the counts
#   bash tests/web.sh --quick   without the browser
#
# Screenshots of each state are left in build/screenshots/chat.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

quick=false
[ "${1:-}" = --quick ] && quick=true

web=client/web
tests/npm_install.sh "$web"

say "== Types and lint"
quietly build/log/web-generate.log "generating types and numbers" npm --prefix "$web" run --silent generate
quietly build/log/web-types.log "the type check" "$web/node_modules/.bin/tsc" -p "$web"
lint() { (cd "$web" && node_modules/.bin/biome check --error-on-warnings . ../../tests/browser ../../tests/client ../../tests/other_browsers); }
quietly build/log/web-lint.log "the linter" lint
if grep -qE '"resolved": "https?:' "$web/package-lock.json"; then
  fail "$web/package-lock.json holds download addresses: remove its \"resolved\" lines"
fi

# Runs test files with node, shows what failed, and sets `count` to the number of tests that passed.
run_tests() {
  local log=$1 what=$2
  shift 2
  if ! node --test --test-reporter=tap "$@" >"$log" 2>&1; then
    grep -A 25 '^ *not ok' "$log" >&2 || tail -n 40 "$log" >&2
    fail "$what failed; the whole output is in $log"
  fi
  count=$(sed -n 's/^# pass //p' "$log" | tail -n 1)
}

say "== Unit tests"
node "$web/scripts/bundle_unit_tests.mjs" build/web-unit-tests
run_tests build/log/web-unit.log "a unit test" build/web-unit-tests
units=$count

say "== Build and sizes"
node "$web/scripts/build.mjs"
node "$web/scripts/size.mjs"

if $quick; then
  say "web: $units unit tests passed"
  exit 0
fi

say "== Browser"
command -v "${CHROMIUM:-chromium}" >/dev/null 2>&1 || fail "the browser tests need Debian's package chromium"
run_tests build/log/web-browser.log "a browser test" tests/browser
screenshots=$(find build/screenshots/chat -name '*.png' | wc -l)
say "web: $units unit tests and $count browser tests passed; $screenshots screenshots in build/screenshots/chat"
