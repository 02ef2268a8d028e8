# SPDX-License-Identifier: Apache-2.0
"""The default guards: which of them protect a message from a rule."""

from collections.abc import Callable

from .message import Message
from .policies import Rule

Test = Callable[[Message, int], bool]

GUARDS: dict[str, Test] = {
    "starred": lambda message, now_ms: "F" in message.flags,
    "draft": lambda message, now_ms: "D" in message.flags or message.location == "drafts",
    "sent": lambda message, now_ms: message.location == "sent",
    "unknown_date": lambda message, now_ms: message.received_at_ms is None,
    "future_date": lambda message, now_ms: message.received_at_ms is not None and message.received_at_ms > now_ms,
}
TRASH_GUARDS: dict[str, Test] = {
    "replied": lambda message, now_ms: "R" in message.flags,
    "user_label": lambda message, now_ms: message.location == "other",
}


def own_guards(rule: Rule, message: Message, now_ms: int) -> list[str]:
    """Guards for what the message itself is."""
    tests = GUARDS | TRASH_GUARDS if rule.action == "trash" else GUARDS
    return [name for name, protects in tests.items() if protects(message, now_ms)]


def guards_by_id(rule: Rule, threads: list[list[Message]], now_ms: int) -> dict[str, list[str]]:
    """For every message that is protected from the rule. "thread" stands for another message of the thread."""
    names = {message.id: own_guards(rule, message, now_ms) for thread in threads for message in thread}
    if rule.action == "trash":
        for thread in threads:
            add_thread_guard(rule, thread, names, now_ms)
    return {id: guards for id, guards in names.items() if guards}


def add_thread_guard(rule: Rule, thread: list[Message], names: dict[str, list[str]], now_ms: int) -> None:
    keepers = {message.id for message in thread if names[message.id] or not rule.is_old_enough(message, now_ms)}
    for message in thread:
        if keepers - {message.id}:
            names[message.id].append("thread")
