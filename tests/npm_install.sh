#!/usr/bin/env bash
# Installs the npm packages of a folder by its lock file, unless that was done since the lock file changed.
#
#   tests/npm_install.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

folder=${1:?usage: tests/npm_install.sh FOLDER}
stamp=$folder/node_modules/.installed
if [ -f "$stamp" ] && cmp -s "$stamp" "$folder/package-lock.json"; then exit 0; fi
say "Installing the npm packages of $folder"
quietly "build/log/npm-$(basename "$folder").log" "npm ci in $folder" npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund
cp "$folder/package-lock.json" "$stamp"
