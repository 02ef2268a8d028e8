# SPDX-License-Identifier: Apache-2.0
"""The mailboxes on which the commands of the guides are run: a Maildir of 120 messages, all of 2002 and before.

As of 2002-12-01 no policy reaches a limit. As of today all of it is old, so that `moderate` does."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from maildir_fixture import received

UNSUBSCRIBE = "List-Unsubscribe: <https://shop.example/off>"
AVFS = ["From: motorvan@fazekas.hu", "Subject: [Avfs] D.C. MOTOR", "List-Id: <avfs.csibe.fazekas.hu>"]
AVFS += ["List-Post: <mailto:avfs@csibe.fazekas.hu>"]


def deliver(maildir: Path, base: str, headers: list[str], age, flags="S"):
    file = maildir / "cur" / f"{base}:2,{flags}"
    file.write_text("\n".join([*received(age), *headers, "", "text"]), encoding="utf-8")


def make_mailbox(maildir: Path):
    for part in ("cur", "new", "tmp"):
        (maildir / part).mkdir(parents=True)
    for i in range(1, 88):
        headers = ["From: Ann <ann@friends.example>", f"Subject: {'Re' if i % 9 == 0 else f'Letter {i}'}"]
        deliver(maildir, f"letter-{i}", headers, i, "" if i % 3 == 0 else "S")
    for i in range(1, 23):
        headers = ["From: Shop <news@shop.example>", f"Subject: Offer {i}", f"Message-ID: <offer-{i}@shop.example>"]
        deliver(maildir, f"offer-{i}", [*headers, UNSUBSCRIBE], 100 + i, "FS" if i == 22 else "")
    for i in range(1, 5):
        headers = ["From: notify@linkedin.com", f"Subject: Invitation {i}", UNSUBSCRIBE]
        deliver(maildir, f"social-{i}", headers, 20)
    for i in range(1, 5):
        deliver(maildir, f"old-{i}", ["From: old@friends.example", f"Subject: Long ago {i}"], 400)
    deliver(maildir, "answered", ["From: bob@friends.example", "Subject: Question"], 400, "RS")
    deliver(maildir, "undated", ["From: eve@friends.example", "Subject: When?"], None)
    deliver(maildir, "1017402594.spam-2-00182-fda003b9.corpus", AVFS, 247, "")


def make_takeout(file: Path):
    """An export of Gmail with 22 promotions in the inbox."""
    file.parent.mkdir(parents=True)
    messages = []
    for i in range(1, 23):
        headers = ["X-GM-THRID: 1", "X-Gmail-Labels: Inbox,Category Promotions", f"Subject: Offer {i}"]
        lines = [f"From {i}@xxx Thu Aug 22 12:36:{i:02} +0000 2002", *headers,
                 f"Message-ID: <offer-{i}@shop.example>", "", "text", ""]
        messages.append("\n".join([*lines, ""]))
    file.write_text("".join(messages), encoding="utf-8")
