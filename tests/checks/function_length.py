# SPDX-License-Identifier: Apache-2.0
"""Check that no function is longer than 60 lines, in C, C++, shell and Python: function_length.py ROOT.

C++ is read by counting braces: a block whose head has parentheses and is no namespace, class or enum is a function,
and a lambda counts as part of the function around it."""

import ast
import re
import sys

import sources
from findings import Findings

FOLDERS = ("sdk", "host", "plugins", "scripts", "tests")
LINES_MAX = 60
SCOPE = re.compile(r'(?:inline )?(?:namespace|class|struct|union|enum)\b|extern\s*"\s*"$')
TEMPLATE = re.compile(r"\btemplate\s*<[^{]*?>(?=\s)")


def matching_brace(code, start):
    depth = 0
    for at in range(start, len(code)):
        depth += {"{": 1, "}": -1}.get(code[at], 0)
        if depth == 0:
            return at
    return len(code) - 1


def is_initializer(code, at, head):
    """Formatted code has a blank before a function's brace; `a_{1}` has none, and `x = {}` is told by its sign."""
    return code[at - 1] not in " \n" or head.endswith(("=", "return")) or head.count("(") > head.count(")")


def functions_of_c(text):
    """(first line, last line, head) of every function."""
    code = sources.without_comments_and_strings(text)
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", lambda m: re.sub(r"[^\n]", " ", m[0]), code, flags=re.M)
    start, at = 0, 0
    while at < len(code):
        if code[at] == "{":
            head = TEMPLATE.sub("", re.sub(r"\b(public|private|protected):", "", code[start:at])).strip()
            if is_initializer(code, at, head):
                at = matching_brace(code, at) + 1
                continue
            if not SCOPE.match(head):
                end = matching_brace(code, at)
                if "(" in head:
                    first = start + len(code[start:]) - len(code[start:].lstrip())
                    yield sources.line_of(code, first), sources.line_of(code, end), " ".join(head.split())
                at = end
        if code[at] in "{};":
            start = at + 1
        at += 1


def functions_of_shell(text):
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if match := re.match(r"(?:function\s+)?([\w-]+)\s*\(\)\s*[{(]\s*$", line):
            end = next((n for n in range(number, len(lines)) if lines[n] in ("}", ")")), len(lines) - 1)
            yield number, end + 1, match[1]


def functions_of_python(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            yield node.lineno, node.end_lineno, node.name


def main(root):
    findings, lengths = Findings(root), []
    readers = {suffix: functions_of_c for suffix in sources.C_SUFFIXES}
    readers |= {".sh": functions_of_shell, ".py": functions_of_python}
    for suffix, reader in readers.items():
        for path in sources.find(root, FOLDERS, [suffix]):
            for first, last, head in reader(sources.read(root, path)):
                lengths.append(last - first + 1)
                if lengths[-1] > LINES_MAX:
                    findings.add(path, first, f"{lengths[-1]} lines, at most {LINES_MAX}: {head[:80]}")
    lengths.sort()
    findings.finish(f"{len(lengths)} functions, median {lengths[len(lengths) // 2]} lines, longest {lengths[-1]}")


if __name__ == "__main__":
    main(sys.argv[1])
