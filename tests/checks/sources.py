# SPDX-License-Identifier: Apache-2.0
"""The source files of a tree, and their text without comments and strings."""

import os
import re

C_SUFFIXES = (".h", ".hpp", ".c", ".cpp")

_TOKEN = re.compile(
    r"(?P<number>[0-9a-fA-F]'[0-9a-fA-F])"  # 86'400
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)"
    r'|(?P<string>R"(?P<mark>[^()\\\s"]{0,16})\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\')',
    re.S,
)


def find(root, folders, suffixes):
    """Paths relative to `root`, sorted; folders named build or __pycache__ are left out."""
    found = []
    for folder in folders:
        for place, subfolders, names in os.walk(os.path.join(root, folder)):
            subfolders[:] = [name for name in subfolders if name not in ("build", "__pycache__")]
            found += [os.path.join(place, name) for name in names if name.endswith(tuple(suffixes))]
    return sorted(os.path.relpath(path, root) for path in found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def without_comments(text):
    """The same text, every comment replaced by blanks, so that lines and columns stay."""
    return _TOKEN.sub(lambda m: _blank(m[0]) if m["comment"] else m[0], text)


def without_comments_and_strings(text):
    """The same with the inside of strings blank too; their quotes stay."""

    def keep(match):
        if match["string"]:
            return match[0][0] + _blank(match[0][1:-1]) + match[0][-1]
        return _blank(match[0]) if match["comment"] else match[0]

    return _TOKEN.sub(keep, text)


def strings(text):
    """(line, contents) of every string literal."""
    return [
        (line_of(text, match.start()), match[0][1:-1])
        for match in _TOKEN.finditer(text)
        if match["string"] and match[0].startswith('"')
    ]


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
