#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Print as JSON what a shipped policy has to select on a Maildir, judged independently of the program."""

import argparse
import json
import re
import sys
from datetime import datetime, timedelta
from pathlib import Path

from definitions.dates import EPOCH
from definitions.judgement import judge
from definitions.mailbox import NotJudged, load_mailbox
from definitions.policies import POLICIES

RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.IGNORECASE | re.ASCII)


def main() -> int:
    args = parse_arguments()
    try:
        judgement = judge(load_mailbox(args.maildir), POLICIES[args.policy], args.now)
    except (NotJudged, OSError) as failure:
        print(f"oracle: {failure}", file=sys.stderr)
        return 1
    json.dump(judgement, sys.stdout, indent=1)
    print()
    return 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("maildir", type=Path, metavar="MAILDIR", help="the folder that holds cur and new")
    parser.add_argument("--now", type=rfc3339_ms, required=True, help="e.g. 2002-12-01T00:00:00Z")
    parser.add_argument("--policy", choices=POLICIES, required=True)
    return parser.parse_args()


def rfc3339_ms(text: str) -> int:
    if not RFC3339.fullmatch(text):
        raise argparse.ArgumentTypeError(f"'{text}' is no RFC 3339 time; write it like 2002-12-01T00:00:00Z")
    return (datetime.fromisoformat(text.upper()) - EPOCH) // timedelta(milliseconds=1)


if __name__ == "__main__":
    sys.exit(main())
