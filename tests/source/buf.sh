#!/usr/bin/env bash
# Runs buf over the protos.
#   tests/source/buf.sh ARGUMENT...
set -euo pipefail
cd proto
exec node_modules/.bin/buf "$@"
