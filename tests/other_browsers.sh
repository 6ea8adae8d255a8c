#!/usr/bin/env bash
# Takes the same journeys through the widget and the chat in Firefox ESR and in WebKitGTK.
#
#   bash tests/other_browsers.sh            both browsers; closes with node's count
#   bash tests/other_browsers.sh firefox    one of them: firefox or webkit
#
# Pictures are left in build/other_browsers.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

case ${1:-} in
  --help) sed -n 's/^# \{0,1\}//p' "$0" | sed '/^!/d;/^shellcheck/d' && exit 0 ;;
  "" | firefox | webkit) ;;
  *) fail "there is no browser \"$1\" here: firefox or webkit" ;;
esac

install_packages tests/packages-other-browsers.txt
install_node
tests/npm_install.sh tests/other_browsers
if [ ! -f client/web/dist/demo/index.html ]; then
  tests/npm_install.sh client/web
  quietly build/log/web-build.log "building the web clients" npm --prefix client/web run --silent build
fi
xvfb-run --auto-servernum --server-args="-screen 0 1400x1000x24" \
  node --test --test-concurrency=1 --test-reporter=spec "tests/other_browsers/${1:-}"*.test.mjs
