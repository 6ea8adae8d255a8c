#!/usr/bin/env bash
# Every shell script is clean by shellcheck.
#   tests/source/shell.sh SHELLCHECK
set -euo pipefail
git ls-files -co --exclude-standard -- '*.sh' .ci/run | xargs -d '\n' "$1" --severity=warning --external-sources
