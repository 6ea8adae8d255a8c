#!/usr/bin/env bash
# Measures Ask on both ports in one run: requests a second beside a server that returns the same bytes without work, memory, and the start.
#
#   bash tests/bench/throughput.sh [--rounds N] [--calls N] [--starts N] [--build FOLDER] [--output FILE]
#
#   --rounds N      rounds, each with another question (15)
#   --calls N       calls of one server in one round (33000)
#   --starts N      starts of the service (11)
#   --build FOLDER  where the programs are (build/release)
#   --output FILE   where the results go (tests/bench/results/throughput.md)
#
# Each round h2load calls, in turn: the server without work and charleyd over HTTP/2 in clear text (16 connections with 8 calls in flight each),
# then charleyd's web port by Connect over HTTP/1.1 (128 connections with one call each); the next round goes the other way. A second server
# without work, which takes calls and sends replies by charleyd's own code, tells what the work alone costs. Before the first round each is
# called once without being timed. Every call must succeed with the very bytes that were expected. Run it on a quiet machine.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

rounds=15 calls=33000 starts=11 build=build/release output=tests/bench/results/throughput.md
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) sed -n '2,15s/^# \{0,1\}//p' tests/bench/throughput.sh && exit 0 ;;
    --rounds | --calls | --starts | --build | --output)
      [ $# -ge 2 ] || fail "$1 needs a value; see --help"
      printf -v "${1#--}" '%s' "$2" && shift 2
      ;;
    *) fail "unknown argument '$1'; see --help" ;;
  esac
done

for program in charleyd fixed_reply_server capture_calls first_answer; do
  [ -x "$build/bin/$program" ] || fail "$build has no $program; build first: cmake --preset release && cmake --build --preset release"
done
install_packages tests/bench/packages-throughput.txt

questions=tests/eval/matching-tuning.jsonl
pack=$build/share/charley/packs/cramps.db
work=$(mktemp -d)
servers=()
trap 'kill "${servers[@]}" 2>/dev/null; wait; rm -rf "$work"' EXIT

# Starts a server whose ready line goes to $work/NAME, and waits for it.
#   start NAME COMMAND...
start() {
  local name=$1
  shift
  : >"$work/$name"
  "$@" >"$work/$name" 2>"$work/$name.log" &
  servers+=($!)
  until grep -q '^ready ' "$work/$name"; do
    kill -0 "${servers[-1]}" 2>/dev/null || fail "$1 ended before it served: $(tail -n 1 "$work/$name.log")"
    sleep 0.02
  done
}

address() { sed -n "s/.*\b$1=\([^ ]*\).*/\1/p" "$work/$2"; }
memory() { awk -v field="$1:" '$1 == field { print $2 }' "/proc/$charleyd/status"; }
cpu_ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

# Calls a server and prints: requests a second, microseconds of the server's processor time for each.
#   load PID BODY REPLY_BYTES COUNT H2LOAD_ARGUMENT...
load() {
  local pid=$1 body=$2 reply_bytes=$3 count=$4 before after
  shift 4
  before=$(cpu_ticks "$pid")
  h2load -t 1 -n "$count" -d "$body" "$@" >"$work/h2load"
  after=$(cpu_ticks "$pid")
  awk -v count="$count" -v bytes="$((count * reply_bytes))" -v ticks="$((after - before))" -v hertz="$(getconf CLK_TCK)" '
    /^finished in/ { rate = $4 }
    /^status codes:/ { good = $3 }
    /^traffic:/ { gsub(/[()]/, ""); data = $(NF - 1) }
    END {
      if (good != count || data != bytes) { print "h2load: " good " of " count " calls, " data " of " bytes " bytes" > "/dev/stderr"; exit 1 }
      printf "%.0f %.1f\n", rate, ticks / hertz / count * 1e6
    }' "$work/h2load" || fail "a call failed or its reply was another"
}

method=charley.v1.AssistantService/Ask
grpc_headers=(-H 'content-type: application/grpc' -H 'te: trailers')
# The frame of a gRPC message adds five bytes to it.
#   load_native PID NAME NUMBER REPLY_BYTES COUNT
load_native() {
  load "$1" "$work/$3.frame" "$(($4 + 5))" "$5" -c 16 -m 8 "${grpc_headers[@]}" "http://$(address grpc "$2")/$method"
}
# The servers without work come in pairs, one pair for each question.
load_fixed() { load_native "${servers[2 * $1 - 1]}" "fixed$1" "$@"; }
load_queued() { load_native "${servers[2 * $1]}" "queued$1" "$@"; }
load_charley() { load_native "$charleyd" charleyd "$@"; }
load_web() { load "$charleyd" "$work/$1.message" "$2" "$3" --h1 -c 128 -m 1 -H 'content-type: application/proto' "http://$(address http charleyd)/$method"; }

say "== Start to first answer, $starts times"
"$build/bin/first_answer" "$starts" "$build/bin/charleyd" --pack "$pack" --grpc 127.0.0.1:0 --http 127.0.0.1:0 >"$work/starts"

start charleyd "$build/bin/charleyd" --pack "$pack" --grpc 127.0.0.1:0 --http 127.0.0.1:0
charleyd=${servers[0]}
resident_at_start=$(memory VmRSS)
resident_under_load=0
"$build/bin/capture_calls" "$(address grpc charleyd)" "$questions" "$rounds" "$work" >"$work/calls"
while read -r number _ reply; do
  start "fixed$number" "$build/bin/fixed_reply_server" "$work/$number.reply"
  start "queued$number" "$build/bin/fixed_reply_server" "$work/$number.reply" --queues
  for server in fixed queued charley web; do "load_$server" "$number" "$reply" "$((calls / 10))" >/dev/null; done
done <"$work/calls"

load_before=$(cut -d ' ' -f 1 /proc/loadavg)
say "== $rounds rounds of 4 times $calls calls"
while read -r number message reply; do
  order="fixed queued charley web"
  [ $((number % 2)) = 1 ] || order="web charley queued fixed"
  for server in $order; do read -r "${server}_rate" "${server}_cpu" < <("load_$server" "$number" "$reply" "$calls"); done
  resident=$(memory VmRSS)
  [ "$resident" -le "$resident_under_load" ] || resident_under_load=$resident
  # shellcheck disable=SC2154  # set by read
  printf '%s\n' "$number $message $reply $fixed_rate $charley_rate $web_rate $fixed_cpu $charley_cpu $web_cpu $queued_rate $queued_cpu" | tee -a "$work/rounds"
done <"$work/calls"

# The median of a column, or of the ratio of two.
#   median FILE COLUMN [DIVISOR_COLUMN]
median() {
  awk -v column="$2" -v divisor="${3:-0}" '{ print divisor ? $column / $divisor : $column }' "$1" | sort -n |
    awk '{ value[NR] = $1 } END { middle = int((NR + 1) / 2); print NR % 2 ? value[middle] : (value[middle] + value[middle + 1]) / 2 }'
}

# A row of the table of bars.
#   row WHAT VALUE UNIT BAR at_least|at_most FORMAT
row() {
  awk -v what="$1" -v value="$2" -v unit="$3" -v bar="$4" -v way="$5" -v format="$6" 'BEGIN {
    met = way == "at_least" ? value >= bar : value <= bar
    printf "| %s | %s %s%s | " format "%s | %s |\n", what, way == "at_least" ? "≥" : "≤", bar, unit, value, unit, met ? "met" : "missed"
  }'
}

report() {
  local native web
  native=$(median "$work/rounds" 5 4)
  web=$(median "$work/rounds" 6 5)
  cat <<END
# Throughput, memory and start

Written by \`bash tests/bench/throughput.sh\` on $(date -u '+%-d %B %Y'): Debian $(cut -d . -f 1 /etc/debian_version), $(nproc) cores of $(sed -n '/^model name/ { s/^[^:]*: //p; q }' /proc/cpuinfo), which the load
generator shares; load average before the rounds $load_before. Medians of $rounds rounds of $calls calls, and of $starts starts.

| what | bar | measured | |
|---|---|---|---|
$(row 'Ask on the native port, over a server that returns the same bytes without work' "$native" '' 0.70 at_least '%.2f')
| Ask on the native port, over such a server that takes calls and sends replies by charleyd's own code | | $(printf %.2f "$(median "$work/rounds" 5 10)") | |
$(row 'Ask on the web port, over the native port' "$web" '' 0.50 at_least '%.2f')
$(row 'resident memory under this load on both ports' "$((resident_under_load / 1024))" ' MiB' 64 at_most '%d')
$(row 'start of the process to the first answered Ask' "$(median "$work/starts" 2)" ' ms' 150 at_most '%.0f')

## Rounds

Requests a second; and, in brackets, microseconds of the server's processor time for each. A round asks one question of \`$questions\`; the rounds
spread evenly over their lengths.

| round | message, reply (bytes) | without work | the same, by charleyd's own code | native port | web port | native / without work | web / native |
|---|---|---|---|---|---|---|---|
$(awk '{ printf "| %d | %d, %d | %d (%s) | %d (%s) | %d (%s) | %d (%s) | %.2f | %.2f |\n", $1, $2, $3, $4, $7, $10, $11, $5, $8, $6, $9, $5 / $4, $6 / $5 }' "$work/rounds")
| median | | $(median "$work/rounds" 4) ($(median "$work/rounds" 7)) | $(median "$work/rounds" 10) ($(median "$work/rounds" 11)) | $(median "$work/rounds" 5) ($(median "$work/rounds" 8)) | $(median "$work/rounds" 6) ($(median "$work/rounds" 9)) | $(printf %.2f "$native") | $(printf %.2f "$web") |

## Memory and start

| | |
|---|---|
| resident after the start | $((resident_at_start / 1024)) MiB |
| resident under load: the most after any round | $((resident_under_load / 1024)) MiB |
| of what is resident now: private memory | $(($(memory RssAnon) / 1024)) MiB |
| of what is resident now: pages of the program and its libraries, which processes share | $(($(memory RssFile) / 1024)) MiB |
| resident at its most, while the pack was loaded or later | $(($(memory VmHWM) / 1024)) MiB |
| start to the ready line | $(printf '%.0f' "$(median "$work/starts" 1)") ms |
| start to the first answer: median, slowest | $(printf '%.0f' "$(median "$work/starts" 2)") ms, $(sort -n -k 2 "$work/starts" | tail -n 1 | awk '{ printf "%.0f", $2 }') ms |
END
}

mkdir -p "$(dirname "$output")"
report | tee "$output"
say
say "Written to $output"
