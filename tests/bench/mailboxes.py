# SPDX-License-Identifier: Apache-2.0
"""The mailboxes that are measured: the corpus many times over, and small messages by the million."""

import re
import shutil
import sys
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "scripts"))

from corpus_to_maildir import load_corpus  # noqa: E402

COPIES = 16
NOW = datetime(2002, 12, 1, tzinfo=timezone.utc)  # What the program's --now says.
ID_FIELDS = re.compile(rb"^(message-id|in-reply-to|references):((?:.|\n[ \t])*)", re.IGNORECASE | re.MULTILINE)


def copied_corpus(package: Path, maildir: Path, copies: int = COPIES) -> Path:
    """Every message so many times; conversations stay whole within a copy and apart between copies."""
    messages = load_corpus(package)
    if count_files(maildir) == copies * len(messages):
        return maildir
    with Building(maildir) as building:
        for copy in range(copies):
            for message in messages:
                name = f"{message.base_name}-{copy:02}" + ("" if message.directory == "new" else f":2,{message.flags}")
                (building / message.directory / name).write_bytes(with_own_ids(message.content, copy))
    return maildir


def with_own_ids(mail: bytes, copy: int) -> bytes:
    """The same message with all the ids in its header fields marked by the number of the copy."""
    end = re.search(rb"\r?\n\r?\n", mail)
    head = mail[: end.start()] if end else mail
    return ID_FIELDS.sub(lambda field: field[1] + b":" + marked(field[2], copy), head) + mail[len(head) :]


def marked(ids: bytes, copy: int) -> bytes:
    mark = b"copy%d." % copy
    return ids.replace(b"<", b"<" + mark) if b"<" in ids else b" " + mark + ids.strip()


def generated(work: Path, count: int) -> Path:
    """Messages of a few hundred bytes: one in three unread, one in fifty flagged, half of them newsletters."""
    maildir = work / f"generated-{count}"
    if count_files(maildir) == count:
        return maildir
    with Building(maildir) as building:
        for number in range(count):
            flags = "F" * (number % 50 == 0) + "S" * (number % 3 != 0)
            (building / "cur" / f"{1_000_000_000 + number}.g{number}.bench:2,{flags}").write_bytes(small_message(number))
    return maildir


def remove_generated(work: Path) -> None:
    """They are large, and quickly made again."""
    for maildir in work.glob("*generated-*"):
        shutil.rmtree(maildir)


def small_message(number: int) -> bytes:
    date = format_datetime(NOW - timedelta(days=number % 700, seconds=number % 86_400))
    answered = f"In-Reply-To: <g{number - 1}@bench.example>\n" if number % 5 == 4 else ""
    listed = f"List-Id: <list{number % 40}.bench.example>\nList-Unsubscribe: <mailto:leave@bench.example>\n"
    return (
        f"Return-Path: <s{number % 997}@bench.example>\n"
        f"Received: from mx.bench.example by mail.bench.example; {date}\n"
        f"From: Sender {number % 997} <s{number % 997}@bench.example>\n"
        f"To: ann@home.example\nSubject: Message {number} of many\nDate: {date}\n"
        f"Message-ID: <g{number}@bench.example>\n{answered}{listed if number % 2 else ''}"
        f"\nSo much for message {number}.\n"
    ).encode()


def count_files(maildir: Path) -> int:
    return sum(1 for place in ("cur", "new") if (maildir / place).is_dir() for _ in (maildir / place).iterdir())


class Building:
    """A Maildir under another name until it is complete."""

    def __init__(self, maildir: Path):
        self.maildir, self.building = maildir, maildir.with_name(f".{maildir.name}.making")

    def __enter__(self) -> Path:
        shutil.rmtree(self.building, ignore_errors=True)
        for place in ("cur", "new", "tmp"):
            (self.building / place).mkdir(parents=True)
        return self.building

    def __exit__(self, failure, *_) -> None:
        if failure:
            return
        shutil.rmtree(self.maildir, ignore_errors=True)
        self.building.rename(self.maildir)
