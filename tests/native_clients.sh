#!/usr/bin/env bash
# Runs the native developers' examples, each asking a real charleyd four times: what has an answer, a red flag, two questions at once,
# and two of which one is not covered.
# Kotlin on the JVM with OkHttp's transport and the lite runtime, as an Android app has them; TypeScript; Python; C++. Swift is not run.
#
#   bash tests/native_clients.sh [build/release]
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=deploy/install.sh
. deploy/install.sh

build=${1:-build/release}
[ -x "$build/bin/charleyd" ] || fail "$build has no charleyd: run deploy/up.sh first, or name a build folder"
install_packages client/examples/packages.txt
install_node
mkdir -p build/log build/examples

say "== Building the examples"
build_python() {
  [ -x build/examples/python/bin/python ] || python3 -m venv build/examples/python
  build/examples/python/bin/pip install --quiet --disable-pip-version-check -r client/examples/python/requirements.txt
  build/examples/python/bin/python -m grpc_tools.protoc -I proto \
    --python_out=build/examples/python --grpc_python_out=build/examples/python proto/charley/v1/assistant.proto
}
build_typescript() {
  tests/npm_install.sh client/web
  npm --prefix client/web run --silent generate
  client/web/node_modules/.bin/tsc --noEmit --strict --target ES2022 --module ESNext --moduleResolution bundler --lib ES2023,DOM \
    --typeRoots client/web/node_modules/@types --types node --skipLibCheck --allowImportingTsExtensions --verbatimModuleSyntax \
    client/examples/typescript/ask.ts
  client/web/node_modules/.bin/esbuild client/examples/typescript/ask.ts --bundle --format=esm --platform=node \
    --outfile=build/examples/typescript/ask.mjs --log-level=error
}
build_cpp() {
  cmake -S client/examples/cpp -B build/examples/cpp -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
  cmake --build build/examples/cpp
}
build_kotlin() {
  mvn --quiet --batch-mode -f client/examples/kotlin/pom.xml package dependency:build-classpath \
    -Dmdep.outputFile="$PWD/build/examples/kotlin/classpath.txt"
}
quietly build/log/example-python.log "the Python example" build_python
quietly build/log/example-typescript.log "the TypeScript example" build_typescript
quietly build/log/example-cpp.log "the C++ example" build_cpp
quietly build/log/example-kotlin.log "the Kotlin example" build_kotlin

say "== Asking charleyd"
ready=$(mktemp)
"$build/bin/charleyd" --pack "$build/share/charley/packs/cramps.db" --grpc 127.0.0.1:0 --http 127.0.0.1:0 \
  >"$ready" 2>build/log/native-clients-charleyd.log &
server=$!
trap 'kill "$server" 2>/dev/null; rm -f "$ready"' EXIT
until grep -q '^ready ' "$ready"; do
  kill -0 "$server" 2>/dev/null || fail "charleyd ended before it served; see build/log/native-clients-charleyd.log"
  sleep 0.05
done
grpc=$(sed -n 's/^ready grpc=\([^ ]*\) http=.*/\1/p' "$ready")
http=$(sed -n 's/^ready grpc=.* http=//p' "$ready")

passed=0
# Asks with one client: name, then its command, to which the question is added.
ask() {
  local name=$1
  shift
  local answer red_flag both half
  answer=$("$@" "What should I do when I get a cramp?") || fail "$name: the call failed"
  red_flag=$("$@" "I have crushing chest pain") || fail "$name: the call failed"
  both=$("$@" "Does magnesium help with cramps, and do bananas help?") || fail "$name: the call failed"
  half=$("$@" "How much is a visit? And what causes a charley horse?") || fail "$name: the call failed"
  for title in "Does magnesium help" "Do bananas"; do
    grep -q "^$title" <<<"$both" || fail "$name: not both answers: $both"
  done
  grep -q '^I can answer only part' <<<"$half" || fail "$name: does not say what is left out: $half"
  grep -q 'paragraph' <<<"$answer" || fail "$name: no cited answer: $answer"
  grep -q '^Seek urgent care\. .*999' <<<"$red_flag" || fail "$name: no escalation: $red_flag"
  passed=$((passed + 1))
  say "ok   $name: $(head -n 1 <<<"$answer" | cut -c 1-70)…"
}

ask Python env PYTHONPATH=build/examples/python build/examples/python/bin/python client/examples/python/ask.py "$grpc"
ask TypeScript node build/examples/typescript/ask.mjs "http://$http"
ask C++ build/examples/cpp/ask "$grpc"
ask Kotlin java -cp "build/examples/kotlin/classes:$(cat build/examples/kotlin/classpath.txt)" charley.AskKt "${grpc%:*}" "${grpc##*:}"
say "skip Swift: there is no Swift toolchain here; its example is neither compiled nor run"
say "native clients: $passed passed, 1 not run"
