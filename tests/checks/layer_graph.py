# SPDX-License-Identifier: Apache-2.0
"""Reads layers.txt: which layer may include which, and where libraries may be used."""


class LayerGraph:
    def __init__(self, path):
        self.path = path
        self.arrows = {}
        self.plugins = {}
        self.links = {}
        self.libraries = {}
        self.words = {"never": [], "pure": [], "except": [], "impure-header": [], "impure-word": [], "unnamed": []}
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                words = line.split("#")[0].split()
                if words and not self._read(words[0], words[1:]):
                    raise SystemExit(f"{path}:{number}: cannot read '{line.strip()}'")
        self._refuse_cycles()

    def _read(self, keyword, words):
        if keyword in self.words:
            self.words[keyword] += words
        elif keyword == "layer" and words[1:2] == ["->"]:
            self.arrows[words[0]] = words[2:]
        elif keyword == "plugin" and words[1:2] == ["uses"] and "links" in words:
            at = words.index("links")
            self.plugins[words[0]] = [word for word in words[2:at] if word != "nothing"]
            self.links[words[0]] = [word for word in words[at + 1 :] if word != "nothing"]
        elif keyword == "library" and words[1:2] == ["in"]:
            self.libraries[words[0]] = words[2:]
        else:
            return False
        return True

    def reachable(self, layer):
        seen, ahead = set(), [layer]
        while ahead:
            for target in self.arrows.get(ahead.pop(), []):
                if target not in seen:
                    seen.add(target)
                    ahead.append(target)
        return seen

    def _refuse_cycles(self):
        for layer, targets in self.arrows.items():
            for target in targets:
                if target not in self.arrows:
                    raise SystemExit(f"{self.path}:1: '{layer}' points to '{target}', which has no line")
            if layer in self.reachable(layer):
                raise SystemExit(f"{self.path}:1: '{layer}' leads back to itself")
