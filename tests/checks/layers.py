# SPDX-License-Identifier: Apache-2.0
"""Check that no file of sdk/, host/ and plugins/ includes what layers.txt forbids: layers.py ROOT."""

import os
import re
import sys

import sources
from findings import Findings
from layer_graph import LayerGraph
from system_headers import is_posix, is_standard

INCLUDE = re.compile(r'^[ \t]*#[ \t]*(?:include|include_next|import)[ \t]*(?:"([^"]*)"|<([^>]*)>|(\S.*))?', re.M)
ABI = "sdk/include/mailcomb/abi/"


def area_of(path):
    """('host', 'plan') for host/plan/limits.cpp; ('plugin', NAME), ('sdk', 'sdk' or 'abi')."""
    parts = path.split("/")
    if parts[0] == "host":
        return "host", parts[1] if len(parts) > 2 else ""
    if parts[0] == "plugins":
        return "plugin", parts[1]
    return "sdk", "abi" if path.startswith(ABI) else "sdk"


def includes(text):
    """(line, name or None if it is a macro) of each #include that is no comment."""
    code = sources.without_comments(text)
    return [(sources.line_of(code, m.start()), m[1] or m[2]) for m in INCLUDE.finditer(code)]


class Layers:
    def __init__(self, root):
        self.root = os.path.realpath(root)
        self.graph = LayerGraph(os.path.join(self.root, "tests/checks/layers.txt"))
        self.findings = Findings(root)

    def resolve(self, path, name):
        """The file of this tree that an include means, or None."""
        kind, part = area_of(path)
        folders = [os.path.dirname(path), "sdk/include"]
        folders += {"host": ["host"], "plugin": [f"plugins/{part}", "plugins"], "sdk": []}[kind]
        for folder in folders:
            found = os.path.normpath(os.path.join(folder, name))
            if os.path.isfile(os.path.join(self.root, found)):
                return found
        return None

    def why_not_ours(self, path, target):
        """Why `path` may not include `target` of this tree, or None."""
        kind, part = area_of(path)
        target_kind, target_part = area_of(target)
        if (kind, part) == (target_kind, target_part):
            return None
        if kind == "plugin":
            return None if target_kind == "sdk" else f"a plugin includes only the sdk and its own files, not {target}"
        if target_kind == "plugin":
            return f"only a plugin includes its own files, not {kind}: {target}"
        if kind == "sdk" and target_kind == "host":
            return f"the sdk includes only itself and the standard library, not {target}"
        if target_part in self.graph.reachable(part):
            return None
        return f"layer '{part}' may not include layer '{target_part}' ({target}); see tests/checks/layers.txt"

    def why_not_library(self, path, name):
        """Why `path` may not include the header `name` of a library or of the system, or None."""
        kind, part = area_of(path)
        if is_standard(name):
            return None
        if kind == "sdk":
            return f"the sdk includes only itself and the standard library, not <{name}>"
        if is_posix(name):
            return None
        if kind == "plugin":
            allowed = name.startswith(tuple(self.graph.plugins.get(part, [])))
            return None if allowed else f"plugin '{part}' may not use <{name}>"
        if name.startswith(tuple(self.graph.words["never"])):
            return f"<{name}> belongs to a plugin, never into the host"
        for library, places in self.graph.libraries.items():
            if name.startswith(library):
                return None if path.startswith(tuple(places)) else f"<{name}> only in {', '.join(places)}"
        return f"no line of tests/checks/layers.txt allows <{name}> here"

    def check_file(self, path):
        kind, part = area_of(path)
        if kind == "host" and part not in self.graph.arrows:
            self.findings.add(path, 1, f"tests/checks/layers.txt has no layer '{part}'")
        if kind == "plugin" and part not in self.graph.plugins:
            self.findings.add(path, 1, f"tests/checks/layers.txt has no plugin '{part}'")
        for line, name in includes(sources.read(self.root, path)):
            if name is None:
                self.findings.add(path, line, "includes a macro; name the file")
                continue
            target = self.resolve(path, name)
            why = self.why_not_ours(path, target) if target else self.why_not_library(path, name)
            if why:
                self.findings.add(path, line, why)

    def check_names(self, path):
        """The host never names a plugin: no string literal "sqlite", "sqlite:…" or "sqlite.so"."""
        for line, text in sources.strings(sources.read(self.root, path)):
            for name in self.graph.words["unnamed"]:
                if re.fullmatch(rf"{re.escape(name)}(?:[:.]\S*)?", text):
                    self.findings.add(path, line, f'names the plugin or component "{name}"; the host never does')

    def unit(self, path):
        """The header and the source of one name."""
        stem = os.path.splitext(path)[0]
        return [stem + end for end in (".hpp", ".cpp") if os.path.isfile(os.path.join(self.root, stem + end))]

    def pure_files(self):
        """{file: the pure file that leads to it}: the pure layers, and what of the host they include."""
        ahead = [f for layer in self.graph.words["pure"] for f in sources.find(self.root, [f"host/{layer}"], sources.C_SUFFIXES)]
        found = {path: path for path in ahead if path not in self.graph.words["except"]}
        ahead = list(found)
        while ahead:
            path = ahead.pop()
            for _, name in includes(sources.read(self.root, path)):
                target = name and self.resolve(path, name)
                for file in self.unit(target) if target and target.startswith("host/") else []:
                    if file not in found and file not in self.graph.words["except"]:
                        found[file] = found[path]
                        ahead.append(file)
        return found

    def check_purity(self, path, because):
        text = sources.read(self.root, path)
        reason = "" if because == path else f" ({because} includes it)"
        for line, name in includes(text):
            if name and (name in self.graph.words["impure-header"] or (is_posix(name) and not is_standard(name))):
                self.findings.add(path, line, f"pure code may not include <{name}>{reason}")
        code = sources.without_comments_and_strings(text)
        words = "|".join(re.escape(word) for word in self.graph.words["impure-word"])
        for match in re.finditer(rf"\b(?:{words})\b", code):
            line = sources.line_of(code, match.start())
            self.findings.add(path, line, f"pure code may not use {match[0]}{reason}")

    def run(self):
        paths = sources.find(self.root, ["sdk", "host", "plugins"], sources.C_SUFFIXES)
        for path in paths:
            self.check_file(path)
            if path.startswith("host/"):
                self.check_names(path)
        for path, because in self.pure_files().items():
            self.check_purity(path, because)
        self.findings.finish(f"layers: {len(paths)} files include only what they may")


if __name__ == "__main__":
    Layers(sys.argv[1]).run()
