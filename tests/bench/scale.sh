#!/usr/bin/env bash
# Shows how matching and the whole service grow with the pack, from 100 to 50,000 generated topics.
#
#   bash tests/bench/scale.sh [--build FOLDER] [--compile "TOPICS..."]
#
#   --build FOLDER           where the programs are (build/release)
#   --compile "TOPICS..."    sizes that go the whole way: compiled, served, asked ("100 5000 50000")
#
# Needs the release build: cmake --preset release && cmake --build --preset release. Writes tests/bench/results/scale.md and docs/images/scale.svg.
# Run it on a quiet machine: builds and starts are measured by the clock.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=deploy/install.sh
. deploy/install.sh
# shellcheck source=tests/bench/prepare.sh
. tests/bench/prepare.sh

build=build/release compiled='100 5000 50000'
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) sed -n '2,10s/^# \{0,1\}//p' tests/bench/scale.sh && exit 0 ;;
    --build | --compile)
      [ $# -ge 2 ] || fail "$1 needs a value; see --help"
      if [ "$1" = --build ]; then build=$2; else compiled=$2; fi
      shift 2
      ;;
    *) fail "unknown argument '$1'; see --help" ;;
  esac
done

need_programs "$build" charley-curate charleyd peer_charley scale_matching write_generated_pack
install_packages tests/bench/packages.txt
install_python build/bench/python

work=build/bench/scale
rm -rf "$work"
mkdir -p "$work"
server=''
trap '[ -z "$server" ] || kill "$server"' EXIT

# The seconds since an $EPOCHREALTIME.
since() { awk -v from="$1" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.3f", to - from }'; }

# The cramps pack with generated topics in place of its own: triage, lexicon, regions and training are real.
make_folder() {
  mkdir -p "$1"
  cp -r knowledge/cramps "$1/pack"
  rm -rf "$1/pack/topics" "$1/pack/training/conversation"
  "$build/bin/write_generated_pack" "$2" "$1"
  mv "$1/topics.textproto" "$1/pack"
}

# Starts the service and writes: seconds until it is ready, seconds of processor time, resident memory in KiB.
start_service() {
  local from
  : >"$1/ready"
  from=$EPOCHREALTIME
  "$build/bin/charleyd" --pack "$1/pack.db" --grpc 127.0.0.1:0 --http 127.0.0.1:0 >"$1/ready" 2>"$1/charleyd.log" &
  server=$!
  until grep -q '^ready ' "$1/ready"; do
    kill -0 "$server" 2>/dev/null || fail "charleyd ended before it served; see $1/charleyd.log"
    sleep 0.01
  done
  {
    since "$from"
    awk -v hertz="$(getconf CLK_TCK)" '{ print "", ($14 + $15) / hertz }' "/proc/$server/stat"
    awk '$1 == "VmRSS:" { print $2 }' "/proc/$server/status"
  } >"$1/start"
  kill "$server"
  wait "$server" || true
  server=''
}

# The whole way of a pack: compiled, served, asked.
go_the_whole_way() {
  local folder=$work/$1 from
  make_folder "$folder" "$1"
  from=$EPOCHREALTIME
  processor_seconds "$folder/build.processor" quietly "$folder/build.log" "compiling $1 topics" \
    "$build/bin/charley-curate" build "$folder/pack" -o "$folder/pack.db" "${dictionaries[@]}"
  since "$from" >"$folder/build.clock"
  start_service "$folder"
  "$build/bin/peer_charley" served "$folder/pack.db" <"$folder/questions.jsonl" >"$folder/answers.jsonl"
}

for topics in 100 500 1000 5000 10000 50000; do
  say "== $topics topics: matching"
  "$build/bin/scale_matching" "$topics" | tail -n 1 >>"$work/matching"
done
for topics in $compiled; do
  say "== $topics topics: compiled, served, asked"
  go_the_whole_way "$topics"
done
# shellcheck disable=SC2086  # one word a size
build/bench/python/bin/python tests/bench/scale_report.py "$work" $compiled
