# SPDX-License-Identifier: Apache-2.0
"""The category that is derived where a provider knows none. The first of the five that fits."""

import re
from email.utils import getaddresses

from .headers import Headers

CATEGORIES = ("forums", "social", "promotions", "updates", "primary")
SOCIAL_DOMAINS = (
    "facebookmail.com", "linkedin.com", "twitter.com", "x.com", "instagram.com", "pinterest.com", "tiktok.com",
    "reddit.com", "nextdoor.com", "meetup.com", "quora.com", "youtube.com")
NO_REPLY = re.compile(r"(no|do-?not)-?reply", re.IGNORECASE)
POSTING_NOT_ALLOWED = re.compile(r"no\s*(\(.*)?", re.IGNORECASE | re.DOTALL)  # RFC 2369 section 3.4


def category_of(headers: Headers) -> str:
    local_part, domain = sender(headers)
    if any(not POSTING_NOT_ALLOWED.fullmatch(value) for value in headers.all("list-post")):
        return "forums"
    if any(domain == social or domain.endswith("." + social) for social in SOCIAL_DOMAINS):
        return "social"
    if headers.has("list-unsubscribe") or "bulk" in map(str.lower, headers.all("precedence")):
        return "promotions"
    if is_automatic(headers) or NO_REPLY.fullmatch(local_part):
        return "updates"
    return "primary"


def is_automatic(headers: Headers) -> bool:
    """The keyword may be followed by parameters or a comment (RFC 3834 section 5)."""
    keywords = (re.split(r"[\s;(]", value, maxsplit=1)[0].lower() for value in headers.all("auto-submitted"))
    return any(keyword != "no" for keyword in keywords)


def sender(headers: Headers) -> tuple[str, str]:
    """Local part and lowercase domain of the first address in From; both "" if there is none."""
    addresses = [address for _, address in getaddresses(headers.all("from")[:1]) if "@" in address]
    local_part, _, domain = addresses[0].rpartition("@") if addresses else ("", "", "")
    return local_part, domain.lower()
