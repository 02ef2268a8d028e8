# SPDX-License-Identifier: Apache-2.0
"""Measures everything and writes the page: run.py --build FOLDER --work FOLDER [--only PART]."""

import argparse
import shutil
import sys
from pathlib import Path

from growth import growth
from hot_spots import hot_spots
from journal import journal
from mailboxes import SOURCE, copied_corpus, count_files, remove_generated
from planning import against_mblaze
from program import Program
from report import document
from retention import retention
from startup import startup

PARTS = ("startup", "planning", "journal", "hot_spots", "growth", "retention")
MEBIBYTES_NEEDED = 8 << 10  # A million small files take 4 GiB, and what is measured stays in memory beside them.


def main() -> None:
    options = parse_arguments()
    generated = options.generated or options.work
    for folder in (options.work, generated):
        folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(generated).free < MEBIBYTES_NEEDED << 20:
        sys.exit(f"{generated} has less than {MEBIBYTES_NEEDED} MiB free, which the largest mailbox needs")
    program = Program(options.build.resolve(), options.work.resolve())
    parts = {"startup": startup, "planning": planning, "journal": journal, "hot_spots": profile,
             "growth": lambda program, _: growth(program, generated),
             "retention": lambda program, _: retention(program, generated)}
    sections = []
    for name, measure in parts.items():
        if options.only and name not in options.only:
            continue
        print(f"measuring: {name}", file=sys.stderr)
        sections.append(measure(program, program.work))
        print(sections[-1].text(), file=sys.stderr)
        if options.out:  # What was measured stays, whatever happens to the rest.
            options.out.write_text(document(sections, SOURCE), encoding="utf-8")
    if not options.out:
        print(document(sections, SOURCE))
    remove_generated(generated)


def planning(program: Program, work: Path):
    maildir = copied_corpus(work, work / "corpus")
    return against_mblaze(program, maildir, count_files(maildir))


def profile(program: Program, work: Path):
    once = copied_corpus(work, work / "corpus-once", copies=1)
    return hot_spots(program, work, once, count_files(once), work / "empty")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--build", type=Path, required=True, help="where mailcomb was built (release)")
    parser.add_argument("--work", type=Path, required=True, help="for mailboxes and stores; holds the unpacked corpus")
    parser.add_argument("--generated", type=Path, help="for the million small messages, such as /dev/shm/bench; else --work")
    parser.add_argument("--only", action="append", help="one part; may be repeated", choices=PARTS)
    parser.add_argument("--out", type=Path, help="the page; else standard output")
    return parser.parse_args()


if __name__ == "__main__":
    main()
