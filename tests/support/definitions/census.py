# SPDX-License-Identifier: Apache-2.0
"""What `analyze` has to count on a Maildir, counted again without the program."""

import re
from collections import Counter, defaultdict
from email.utils import getaddresses
from pathlib import Path

from .category import category_of
from .folders import folders
from .headers import Headers
from .received import received_at_ms

DAY_MS = 86_400_000
KEPT = ("inbox", "archive", "other")
BANDS = (("0d-7d", 0), ("7d-30d", 7), ("30d-90d", 30), ("90d-180d", 90), ("180d-1y", 180), ("1y-2y", 365),
         ("2y-5y", 730), ("5y and older", 1825))
NEVER_READ_FROM = 5
LIST_ID = re.compile(r"<([^<>]+)>[^<>]*$")


def take_census(maildir: Path, now_ms: int) -> dict:
    """{section: {name: [messages, unread, bytes]}}, and the numbers that the score is made of."""
    sections = defaultdict(lambda: defaultdict(lambda: [0, 0, 0]))
    health = Counter()
    for folder, location in folders(maildir):
        for file in [path for place in ("cur", "new") for path in (folder / place).glob("[!.]*")]:
            count_message(file, location, now_ms, sections, health)
    never_read = {name: counts for name, counts in sections["sender"].items()
                  if counts[0] >= NEVER_READ_FROM and counts[0] == counts[1]}
    health["never_read"] = sum(counts[0] for counts in never_read.values())
    return {"sections": {name: dict(groups) for name, groups in sections.items()}, "never_read": set(never_read),
            "score": score_of(health)}


def count_message(file: Path, location: str, now_ms: int, sections: dict, health: Counter) -> None:
    base_name, _, flags = file.name.partition(":2,")
    raw = file.read_bytes()
    headers = Headers(raw)
    received, category = received_at_ms(headers, base_name), category_of(headers)
    counts = (1, "S" not in flags, len(raw))
    groups = [("place", location)]
    if location in KEPT:
        groups += [("age", band_of(received, now_ms)), ("category", category)]
        groups += [("sender", name) for name in [sender_of(headers)] if name]
        groups += [("list", name) for name in [list_of(headers)] if name]
    for section, name in groups:
        sections[section][name] = [total + more for total, more in zip(sections[section][name], counts)]
    if location in KEPT:
        count_health(health, location == "inbox", "S" not in flags, now_ms, received, category)


def count_health(health: Counter, in_inbox: bool, unread: bool, now_ms: int, received: int | None,
                 category: str) -> None:
    age_days = None if received is None else (now_ms - received) / DAY_MS
    health["kept"] += 1
    health["inbox"] += in_inbox
    health["unread"] += in_inbox and unread
    health["old"] += in_inbox and age_days is not None and age_days >= 365
    health["bulk"] += in_inbox and age_days is not None and age_days >= 30 and category != "primary"


def score_of(health: Counter) -> int:
    terms = ((30, 50, "unread", "inbox"), (25, 80, "old", "inbox"), (25, 60, "bulk", "inbox"),
             (20, 40, "never_read", "kept"))
    points = 0.0
    for weight, worst, part, whole in terms:
        share = 100 * health[part] / health[whole] if health[whole] else 0
        points += weight * max(0.0, 1 - share / worst)
    return int(points + 0.5)


def band_of(received: int | None, now_ms: int) -> str:
    if received is None:
        return "undated"
    fitting = [name for name, days in BANDS if now_ms - received >= days * DAY_MS]
    return fitting[-1] if fitting else "future"


def sender_of(headers: Headers) -> str:
    addresses = [address for _, address in getaddresses(headers.all("from")[:1]) if address]
    return addresses[0].lower() if addresses else ""


def list_of(headers: Headers) -> str:
    match = LIST_ID.search(headers.all("list-id")[0]) if headers.has("list-id") else None
    return f"<{match[1].lower()}>" if match else ""
