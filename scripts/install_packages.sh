#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages of the named sets (build, test, corpus, bench) that are not there yet.
set -euo pipefail

declare -A packages=(
  [build]="g++ cmake ninja-build ccache pkg-config libboost-dev libcli11-dev libexpected-dev
    libfmt-dev libgmime-3.0-dev libre2-dev libsodium-dev libsqlite3-dev libssl-dev libvalijson-dev
    libyaml-cpp-dev nlohmann-json3-dev prometheus-cpp-dev"
  [test]="clang clang-format libgtest-dev libgmock-dev binutils git prometheus python3"
  [corpus]="npm python3"
  [bench]="mblaze python3 sqlite3 time valgrind"
)

is_installed() { [[ $(dpkg-query -W -f '${Status}' "$1" 2>/dev/null) == "install ok installed" ]]; }

# A program may be there without its package: Node.js is often installed by other means.
is_provided() { [[ $1 == npm ]] && command -v npm >/dev/null; }

missing=()
for set in "$@"; do
  for package in ${packages[$set]:?"no such set: $set"}; do
    is_installed "$package" || is_provided "$package" || missing+=("$package")
  done
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

command -v apt-get >/dev/null || {
  echo "mailcomb is built on Debian 12; without apt-get, install these by hand: ${missing[*]}" >&2
  exit 1
}
as_root=()
[[ $(id -u) -eq 0 ]] || as_root=(sudo)
echo "Installing ${#missing[@]} packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
if ! { "${as_root[@]}" apt-get update -qq &&
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -20 "$log" >&2
  echo "The packages could not be installed; the lines above say why." >&2
  exit 1
fi
