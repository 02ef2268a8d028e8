# SPDX-License-Identifier: Apache-2.0
"""The header section of a mail file: split, unfolded, 8-bit tolerated."""

import re

END_OF_HEADERS = re.compile(rb"^\r?\n", re.MULTILINE)
FOLD = re.compile(rb"\r?\n(?=[ \t])")
FIELD = re.compile(r"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)


class Headers:
    """Values by lowercase name, in file order; `mbox_line` is the leading "From " line or ""."""

    def __init__(self, raw: bytes):
        head = END_OF_HEADERS.split(raw, maxsplit=1)[0]
        lines = [text_of(line) for line in FOLD.sub(b"", head).split(b"\n")]
        self.mbox_line = lines.pop(0) if lines[0].startswith("From ") else ""
        self._values: dict[str, list[str]] = {}
        for match in filter(None, map(FIELD.fullmatch, lines)):
            self._values.setdefault(match[1].lower(), []).append(match[2].strip(" \t"))

    def all(self, name: str) -> list[str]:
        return self._values.get(name, [])

    def has(self, name: str) -> bool:
        return name in self._values


def text_of(line: bytes) -> str:
    """Latin-1 loses no byte, and everything the rules look at is ASCII."""
    return line.removesuffix(b"\r").decode("latin-1")
