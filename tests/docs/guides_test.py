# SPDX-License-Identifier: Apache-2.0
"""Run what the guides say: guides_test.py BIN SOURCE SDK_PREFIX.

Each guide gets a home of its own with a Maildir in it; its commands are run there from the first to the last."""

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from documents import find_anchors, find_filters, find_links, read_blocks
from mailbox import make_mailbox, make_takeout

# They install packages, or build and test everything; scripts/test.sh and CI run them.
EXEMPT = {"scripts/quickstart.sh", "scripts/test.sh", "cmake --install build/quickstart --prefix ~/.local"}
EXEMPT |= {"cmake --install build/quickstart --component sdk --prefix ~/.local"}
# What is shown of a file, and the file.
EQUALS = {
    "short_subject/short_subject.cpp": "tests/install/short_subject/short_subject.cpp",
    "short_subject/CMakeLists.txt": "tests/install/short_subject/CMakeLists.txt",
    "bulk_mail.hpp": "tests/install/rules/bulk_mail.hpp",
    "bulk_mail.cpp": "tests/install/rules/bulk_mail.cpp",
    "repeated.hpp": "tests/install/rules/repeated.hpp",
}
MAILBOXES = ("Maildir", "build/quickstart/mail")
TAKEOUT = "Takeout/Mail/All mail Including Spam and Trash.mbox"


class Guide:
    def __init__(self, path, source, environment):
        self.path, self.source, self.environment = path, source, environment
        self.name = str(path.relative_to(source))
        self.complaints = []

    def complain(self, line, text):
        self.complaints.append(f"{self.name}:{line}: {text}")

    def check(self):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            for mailbox in MAILBOXES:
                make_mailbox(home / mailbox)
            make_takeout(home / TAKEOUT)
            blocks = read_blocks(self.path)
            self.write_files(blocks, home)
            self.run(self.commands(blocks) + self.validations(blocks, home), home)
        return self.complaints

    def write_files(self, blocks, home):
        for block in blocks:
            name = block.options.get("file")
            if block.language in ("cpp", "cmake") and name not in EQUALS:
                self.complain(block.line, f"code without a file of tests/install: {name}")
            elif name in EQUALS and block.text() != (self.source / EQUALS[name]).read_text(encoding="utf-8"):
                self.complain(block.line, f"is not what {EQUALS[name]} says")
            if name:
                (home / name).parent.mkdir(parents=True, exist_ok=True)
                (home / name).write_text(block.text(), encoding="utf-8")

    def commands(self, blocks):
        """What is shown, as one script, so that `export` and `cd` hold from block to block."""
        script = ""
        for block in (block for block in blocks if block.language == "console"):
            expected = block.options.get("exit", "0")
            shown = block.commands()
            script += "".join(self.checked(line, text, expected) for line, text in shown if text not in EXEMPT)
        return script

    def validations(self, blocks, home):
        """Every policy, every list of rules and every example of a filter is valid."""
        policies = [(block.line, block.find_policy()) for block in blocks if block.find_policy()]
        script = ""
        for number, (line, text) in enumerate(policies + find_filters(self.path)):
            name = f"policy-{number}.yaml"
            (home / name).write_text(text, encoding="utf-8")
            script += self.checked(line, f"mailcomb policy validate {name}", 0)
        return script

    def checked(self, line, command, expected):
        told = shlex.quote(f"{self.name}:{line}: exits with another code than {expected}: {command}")
        return f"{command}\n[ $? -eq {expected} ] || {{ echo {told} >&2; exit 99; }}\n"

    def run(self, script, home):
        done = subprocess.run(["bash", "-c", script], cwd=home, env={**self.environment, "HOME": str(home)},
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            self.complaints.append(done.stderr[-3000:].strip() or f"{self.name}: ends with {done.returncode}")


def check_links(path, source):
    complaints = []
    for line, link in find_links(path):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists():
            complaints.append(f"{path.relative_to(source)}:{line}: there is no {link}")
        elif anchor and anchor not in find_anchors(target):
            complaints.append(f"{path.relative_to(source)}:{line}: there is no heading for {link}")
    return complaints


def main(bin_folder, source, prefix):
    source = Path(source).resolve()
    environment = {name: os.environ[name] for name in ("LANG", "LSAN_OPTIONS", "ASAN_OPTIONS") if name in os.environ}
    environment |= {"PATH": f"{bin_folder}:{os.environ['PATH']}", "CMAKE_PREFIX_PATH": prefix}
    environment["REQUIRE_CONFIRMATION"] = "false"  # Nobody is there to answer.
    guides = [source / "README.md", *sorted((source / "docs").glob("*.md"))]
    complaints = [text for guide in guides for text in Guide(guide, source, environment).check()]
    for path in [*guides, *sorted(source.glob("*.md"))]:
        complaints += check_links(path, source)
    if complaints:
        sys.exit("\n".join(dict.fromkeys(complaints)))
    print(f"{len(guides)} guides say what is so")


if __name__ == "__main__":
    main(*sys.argv[1:])
