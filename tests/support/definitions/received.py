# SPDX-License-Identifier: Apache-2.0
"""When a message was received: by its topmost readable Received header, else its mbox line, else its file name."""

import re

from .dates import mbox_date_ms, rfc_date_ms
from .headers import Headers


def received_at_ms(headers: Headers, base_name: str) -> int | None:
    """None if nothing tells; the file's own times never do."""
    by_received = (received_date_ms(value) for value in headers.all("received"))
    fallbacks = (mbox_date_ms(headers.mbox_line), name_epoch_ms(base_name))
    return next((date for date in (*by_received, *fallbacks) if date is not None), None)


def received_date_ms(value: str) -> int | None:
    _, semicolon, date = value.rpartition(";")
    return rfc_date_ms(date) if semicolon else None


def name_epoch_ms(base_name: str) -> int | None:
    match = re.match(r"([0-9]+)\.", base_name)
    return int(match[1]) * 1000 if match else None
