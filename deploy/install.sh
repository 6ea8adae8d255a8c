# shellcheck shell=bash
# Installs Debian packages that are missing. Sourced by deploy/up.sh and tests/run.sh.
#
#   install_packages LIST...   each LIST holds one package a line; "#" begins a comment
#   install_node               Node.js and npm, unless a `node` is there already

say() { printf '%s\n' "$*"; }

fail() {
  printf 'charley: %s\n' "$*" >&2
  exit 1
}

# Runs a command with its output in a file; on failure shows the file's end and one line that says what failed.
#   quietly LOG WHAT COMMAND...
quietly() {
  local log=$1 what=$2
  shift 2
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "$what failed; the whole output is in ${log#"$PWD"/}"
  fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "installing packages needs root: run this as root, or install sudo"
  fi
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

install_packages() {
  local wanted missing=()
  wanted=$(sed 's/#.*//' "$@")
  for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ "${#missing[@]}" = 0 ] && return
  command -v apt-get >/dev/null 2>&1 || fail "this needs Debian 12 (apt-get is not here); missing: ${missing[*]}"
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  quietly build/log/apt-update.log "apt-get update" as_root apt-get update -q
  quietly build/log/apt-install.log "apt-get install" apt_install "${missing[@]}"
}

install_node() {
  command -v npm >/dev/null 2>&1 && return
  say "Installing Node.js and npm from Debian"
  quietly build/log/apt-update.log "apt-get update" as_root apt-get update -q
  quietly build/log/apt-node.log "apt-get install nodejs npm" apt_install nodejs npm
}
