# SPDX-License-Identifier: Apache-2.0
"""Check what every source file owes its reader: file_rules.py ROOT.

An SPDX line; a first sentence in headers and scripts; nothing left to do later; no path of one machine; at most 400
lines of product code. Prints how long the files are."""

import re
import statistics
import sys

import sources
from findings import Findings

SOURCES = (".h", ".hpp", ".c", ".cpp", ".py", ".sh", ".cmake", ".cmake.in", ".map", "CMakeLists.txt")
PRODUCT = ("sdk", "host", "plugins")
FOLDERS = (*PRODUCT, "scripts", "cmake", "configs", "deploy", "tests")
LINES_MAX = 400
SPDX = "SPDX-License-Identifier: Apache-2.0"
LATER = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b")
# /home/me is everybody's.
MACHINE_PATH = re.compile(r"(?<![\w.~$}-])/(?:home/(?!me\b)|root/|work/|Users/|mnt/)\w+")
SENTENCE = {
    ".h": re.compile(r" \* \S+ \S+ \S+"),
    ".hpp": re.compile(r"// \S+ \S+ \S+"),
    ".py": re.compile(r'"""\S+ \S+ \S+'),
    ".sh": re.compile(r"# \S+ \S+ \S+"),
}


def check_top(findings, path, lines):
    """The SPDX line, after a script's #! if there is one, and the sentence below it."""
    top = 1 if lines and lines[0].startswith("#!") else 0
    if len(lines) <= top or SPDX not in lines[top]:
        findings.add(path, 1, f"begins with the line {SPDX}")
        return
    for suffix, sentence in SENTENCE.items():
        told = len(lines) > top + 1 and sentence.match(lines[top + 1])
        if path.endswith(suffix) and not told:
            findings.add(path, top + 2, "says in one sentence, right below the SPDX line, what it is")


def check_lines(findings, path, lines):
    for number, line in enumerate(lines, 1):
        if match := LATER.search(line):
            findings.add(path, number, f"{match[0]}: do it, or write an issue")
        if match := MACHINE_PATH.search(line):
            findings.add(path, number, f"{match[0]} is a path of one machine")


def report(name, lengths):
    lengths.sort()
    p90 = lengths[int(len(lengths) * 0.9)] if lengths else 0
    return f"{name}: {len(lengths)} files, median {statistics.median(lengths or [0]):.0f}, p90 {p90}, longest {max(lengths or [0])}"


def main(root):
    findings, lengths = Findings(root), {folder: [] for folder in FOLDERS}
    for path in sources.find(root, FOLDERS, SOURCES):
        lines = sources.read(root, path).splitlines()
        check_top(findings, path, lines)
        check_lines(findings, path, lines)
        folder = path.split("/")[0]
        lengths[folder].append(len(lines))
        if folder in PRODUCT and len(lines) > LINES_MAX:
            findings.add(path, LINES_MAX + 1, f"{len(lines)} lines; product code has at most {LINES_MAX} a file")
    findings.finish("\n".join(report(folder, length) for folder, length in lengths.items() if length))


if __name__ == "__main__":
    main(sys.argv[1])
