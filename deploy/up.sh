#!/usr/bin/env bash
# Builds Charley, serves it on this machine, and asks it a first question.
#
#   bash deploy/up.sh             keeps serving until Ctrl-C
#   bash deploy/up.sh --once      ends after the first answer
#
# CHARLEY_GRPC and CHARLEY_HTTP set the addresses, default 127.0.0.1:50051 and 127.0.0.1:8080; port 0 takes a free one.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

usage() { sed -n '2,7s/^# \{0,1\}//p' deploy/up.sh; }

once=false
for argument in "$@"; do
  case $argument in
    --once) once=true ;;
    -h | --help) usage && exit 0 ;;
    *) usage >&2 && fail "unknown argument '$argument'" ;;
  esac
done

address=${CHARLEY_GRPC:-127.0.0.1:50051}
http=${CHARLEY_HTTP:-127.0.0.1:8080}
bin=build/release/bin
ready=build/log/ready
service=

stop() {
  [ -n "$service" ] || return 0
  kill -TERM "$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
}
trap stop EXIT
trap 'exit 0' INT TERM

say "1/4  Packages"
install_packages deploy/packages.txt
install_node

say "2/4  Building (minutes the first time, seconds after that)"
quietly build/log/configure.log "configuring" cmake --preset release
quietly build/log/build.log "building" cmake --build --preset release --target charleyd charley cramps_pack web_client

say "3/4  Serving"
mkdir -p build/log
: >"$ready"
"$bin/charleyd" --grpc "$address" --http "$http" >"$ready" 2>build/log/charleyd.log &
service=$!
for _ in $(seq 100); do
  grep -q '^ready ' "$ready" && break
  kill -0 "$service" 2>/dev/null || { tail -n 5 build/log/charleyd.log >&2; fail "the service did not start; is $address or $http in use?"; }
  sleep 0.1
done
grep -q '^ready ' "$ready" || fail "the service was not ready within 10 seconds; see build/log/charleyd.log"
address=$(sed -n 's/^ready grpc=\([^ ]*\).*/\1/p' "$ready")
http=$(sed -n 's/^ready .*http=\([^ ]*\)$/\1/p' "$ready")
say "     $(cat "$ready")"

say "4/4  A first question"
say
say "\$ $bin/charley ask \"Why do I get cramps at night?\""
"$bin/charley" --server "$address" ask "Why do I get cramps at night?"
say
$once && exit 0
say "Ask more, in another terminal:"
say "  $bin/charley --server $address ask \"Does magnesium help?\""
say "  $bin/charley --server $address chat"
say "In a browser: http://$http/ is the app, http://$http/demo/ a clinic's page with the widget."
say "Ctrl-C ends the service."
wait "$service"
