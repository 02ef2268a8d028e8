#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Print corpus_expectations.json: what the shipped policies select on the imported corpus, by the oracle.

Per time, policy and rule each bucket's count and the SHA-256 over its sorted ids, each followed by a line feed. No
thread of the corpus is cut by the ages as of 2002-12-01; as of 2003-03-01 many are, so the thread guard has work.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from definitions.judgement import judge
from definitions.mailbox import NotJudged, load_mailbox
from definitions.message import Message
from definitions.policies import POLICIES
from oracle import rfc3339_ms

NOWS = ("2002-12-01T00:00:00Z", "2003-03-01T00:00:00Z")
BUCKETS = ("matched", "guarded", "shadowed", "already", "changes")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("maildir", type=Path, metavar="MAILDIR", help="made by scripts/corpus_to_maildir.py")
    try:
        messages = load_mailbox(parser.parse_args().maildir)
    except (NotJudged, OSError) as failure:
        print(f"corpus_expectations: {failure}", file=sys.stderr)
        return 1
    print(json.dumps({now: expect_policies(messages, rfc3339_ms(now)) for now in NOWS}, indent=2))
    return 0


def expect_policies(messages: list[Message], now_ms: int) -> dict:
    return {policy: expect_policy(judge(messages, rules, now_ms)) for policy, rules in POLICIES.items()}


def expect_policy(judgement: dict) -> dict:
    rules = {rule["name"]: {bucket: summary(rule[bucket]) for bucket in BUCKETS} for rule in judgement["rules"]}
    return judgement | {"rules": rules}


def summary(ids) -> dict:
    lines = "".join(f"{id}\n" for id in sorted(ids))
    return {"count": len(ids), "sha256": hashlib.sha256(lines.encode()).hexdigest()}


if __name__ == "__main__":
    sys.exit(main())
