# SPDX-License-Identifier: Apache-2.0
"""The Maildir that is damaged, the policy for it, and what its tree is."""

import hashlib
import os
from datetime import datetime, timedelta, timezone

NOW = "2002-12-01T00:00:00Z"
POLICY = """version: 1
name: faults
rules:
  - {name: to-trash, match: {subject: trash me}, then: trash}
  - {name: to-archive, match: {subject: archive me}, then: archive}
  - {name: to-archive-read, match: {subject: archive and read me}, then: [mark_read, archive]}
  - {name: to-read, match: {subject: read only}, then: mark_read}
"""
# Of four hundred messages three hundred change; the limits of a policy (20 % trash, 60 % archive) are kept.
PORTIONS = {"trash me": 70, "archive me": 100, "archive and read me": 40, "read only": 90, "keep me": 100}
CHANGES = 300
# Directory and name's end in turn; those below are for messages that are to be marked as read.
PLACES = [("cur", ":2,S"), ("new", ""), ("cur", ":2,"), ("cur", ":2,PS"), ("cur", ""), ("new", ":2,"), ("cur", ":2,Sab")]
UNREAD_PLACES = [("new", ""), ("cur", ":2,"), ("cur", ""), ("cur", ":2,P")]


def message(number, subject):
    when = (datetime(2002, 11, 1, tzinfo=timezone.utc) - timedelta(hours=number)).strftime("%a, %d %b %Y %H:%M:%S +0000")
    lines = [f"Received: from a by b; {when}", f"Message-ID: <{number}@faults.example>", "From: list@faults.example"]
    return "\n".join([*lines, f"Subject: {subject}, number {number}", "", f"Body of {number}.", ""]).encode()


def make(maildir, changes=CHANGES):
    """A mailbox of which `changes` messages change, a multiple of 300. Archive and Trash do not exist yet."""
    subjects = [subject for subject, portion in PORTIONS.items() for _ in range(portion * changes // CHANGES)]
    for folder in ("", ".Lists"):
        for place in ("cur", "new", "tmp"):
            os.makedirs(os.path.join(maildir, folder, place))
    for number, subject in enumerate(subjects):
        is_read_only = subject == "read only"
        place, end = (UNREAD_PLACES if is_read_only else PLACES)[number % (len(UNREAD_PLACES if is_read_only else PLACES))]
        folder = ".Lists" if is_read_only and number % 3 == 0 else ""
        # Not UTF-8 now and then.
        base = f"{1036000000 + number}.M{number}P1.h" + ("\udce9" if number % 50 == 7 else "ost")
        with open(os.path.join(maildir, folder, place, base + end), "wb") as file:
            file.write(message(number, subject))


def tree(maildir):
    """Path to SHA-256, of all files; directories as well, which undo has to remove."""
    found = {}
    for folder, folders, files in os.walk(maildir):
        found.update({os.path.relpath(os.path.join(folder, name), maildir) + "/": "" for name in folders})
        for name in files:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, maildir)] = hashlib.sha256(file.read()).hexdigest()
    return found


def difference(before, after):
    lost, new = sorted(before.items() - after.items()), sorted(after.items() - before.items())
    names = [f"-{path}" for path, _ in lost[:4]] + [f"+{path}" for path, _ in new[:4]]
    return f"{len(lost)} paths lost, {len(new)} new: " + " ".join(ascii(name) for name in names)
