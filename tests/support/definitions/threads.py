# SPDX-License-Identifier: Apache-2.0
"""Threads: messages that share a Message-ID or a reference, directly or over others, in whatever folder."""

from collections import defaultdict

from .message import Message


def threads(messages: list[Message]) -> list[list[Message]]:
    parents: dict[object, object] = {}
    for message in messages:
        for key in message.thread_keys:
            unite(parents, ("message", message.id), ("key", key))
    groups = defaultdict(list)
    for message in messages:
        groups[root_of(parents, ("message", message.id))].append(message)
    return list(groups.values())


def unite(parents: dict, one: object, other: object) -> None:
    parents[root_of(parents, one)] = root_of(parents, other)


def root_of(parents: dict, node: object) -> object:
    """The group's name; shortens the way there for the next call."""
    while (parent := parents.setdefault(node, node)) != node:
        parents[node] = parents[parent]
        node = parent
    return node
