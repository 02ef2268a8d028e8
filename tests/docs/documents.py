# SPDX-License-Identifier: Apache-2.0
"""Reads guides: their fenced blocks, the filters in their tables, and their links.

What stands behind a block's language tells what a test does with it:
  ```console            every line that starts with `$ ` is run and must exit with 0
  ```console exit=3     ... must exit with 3
  ```yaml file=x.yaml   is written to x.yaml before the commands below it are run
  ```yaml               must be valid: a policy if it has `version:`, rules if it starts with `- name:`
  ```yaml valid=no      ... need not be
  ```cpp file=a/b.cpp   is written likewise, and equals the file of tests/install named in EQUALS
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

FENCE = re.compile(r"^```(\w*)(.*)$")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
FILTER_ROW = re.compile(r"^\| `[a-z_]+` \|(.*?)\|")
CODE = re.compile(r"`([^`]+)`")


@dataclass
class Block:
    language: str
    line: int
    options: dict
    lines: list = field(default_factory=list)

    def text(self):
        return "".join(line + "\n" for line in self.lines)

    def find_policy(self):
        """The policy that the block is, or that its rules make; or None."""
        if self.language != "yaml" or self.options.get("valid") == "no":
            return None
        if any(line.startswith("version:") for line in self.lines):
            return self.text()
        return rules_policy(self.lines) if self.lines and self.lines[0].startswith("- name:") else None

    def commands(self):
        """(line, command); a command goes on behind a backslash."""
        found, goes_on = [], False
        for number, line in enumerate(self.lines, self.line + 1):
            if goes_on:
                found[-1] = (found[-1][0], found[-1][1][:-1] + line)
            elif line.startswith("$ "):
                found.append((number, line[2:]))
            goes_on = (goes_on or line.startswith("$ ")) and line.endswith("\\")
        return found


def rules_policy(lines) -> str:
    return "version: 1\nname: example\nrules:\n" + "".join(f"  {line}\n" for line in lines)


def read_blocks(path: Path) -> list[Block]:
    blocks, block = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fence = FENCE.match(line)
        if block and line == "```":
            block = None
        elif block:
            block.lines.append(line)
        elif fence:
            options = dict(word.split("=", 1) for word in fence[2].split())
            block = Block(fence[1], number, options)
            blocks.append(block)
    if block:
        raise SystemExit(f"{path}:{block.line}: the block has no end")
    return blocks


def find_filters(path: Path) -> list[tuple[int, str]]:
    """Policies of the examples in tables whose first column is a filter key."""
    found, in_table = [], False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("| key | example |"):
            in_table = True
        elif not line.startswith("|"):
            in_table = False
        elif in_table and (row := FILTER_ROW.match(line)):
            for example in CODE.findall(row[1]):
                rule = ["- name: example", f"  match: {{{example}}}", "  then: keep"]
                found.append((number, rules_policy(rule)))
    return found


def find_links(path: Path) -> list[tuple[int, str]]:
    """Links to files and headings of this repository."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    links = [(number, link) for number, line in lines for link in LINK.findall(line)]
    return [(number, link) for number, link in links if "://" not in link]


def find_anchors(path: Path) -> set[str]:
    """The names that headings get in links."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
