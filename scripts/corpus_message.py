# SPDX-License-Identifier: Apache-2.0
"""What one file of the SpamAssassin corpus becomes in a Maildir: its date, its name, its flags."""

import hashlib
import re
from dataclasses import dataclass
from email.utils import mktime_tz, parsedate_tz
from pathlib import Path

UNREAD_ONE_IN = 3
FLAGGED_ONE_IN = 50
REPLIED_ONE_IN = 40  # of the read ones
NEW_ONE_IN = 2  # of the unread ones without other flags

SHORT_YEAR = re.compile(r"^(\D*\d{1,2}\s+[A-Za-z]+\s+)(\d{2,3})(?=\s)")
MBOX_DATE = re.compile(r"([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(\d{4})\s*$")


@dataclass(frozen=True)
class CorpusMessage:
    """One mail, ready to be written: the base name, where it lies, its flags and its bytes."""

    base_name: str
    directory: str  # "cur" or "new"
    flags: str  # Maildir letters in ASCII order; always empty in new/
    content: bytes

    @property
    def file_name(self) -> str:
        return self.base_name if self.directory == "new" else f"{self.base_name}:2,{self.flags}"


def load_message(source: Path) -> CorpusMessage:
    mbox_line, content = split_mbox_line(source.read_bytes())
    digest = hashlib.sha256(f"{source.parent.name}/{source.name}".encode()).digest()
    flags = draw_flags(digest)
    directory = "new" if not flags and drawn(digest, 3, NEW_ONE_IN) else "cur"
    epoch = received_epoch(content)
    epoch = mbox_epoch(mbox_line) if epoch is None else epoch
    return CorpusMessage(base_name(epoch, source, digest), directory, flags, content)


def split_mbox_line(raw: bytes) -> tuple[str, bytes]:
    """The leading "From " line ("" where there is none) and the mail itself."""
    if not raw.startswith(b"From "):
        return "", raw
    line, _, mail = raw.partition(b"\n")
    return line.decode("latin-1"), mail


def received_epoch(mail: bytes) -> int | None:
    """Seconds since 1970 of the topmost Received header whose date can be read."""
    for line in header_lines(mail):
        if line.lower().startswith("received:") and ";" in line:
            epoch = date_epoch(line.rpartition(";")[2])
            if epoch is not None:
                return epoch
    return None


def header_lines(mail: bytes) -> list[str]:
    head = re.split(rb"^\r?\n", mail, maxsplit=1, flags=re.MULTILINE)[0]
    return re.sub(r"\r?\n(?=[ \t])", "", head.decode("latin-1")).split("\n")


def date_epoch(text: str) -> int | None:
    fields = parsedate_tz(SHORT_YEAR.sub(full_year, text.strip()))
    try:
        return mktime_tz(fields) if fields else None
    except (ValueError, OverflowError):
        return None


def full_year(match: re.Match) -> str:
    """RFC 5322 section 4.3: 00-49 are 20xx, 50-99 are 19xx, three digits count from 1900."""
    year = int(match[2])
    return f"{match[1]}{year + (2000 if len(match[2]) == 2 and year < 50 else 1900)}"


def mbox_epoch(mbox_line: str) -> int | None:
    """The date of a "From " line; it names no zone and is taken as UTC."""
    match = MBOX_DATE.search(mbox_line)
    return date_epoch(f"{match[2]} {match[1]} {match[4]} {match[3]} +0000") if match else None


def draw_flags(digest: bytes) -> str:
    unread = drawn(digest, 0, UNREAD_ONE_IN)
    flagged = drawn(digest, 1, FLAGGED_ONE_IN)
    replied = not unread and drawn(digest, 2, REPLIED_ONE_IN)
    return "F" * flagged + "R" * replied + "S" * (not unread)


def drawn(digest: bytes, lot: int, one_in: int) -> bool:
    """A fixed draw: the same file always gets the same answer for the same lot."""
    return int.from_bytes(digest[4 * lot : 4 * lot + 4], "big") % one_in == 0


def base_name(epoch: int | None, source: Path, digest: bytes) -> str:
    """Undated mail must not get a name that a reader takes for a delivery time."""
    stamp = "undated" if epoch is None or epoch < 0 else str(epoch)
    origin = re.sub(r"[^A-Za-z0-9]+", "-", f"{source.parent.name}-{source.name.partition('.')[0]}")
    return f"{stamp}.{origin}-{digest[-4:].hex()}.corpus"
