#!/usr/bin/env bash
# Proves that the files of a store app come into place: the app is prepared for a server, Capacitor makes an Android project of it, and
# the project's assets are those that were built. No APK is built: that needs Google's Android SDK and Gradle plugin.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

folder=$PWD/build/store-app
tests/npm_install.sh client/web
quietly build/log/store-build.log "building the web clients" npm --prefix client/web run --silent build

say "== Preparing the project"
quietly build/log/store-prepare.log "preparing the store app" node tests/mobile/prepare_store_app.mjs "$folder"
quietly build/log/store-npm.log "npm ci" npm ci --prefix "$folder" --no-audit --no-fund --ignore-scripts
add() { (cd "$folder" && npx --no-install cap add android && npx --no-install cap copy android); }
quietly build/log/store-cap.log "cap add android" add

say "== Comparing the assets"
assets=$folder/android/app/src/main/assets
diff -r "$folder/www" "$assets/public" -x cordova.js -x cordova_plugins.js >&2 || fail "the Android project's assets are not those that were built"
grep -q '"appId": "org.charley.app"' "$assets/capacitor.config.json" || fail "the Android project has another app id"
grep -q 'name="charley-server" content="http://127.0.0.1' "$assets/public/index.html" || fail "the app does not know its server"
grep -q '"packVersion"' "$assets/public/pack.json" || fail "the app has no topics of its own"
say "store app: $(find "$assets/public" -type f | wc -l) files in place; no APK was built"
