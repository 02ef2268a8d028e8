# SPDX-License-Identifier: Apache-2.0
"""Reads the C ABI headers: their structs, members, function slots, constants, typedefs and functions.

It knows exactly the C that the headers are written in. What it cannot read is an error, so that nothing is left
out silently; whether it read types rightly is asked of the compilers (abi_layout.py)."""

import re
from dataclasses import dataclass, field

import sources

FOLDER = "sdk/include/mailcomb/abi"


@dataclass
class Member:
    name: str
    type: str  # Of a slot: "mailcomb_status (*)(void*, uint32_t)".
    line: int

    @property
    def is_slot(self):
        return "(*)" in self.type


@dataclass
class Struct:
    name: str
    line: int
    members: list[Member]


@dataclass
class Header:
    path: str
    text: str
    structs: list[Struct] = field(default_factory=list)
    constants: list[Member] = field(default_factory=list)  # Enumerators and macros; type "int" or "text".
    typedefs: list[Member] = field(default_factory=list)
    functions: list[Member] = field(default_factory=list)


class Unreadable(Exception):
    pass


def read_headers(root):
    return [read_header(root, path) for path in sources.find(root, [FOLDER], [".h"])]


def read_header(root, path):
    header = Header(path, sources.read(root, path))
    code = sources.without_comments(header.text)
    code = re.sub(r"#ifdef __cplusplus.*?#endif", lambda m: re.sub(r"[^\n]", " ", m[0]), code, flags=re.S)
    code = _take_directives(header, code)
    position = 0
    while code[position:].strip():
        position += len(code[position:]) - len(code[position:].lstrip())
        end = _statement_end(code, position)
        _read_statement(header, code[position:end], sources.line_of(code, position))
        position = end
    return header


def _take_directives(header, code):
    """Records macros with a value; blanks every directive."""

    def take(match):
        macro = re.match(r"#\s*define\s+(\w+)(\(?)[ \t]*(.*)", match[0], re.S)
        value = macro and macro[3].strip()
        if value and not value.startswith("__attribute__"):
            line = sources.line_of(code, match.start())
            if macro[2]:
                raise Unreadable(f"{header.path}:{line}: a macro with arguments has no place in the ABI")
            header.constants.append(Member(macro[1], "text" if value.startswith('"') else "int", line))
        return re.sub(r"[^\n]", " ", match[0])

    return re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", take, code, flags=re.M)


def _statement_end(code, start):
    """After the `;` or the closing brace of a function's body."""
    depth = 0
    for at in range(start, len(code)):
        if code[at] in "{}":
            depth += 1 if code[at] == "{" else -1
            body_ends = depth == 0 and code[at] == "}" and code.startswith("static inline", start)
            if body_ends:
                return at + 1
        elif code[at] == ";" and depth == 0:
            return at + 1
    return len(code)


def _read_statement(header, text, line):
    def at(offset):
        return line + text.count("\n", 0, offset)

    if match := re.match(r"typedef struct (\w+) \{(.*)\} (\w+);$", text, re.S):
        members = _members(header, match[2], at(match.start(2)))
        header.structs.append(Struct(match[1], line, members))
    elif match := re.match(r"enum \{(.*)\};$", text, re.S):
        for item in re.finditer(r"[^,\s][^,]*", match[1]):
            place = at(match.start(1) + item.start())
            if "=" not in item[0]:
                raise Unreadable(f"{header.path}:{place}: give this constant its value: {item[0].strip()}")
            header.constants.append(Member(item[0].split("=")[0].strip(), "int", place))
    elif match := re.match(r"typedef struct (\w+) (\w+);$", text):
        header.typedefs.append(Member(match[2], f"struct {match[1]}", line))
    elif match := re.match(r"typedef (.*?)(\w+);$", text, re.S):
        header.typedefs.append(Member(match[2], _plain(match[1]), line))
    elif match := re.match(r"(?:MAILCOMB_EXPORT|static inline) ([^;{]*?)(\w+)\(([^;{]*)\)\s*[;{]", text, re.S):
        header.functions.append(Member(match[2], _function_type(match[1], match[3]), line))
    else:
        raise Unreadable(f"{header.path}:{line}: cannot read this declaration: {text.split(chr(10))[0]}")


def _members(header, body, line):
    members, offset = [], 0
    for part in body.split(";")[:-1]:
        name_line = line + body.count("\n", 0, offset + len(part) - len(part.lstrip()))
        offset += len(part) + 1
        if match := re.match(r"\s*([^(]*)\(\*(\w+)\)\((.*)\)$", part, re.S):
            members.append(Member(match[2], _function_type(match[1], match[3]), name_line))
        elif match := re.match(r"\s*([\w\s*]*?[\s*])(\w+)$", part):
            members.append(Member(match[2], _plain(match[1]), name_line))
        else:
            raise Unreadable(f"{header.path}:{name_line}: cannot read this member: {part.strip()}")
    return members


def _function_type(result, parameters):
    types = [_plain(re.sub(r"\w+$", "", parameter.strip())) for parameter in parameters.split(",")]
    return f"{_plain(result)} (*)({', '.join(types)})"


def _plain(text):
    """One space between words, none before a star."""
    return re.sub(r"\s+\*", "*", " ".join(text.split()))
