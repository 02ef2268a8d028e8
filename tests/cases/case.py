# SPDX-License-Identifier: Apache-2.0
"""A case: a policy, the mailbox it is for, and the plan that is expected."""

import json
from pathlib import Path

from mailboxes import MINI, RECORDED, copy_maildir, copy_recorded, generate_maildir
from product import CASES, NOW


class Case:
    """Folder of a case: policy.yaml, expected.json, and where something is not as usual case.json (README.md)."""

    def __init__(self, name: str):
        self.name = name
        self.folder = CASES / name
        settings = self.folder / "case.json"
        self.settings = json.loads(settings.read_text()) if settings.exists() else {}

    @property
    def policy(self) -> str:
        """A file, or the name of a shipped policy."""
        return self.settings.get("policy", str(self.folder / "policy.yaml"))

    @property
    def provider(self) -> str:
        own = (self.folder / "mailbox.json").exists()
        return "recording" if own else self.settings.get("provider", "maildir")

    @property
    def now(self) -> str:
        return self.settings.get("now", NOW)

    @property
    def reads_written_state(self) -> bool:
        return self.settings.get("reads_written_state", False)

    @property
    def is_about_filters(self) -> bool:
        return self.name.startswith("filter-")

    @property
    def expected_file(self) -> Path:
        return self.folder / "expected.json"

    def expected(self) -> dict:
        return json.loads(self.expected_file.read_text()) if self.expected_file.exists() else {}

    def make_mailbox(self, folder: Path) -> Path:
        if self.provider == "recording":
            own = self.folder / "mailbox.json"
            return copy_recorded(own if own.exists() else RECORDED, folder / "mailbox.json")
        if "generate" in self.settings:
            return generate_maildir(folder / "mail", **self.settings["generate"])
        own = self.folder / "mailbox"
        return copy_maildir(own if own.is_dir() else MINI, folder / "mail")


def all_cases() -> list[Case]:
    folders = (path.parent for path in CASES.glob("*/expected.json"))
    with_policy = (path.parent for path in CASES.glob("*/policy.yaml"))
    return [Case(name) for name in sorted({folder.name for folder in [*folders, *with_policy]})]
