# SPDX-License-Identifier: Apache-2.0
"""A message as the rules see it."""

import re
from dataclasses import dataclass, field
from urllib.parse import quote

from .category import category_of
from .headers import Headers
from .received import received_at_ms

ANGLED = re.compile(r"<([^<>]*)>")


@dataclass(frozen=True)
class Message:
    id: str
    location: str  # inbox, archive, sent, drafts, trash, spam, other
    flags: frozenset = frozenset()  # Maildir letters
    received_at_ms: int | None = None
    category: str = "primary"
    newsletter: bool = False
    thread_keys: frozenset = field(default=frozenset())  # its own Message-ID and all it refers to


def message_from(file_name: str, location: str, raw: bytes) -> Message:
    base_name, _, letters = file_name.partition(":2,")
    headers = Headers(raw)
    return Message(
        id=id_of(base_name), location=location, flags=frozenset(letters),
        received_at_ms=received_at_ms(headers, base_name), category=category_of(headers),
        newsletter=headers.has("list-id") or headers.has("list-unsubscribe"), thread_keys=thread_keys(headers))


def id_of(base_name: str) -> str:
    """Percent-encodes the bytes that aren't UTF-8 (surrogates, as Python reads such names)."""
    return re.sub("[\udc80-\udcff]", lambda match: quote(match[0].encode(errors="surrogateescape")), base_name)


def thread_keys(headers: Headers) -> frozenset:
    """Message-IDs without angle brackets and white space. Free text around them is no reference."""
    own = [key for value in headers.all("message-id") for key in ANGLED.findall(value) or [value]]
    referred = [key for name in ("references", "in-reply-to") for value in headers.all(name)
                for key in ANGLED.findall(value)]
    return frozenset("".join(key.split()) for key in own + referred) - {""}
