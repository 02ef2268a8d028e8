# SPDX-License-Identifier: Apache-2.0
"""What a rule that has to see the whole mailbox keeps in memory for each message."""

from pathlib import Path

from mailboxes import generated
from measure import run
from program import Program
from report import Section, seconds

SIZES = (100_000, 1_000_000)
POLICIES = {
    "match": "match: {older_than: 1y}\n    then: mark_read",
    "retain, last 3 of a sender": "match: {older_than: 1y}\n    rule: retain\n    with: {per: sender, last: 3}\n    then: mark_read",
    "duplicate": "match: {older_than: 1y}\n    rule: duplicate\n    then: mark_read",
}


def retention(program: Program, work: Path, sizes=SIZES) -> Section:
    section = Section(
        "Rules that see the whole mailbox first",
        "Generated Maildirs of small messages. Bytes a message: what the peak of memory grows by from the smaller to "
        "the larger mailbox, for all of a plan: listing, conversations, the rule's own memory, and the changes.",
        ["rule", *(f"{size:,} messages" for size in sizes), "memory", "bytes a message"],
    )
    samples = {name: [] for name in POLICIES}
    for size in sizes:
        maildir = generated(work, size)
        for name, rule in POLICIES.items():
            policy = work / "retention.yaml"
            policy.write_text(f"version: 1\nname: retention\nrules:\n  - name: rule\n    {rule}\n")
            samples[name].append(run(program.plan(maildir, policy)))
    for name, (small, large) in samples.items():
        grown = (large.rss_mib - small.rss_mib) * 2**20 / (sizes[1] - sizes[0])
        section.rows.append([name, seconds(small.wall_ms), seconds(large.wall_ms),
                             f"{small.rss_mib:.0f} → {large.rss_mib:.0f} MiB", f"{grown:.0f}"])
    return section
