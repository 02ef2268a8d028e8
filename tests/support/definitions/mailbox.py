# SPDX-License-Identifier: Apache-2.0
"""Reads all the messages of a Maildir."""

from collections import Counter
from pathlib import Path

from .folders import folders
from .message import Message, message_from


class NotJudged(Exception):
    """What can't be judged and what to do, in one line."""


def load_mailbox(maildir: Path) -> list[Message]:
    """Sorted by id."""
    if not (maildir / "cur").is_dir():
        raise NotJudged(f"{maildir} is no Maildir: it has no folder cur; give the folder that holds cur and new")
    messages = [message for folder, location in folders(maildir) for message in load_folder(folder, location)]
    refuse_twins(messages)
    return sorted(messages, key=lambda message: message.id)


def load_folder(folder: Path, location: str) -> list[Message]:
    files = [path for directory in ("cur", "new") for path in (folder / directory).glob("[!.]*")]
    return [message_from(path.name, location, path.read_bytes()) for path in files if path.is_file()]


def refuse_twins(messages: list[Message]) -> None:
    twins = [id for id, count in Counter(message.id for message in messages).items() if count > 1]
    if twins:
        raise NotJudged(f"two files have the base name {twins[0]}; rename one, ids must be unique here")
