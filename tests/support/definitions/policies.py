# SPDX-License-Identifier: Apache-2.0
"""The three shipped policies, as ARCHITECTURE.md words them."""

from dataclasses import dataclass

from .message import Message

DAY_MS = 86_400_000
IN_SCOPE = ("inbox", "archive", "other")


@dataclass(frozen=True)
class Rule:
    name: str
    action: str  # archive, trash, mark_read
    age_days: int
    category: str | None = None
    newsletters_only: bool = False

    @property
    def is_terminal(self) -> bool:
        return self.action in ("archive", "trash")

    def matches(self, message: Message, now_ms: int) -> bool:
        return (message.location in self.scope and self.is_old_enough(message, now_ms)
                and self.category in (None, message.category)
                and (message.newsletter or not self.newsletters_only))

    @property
    def scope(self) -> tuple[str, ...]:
        return ("inbox", "archive") if self.action == "archive" else IN_SCOPE

    def is_old_enough(self, message: Message, now_ms: int) -> bool:
        """Inclusive; an unknown date is never old enough."""
        return message.received_at_ms is not None and now_ms - message.received_at_ms >= self.age_days * DAY_MS

    def is_done(self, message: Message) -> bool:
        """True if the message already is as the action would leave it."""
        return {"archive": message.location == "archive", "trash": message.location == "trash",
                "mark_read": "S" in message.flags}[self.action]


POLICIES = {
    "conservative": (
        Rule("archive-old-promotions", "archive", 90, category="promotions"),),
    "moderate": (
        Rule("trash-very-old", "trash", 365),
        Rule("archive-old-promotions", "archive", 30, category="promotions"),
        Rule("archive-old-social", "archive", 14, category="social")),
    "aggressive": (
        Rule("trash-very-old", "trash", 180),
        Rule("archive-old-promotions", "archive", 7, category="promotions"),
        Rule("archive-old-social", "archive", 7, category="social"),
        Rule("mark-newsletters-read", "mark_read", 3, newsletters_only=True)),
}
