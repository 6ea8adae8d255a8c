#!/bin/bash
# Types what the curator's guide tells curators to type, up to the second pack, and looks at what comes of it.
# usage: guide.sh CHARLEY_CURATE   (in the folder of the project)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

awk '/^## Write examples/ { exit } /^```bash$/ { typed = 1; next } /^```$/ { typed = 0 } typed' knowledge/README.md |
  sed -e "s#^curate=.*#curate='$1'#" -e "s#/tmp/#$folder/#g" >"$folder/typed.sh"
bash "$folder/typed.sh" >"$folder/out" 2>&1 || { cat "$folder/out"; exit 1; }

# What the guide says comes, in its order.
line=0
for said in '2 errors, ' '0 errors, ' 'Reply: answer nose-spray' 'Why nose-spray comes first' \
  'Reviewed by: ' 'Confusions in scope' ' 2 of 2'; do
  # One program, no pipe: a reader that stops early kills the writer, and now and then the test with it.
  line=$(awk -v after="$line" -v said="$said" 'NR > after && index($0, said) { print NR; found = 1; exit }
    END { exit !found }' "$folder/out") || {
    cat "$folder/out"
    echo "the guide's commands no longer print \"$said\""
    exit 1
  }
done
