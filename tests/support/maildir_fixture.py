# SPDX-License-Identifier: Apache-2.0
"""Tiny Maildirs for the tests of the oracle."""

import tempfile
import unittest
from datetime import datetime, timedelta, timezone
from pathlib import Path

NOW_TEXT = "2002-12-01T00:00:00Z"
NOW = datetime(2002, 12, 1, tzinfo=timezone.utc)
RFC_FORMAT = "%a, %d %b %Y %H:%M:%S +0000"


class MaildirTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.maildir = Path(temporary.name) / "mail"
        (self.maildir / "cur").mkdir(parents=True)

    def deliver(self, id: str, *headers: str, age=None, flags: str | None = "S", folder="", directory="cur"):
        """Age in days or as a timedelta, None: no date at all. Flags None: a name without an info part."""
        place = self.maildir / folder / directory
        place.mkdir(parents=True, exist_ok=True)
        (self.maildir / folder / "cur").mkdir(exist_ok=True)
        lines = [*received(age), *headers, "", "Received: body; no header"]
        (place / (id if flags is None else f"{id}:2,{flags}")).write_bytes("\n".join(lines).encode("latin-1"))


def received(age) -> list[str]:
    if age is None:
        return []
    moment = NOW - (age if isinstance(age, timedelta) else timedelta(days=age))
    return [f"Received: by mx.example.org; {moment.strftime(RFC_FORMAT)}"]
