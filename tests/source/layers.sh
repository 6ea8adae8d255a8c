#!/usr/bin/env bash
# Every folder includes only from folders to its left: knowledge, text, triage and match, answer, rpc and web, server and curate.
set -euo pipefail

allowed() {
  case $1 in
    knowledge) echo 'knowledge' ;;
    service/text) echo 'service/text|knowledge' ;;
    service/triage) echo 'service/triage|service/text|knowledge' ;;
    service/match) echo 'service/match|service/text|knowledge' ;;
    service/answer) echo 'service/answer|service/match|service/triage|service/text|knowledge' ;;
    service/rpc) echo 'service/rpc|service/answer|service/match|service/triage|service/text|knowledge' ;;
    service/web) echo 'service/web|service/rpc|service/answer|knowledge' ;;
    *) echo '.*' ;;
  esac
}

status=0
for folder in knowledge service/text service/triage service/match service/answer service/rpc service/web; do
  [ -d "$folder" ] || continue
  bad=$(grep -rnE '#include "(knowledge|service|client)/' "$folder" --include='*.h' --include='*.cc' |
    grep -vE "#include \"($(allowed "$folder"))/[a-z_]+\.h\"" || true)
  case $folder in
    service/rpc | service/web) ;;
    *) bad+=$(grep -rnE '#include [<"](grpc|boost/beast|boost/asio)' "$folder" --include='*.h' --include='*.cc' || true) ;;
  esac
  if [ -n "$bad" ]; then
    printf 'included from a folder that is not to the left of %s:\n%s\n' "$folder" "$bad" >&2
    status=1
  fi
done
exit $status
