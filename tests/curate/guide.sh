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
  found=$(tail -n "+$((line + 1))" "$folder/out" | grep -n -m 1 -F -e "$said" | cut -d: -f1) || {
    cat "$folder/out"
    echo "the guide's commands no longer print \"$said\" after line $line"
    exit 1
  }
  line=$((line + found))
done
