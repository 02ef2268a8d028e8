# SPDX-License-Identifier: Apache-2.0
"""Maildir++ folders, and the location that each folder's name stands for."""

from pathlib import Path

LOCATIONS = {
    "archive": "archive",
    "sent": "sent", "sent messages": "sent", "sent items": "sent",
    "drafts": "drafts",
    "trash": "trash", "deleted messages": "trash", "deleted items": "trash",
    "junk": "spam", "spam": "spam"}


def folders(maildir: Path) -> list[tuple[Path, str]]:
    """Each folder with its location; the Maildir itself is the inbox."""
    subfolders = sorted(path for path in maildir.glob(".*") if (path / "cur").is_dir())
    return [(maildir, "inbox")] + [(path, location_of(path.name)) for path in subfolders]


def location_of(folder_name: str) -> str:
    """Subfolders (".Archive.2002") count as the folder they lie in; other names are the user's own."""
    return LOCATIONS.get(folder_name.removeprefix(".").partition(".")[0].lower(), "other")
