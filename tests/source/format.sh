#!/usr/bin/env bash
# Every C++ file is as clang-format would write it.
#   tests/source/format.sh CLANG_FORMAT
set -euo pipefail
git ls-files -co --exclude-standard -- '*.cc' '*.h' | xargs -d '\n' "$1" --dry-run --Werror
