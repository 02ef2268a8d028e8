# SPDX-License-Identifier: Apache-2.0
"""Makes the mailboxes of the cases, and says what is in one so that two can be compared."""

import json
import os
import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path

from product import CASES

MINI = CASES / "mini/mailbox"
RECORDED = CASES / "mini/recorded.json"
NOW = datetime(2002, 12, 1, tzinfo=timezone.utc)
PLACES = ("cur", "new", "tmp")
COUNTERS = ("tried", "sequence")
DEFAULTS = {"flags": [], "location": "inbox", "folder": "INBOX", "labels": []}


def make_folder(folder: Path) -> None:
    for place in PLACES:
        (folder / place).mkdir(parents=True, exist_ok=True)


def copy_maildir(source: Path, target: Path) -> Path:
    """Git keeps no empty folders, so a committed Maildir lacks some."""
    shutil.copytree(source, target)
    for folder in [target, *target.glob(".*")]:
        if folder.is_dir():
            make_folder(folder)
    return target


def write_message(file: Path, *headers: str, age_days=None, body="Hello.") -> None:
    lines = []
    if age_days is not None:
        when = NOW - timedelta(days=age_days)
        lines.append(f"Received: by mx.example.org; {when:%a, %d %b %Y %H:%M:%S} +0000")
    file.write_text("\n".join([*lines, *headers, "", body, ""]))


def generate_maildir(target: Path, inbox: int, trash=0, old=0) -> Path:
    """`old` of the inbox's messages are from old@example.org and 400 days old, the others one day."""
    make_folder(target)
    make_folder(target / ".Trash")
    for number in range(inbox):
        sender, age = ("old", 400) if number < old else ("new", 1)
        write_message(target / f"cur/{number:05}:2,S", f"From: {sender}@example.org", f"Subject: number {number}",
                      age_days=age)
    for number in range(trash):
        write_message(target / f".Trash/cur/t{number:05}:2,S", "From: gone@example.org", age_days=400)
    return target


def copy_recorded(source: Path, target: Path) -> Path:
    """With what an undo writes spelled out, and an account that is the same everywhere."""
    root = json.loads(source.read_text()) | {"account": "recorded"}
    root["messages"] = [DEFAULTS | message for message in root["messages"]]
    target.write_text(json.dumps(root, indent=1))
    return target


def snapshot(mailbox: Path) -> dict:
    return maildir_snapshot(mailbox) if mailbox.is_dir() else recorded_snapshot(mailbox)


def maildir_snapshot(maildir: Path) -> dict[str, bytes | None]:
    """Every file with its bytes, every folder with None, links with their targets; by relative path."""
    found = {}
    for folder, folders, files in os.walk(maildir):
        for name in folders + files:
            path = Path(folder, name)
            content = None if path.is_dir() else path.read_bytes()
            found[str(path.relative_to(maildir))] = content
    return found


def recorded_snapshot(file: Path) -> dict:
    """Without the counters, which only grow, and without an order of flags and labels."""
    root = {key: value for key, value in json.loads(file.read_text()).items() if key not in COUNTERS}
    root["messages"] = [recorded_message(message) for message in root["messages"]]
    return {"labels": [], "behaviour": {}} | root


def recorded_message(message: dict) -> dict:
    return {key: sorted(value) if key in ("flags", "labels") and value else value
            for key, value in message.items() if key != "changed"}
