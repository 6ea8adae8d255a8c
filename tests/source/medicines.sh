#!/usr/bin/env bash
# No text that the cramps pack shows names a dose, and what it says of quinine is the warning. What patients type (examples, near misses, phrases) is left out.
#   tests/source/medicines.sh [FOLDER]     default: knowledge/cramps
set -euo pipefail
folder=${1:-knowledge/cramps}

# Lines of the pack's own words, each with its file and number.
shown=$(grep -rnE '"' "$folder" --include='*.textproto' |
  grep -vE '^[^:]+:[0-9]+: *(examples|fires|near_misses|phrases|except|terms|id|related|quote|title|url|seen):')
[ -n "$shown" ] || { printf '%s holds no text\n' "$folder" >&2 && exit 1; }

unit='mg|mcg|µg|ug|g|grams?|milligrams?|micrograms?|ml|millilit(er|re)s?|iu|units?|mmol|meq|tablets?|capsules?|pills?|drops?|teaspoons?|tablespoons?'
count='[0-9]+([.,][0-9]+)?|one|two|three|four|five|six|half an?'
status=0
if doses=$(grep -iE "\b($count)[ -]?($unit)\b" <<<"$shown"); then
  printf 'these texts name a dose:\n%s\n' "$doses" >&2
  status=1
fi

quinine=$(awk '/^topics \{/ { topic = "" } { topic = topic $0 "\n" } /^}/ && topic ~ /\n  id: "quinine"/ { print topic; topic = "" }' "$folder"/topics/*.textproto)
for part in '"Do not take quinine for cramps unless a doctor has told you to.' 'source_id: "fda-quinine"'; do
  if ! grep -qF "$part" <<<"$quinine"; then
    printf 'the topic on quinine lacks: %s\n' "$part" >&2
    status=1
  fi
done
exit $status
