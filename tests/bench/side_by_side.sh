#!/usr/bin/env bash
# Compares Charley with SQLite FTS5, Xapian, fastText, node-nlp and a plain linear model, in one run on the same pack and the same questions.
#
#   bash tests/bench/side_by_side.sh [--build FOLDER] [PACK [QUESTIONS...]]
#
#   PACK            folder of a pack's authoring files (knowledge/cramps)
#   QUESTIONS       files of labelled messages (tests/eval/matching-tuning.jsonl, matching-test.jsonl and, when it is there, matching-test-2.jsonl)
#   --build FOLDER  where the programs are (build/release)
#
# Needs the release build: cmake --preset release && cmake --build --preset release. Installs the peers. Writes tests/bench/results/side_by_side.md
# and docs/images/side_by_side.svg; prints no question. What each peer is, and how it is used: tests/bench/peers. Run it on a quiet machine.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=deploy/install.sh
. deploy/install.sh
# shellcheck source=tests/bench/prepare.sh
. tests/bench/prepare.sh

build=build/release pack='' questions=()
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) sed -n '2,11s/^# \{0,1\}//p' tests/bench/side_by_side.sh && exit 0 ;;
    --build)
      [ $# -ge 2 ] || fail "--build needs a folder; see --help"
      build=$2 && shift
      ;;
    -*) fail "unknown argument '$1'; see --help" ;;
    *) if [ -z "$pack" ]; then pack=$1; else questions+=("$1"); fi ;;
  esac
  shift
done
pack=${pack:-knowledge/cramps}
[ -d "$pack" ] || fail "$pack is no folder: name the folder of a pack's authoring files"
if [ "${#questions[@]}" = 0 ]; then
  questions=(tests/eval/matching-tuning.jsonl tests/eval/matching-test.jsonl)
  [ ! -f tests/eval/matching-test-2.jsonl ] || questions+=(tests/eval/matching-test-2.jsonl)
fi

need_programs "$build" charley-curate export_questions peer_charley peer_sqlite_fts5
install_packages tests/bench/packages.txt
install_node
tests/npm_install.sh tests/bench/peers
install_python build/bench/python

work=build/bench/side_by_side
peers=tests/bench/peers
rm -rf "$work"
mkdir -p "$work"

# Lets a peer learn, and keeps the seconds of processor time that it took.
#   learn NAME COMMAND...
learn() {
  local name=$1
  shift
  say "== $name: building"
  processor_seconds "$work/$name.seconds" quietly "$work/$name.log" "building $name" "$@"
}

# Asks a peer all questions.
#   ask NAME COMMAND...
ask() {
  local name=$1
  shift
  say "== $name: answering"
  "$@" <"$work/questions.jsonl" >"$work/$name.answers.jsonl" 2>>"$work/$name.log" || fail "$name failed; see $work/$name.log"
}

#   compare NAME TEXTS PEER...     a peer with the two commands "build" and "answer"
compare() {
  local name=$1 texts=$2
  shift 2
  learn "$name" "$@" build "$texts" "$work/$name.model"
  ask "$name" "$@" answer "$work/$name.model"
}

"$build/bin/export_questions" "$pack" "$work" "${questions[@]}" || fail "the texts could not be exported"

learn charley "$build/bin/charley-curate" build "$pack" -o "$work/charley.db" "${dictionaries[@]}"
ask charley "$build/bin/peer_charley" matched "$work/charley.db"
ask charley-served "$build/bin/peer_charley" served "$work/charley.db"
texts=$work/training.jsonl
compare fts5-porter "$texts" "$build/bin/peer_sqlite_fts5" porter
compare fts5-trigram "$texts" "$build/bin/peer_sqlite_fts5" trigram
compare xapian "$texts" /usr/bin/python3 "$peers/xapian_bm25.py"
compare fasttext "$texts" /usr/bin/python3 "$peers/fasttext_supervised.py"
compare node-nlp "$texts" node "$peers/node_nlp.mjs"
cat "$texts" "$work/misspelt.jsonl" >"$work/with-misspelt.jsonl"
compare linear-svc "$work/with-misspelt.jsonl" build/bench/python/bin/python "$peers/linear_svc.py"

build/bench/python/bin/python tests/bench/side_by_side_report.py "$work" "$pack" "${questions[@]}"
