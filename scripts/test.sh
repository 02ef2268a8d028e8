#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds, and passes every test: those of the installed program and SDK on a
# release build, those with threads under TSan, and all of them under ASan and UBSan.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() { printf '\n== %s\n' "$*"; }

# configure a preset and build all of it, or only the targets named; quiet unless it fails
build() {
  local log=build/$1.log
  mkdir -p build
  if ! { cmake --preset "$1" && cmake --build --preset "$1" ${2:+--target "${@:2}"}; } >"$log" 2>&1; then
    grep -nE 'error|FAILED|Error' -A5 "$log" | head -60 >&2 || true
    tail -5 "$log" >&2
    exit 1
  fi
}

step "packages"
scripts/install_packages.sh build test corpus
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

step "release: build the program, then the tests of what is installed"
build release mailcomb mailcomb-plugin-runner local-mail rules-builtin store-sqlite
ctest --preset release --label-regex '^install$'

step "tsan: build and run the tests with several threads"
build tsan
ctest --preset tsan

step "asan: build, then all tests"
build asan
ctest --preset asan
