# SPDX-License-Identifier: Apache-2.0
"""Check that every slot and function of the ABI says Thread, Owner, Fails and Since: abi_comments.py ROOT.

The four fields close the comment above a slot or function. One comment may speak for many: "For every slot:" above
a struct, "For every function:" in the first comment of a header. Headers have at most 200 lines, an SPDX line, and
an include guard named after the file."""

import os
import re
import sys

import abi_syntax
from findings import Findings

FIELDS = ("Thread", "Owner", "Fails", "Since")
LINES_MAX = 200


def comment_above(lines, line):
    """The comment that ends right above a line (from 1); directives may stand between."""
    at = line - 2
    while at >= 0 and lines[at].startswith("#"):
        at -= 1
    if at < 0 or not lines[at].rstrip().endswith("*/"):
        return ""
    start = at
    while start > 0 and not lines[start].lstrip().startswith("/*"):
        start -= 1
    return "\n".join(lines[start : at + 1])


def missing_fields(comment):
    return [name for name in FIELDS if not re.search(rf"^[ /*]*{name}: \S", comment, re.M)]


def group_comment(comment, what):
    """The part of a comment after "For every WHAT:", or nothing."""
    return comment.partition(f"For every {what}:")[2]


def check_fields(findings, header):
    lines = header.text.splitlines()
    first_comment = header.text.partition("*/")[0]
    everything = [(s, s.name + ".", group_comment(comment_above(lines, s.line), "slot")) for s in header.structs]
    items = [(slot, owner, group) for struct, owner, group in everything for slot in struct.members if slot.is_slot]
    items += [(item, "", group_comment(first_comment, "function")) for item in header.functions]
    for item, owner, group in items:
        for name in missing_fields(group or comment_above(lines, item.line)):
            findings.add(header.path, item.line, f"{owner}{item.name} has no '{name}:' in the comment above it")


def check_file(findings, header):
    lines = header.text.splitlines()
    if len(lines) > LINES_MAX:
        findings.add(header.path, LINES_MAX + 1, f"{len(lines)} lines; an ABI header has at most {LINES_MAX}")
    if lines[0] != "/* SPDX-License-Identifier: Apache-2.0":
        findings.add(header.path, 1, "begins with '/* SPDX-License-Identifier: Apache-2.0'")
    guard = "MAILCOMB_ABI_" + os.path.basename(header.path).replace(".", "_").upper()
    first = header.text.find(f"#ifndef {guard}\n#define {guard}\n")
    if first < 0 or re.search(r"^#", header.text[:first], re.M) or lines[-1] != "#endif":
        findings.add(header.path, 1, f"has no include guard {guard} around everything")


def main(root):
    findings = Findings(root)
    try:
        headers = abi_syntax.read_headers(root)
    except abi_syntax.Unreadable as error:
        sys.exit(str(error))
    for header in headers:
        check_file(findings, header)
        check_fields(findings, header)
    findings.finish(f"abi comments: {len(headers)} headers say what a caller must know")


if __name__ == "__main__":
    main(sys.argv[1])
