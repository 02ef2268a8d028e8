# SPDX-License-Identifier: Apache-2.0
"""Dates as mail writes them (RFC 5322 sections 3.3 and 4.3, the mbox "From " line), in ms since 1970 UTC."""

import re
from datetime import datetime, timedelta, timezone

MONTHS = {name: number for number, name in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
NAMED_ZONES_HOURS = {"edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8}
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

INNERMOST_COMMENT = re.compile(r"\((?:[^()\\]|\\.)*\)", re.DOTALL)
RFC_DATE = re.compile(
    r"(?:[a-z]{3}\s*,)?\s*(?P<day>\d{1,2})\s*(?P<month>[a-z]{3})\s*(?P<year>\d{2,4})\s+"
    r"(?P<hour>\d{2})\s*:\s*(?P<minute>\d{2})(?:\s*:\s*(?P<second>\d{2}))?\s*(?P<zone>[+-]\d{4}|[a-z]+)",
    re.IGNORECASE | re.ASCII)
MBOX_DATE = re.compile(
    r"(?P<month>[a-z]{3})\s+(?P<day>\d{1,2})\s+(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?:\s+(?P<zone>[a-z]{2,5}))?\s+(?P<year>\d{4})(?:\s+(?P<offset>[+-]\d{4}))?\s*$",
    re.IGNORECASE | re.ASCII)


def rfc_date_ms(text: str) -> int | None:
    """The date of a Received or Date header; None if the whole text isn't one."""
    match = RFC_DATE.fullmatch(without_comments(text).strip())
    return moment_ms(match, match["zone"]) if match else None


def mbox_date_ms(line: str) -> int | None:
    """The date of an mbox "From " line, in UTC unless it names a zone."""
    match = MBOX_DATE.search(line)
    return moment_ms(match, match["offset"] or match["zone"] or "+0000") if match else None


def without_comments(text: str) -> str:
    found = 1
    while found:
        text, found = INNERMOST_COMMENT.subn(" ", text)
    return text


def moment_ms(match: re.Match, zone: str) -> int | None:
    """A second of 60 is a leap second and counts as the next one."""
    second = int(match["second"] or 0)
    offset = zone_offset(zone)
    if second > 60 or offset is None:
        return None
    try:
        minute = datetime(full_year(match["year"]), MONTHS.get(match["month"].lower(), 0), int(match["day"]),
                          int(match["hour"]), int(match["minute"]), tzinfo=timezone.utc)
    except ValueError:
        return None
    return (minute - EPOCH + timedelta(seconds=second) - offset) // timedelta(milliseconds=1)


def full_year(digits: str) -> int:
    if len(digits) == 2:
        return int(digits) + (2000 if int(digits) < 50 else 1900)
    return int(digits) + (1900 if len(digits) == 3 else 0)


def zone_offset(zone: str) -> timedelta | None:
    """Names that RFC 5322 doesn't define mean UTC, as it says; minutes above 59 mean nothing."""
    if zone[0] not in "+-":
        return timedelta(hours=NAMED_ZONES_HOURS.get(zone.lower(), 0))
    if int(zone[3:]) > 59:
        return None
    size = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
    return -size if zone[0] == "-" else size
