# SPDX-License-Identifier: Apache-2.0
"""Check that each header of the sdk compiles alone, and twice, under gcc and clang: self_contained.py ROOT [HEADER…].

ABI headers as C99 and as C++20, the others as C++20, with every warning an error."""

import concurrent.futures
import os
import re
import subprocess
import sys

import sources
from findings import Findings, tool

FOLDER = "sdk/include"
FLAGS = ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-pedantic-errors", "-Werror"]
C99 = [("GCC", "gcc", "c", "c99"), ("CLANG", "clang", "c", "c99")]
CPP20 = [("GXX", "g++", "c++", "c++20"), ("CLANGXX", "clang++", "c++", "c++20")]


def compile_alone(root, path, compiler):
    """(line, message) if the header does not stand alone, else None."""
    variable, default, language, standard = compiler
    name = os.path.relpath(path, FOLDER)
    # The last line because C forbids an empty program, which version.h would be.
    source = f'#include "{name}"\n#include "{name}"\nextern int at_least_one_declaration;\n'
    command = [tool(variable, default), "-x", language, f"-std={standard}", *FLAGS, "-I", FOLDER, "-"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, cwd=root)
    if done.returncode == 0:
        return None
    place = re.search(rf"^{re.escape(path)}:(\d+):(?:\d+:)? (?:fatal )?error: (.*)", done.stderr, re.M)
    line, message = (int(place[1]), place[2]) if place else (1, done.stderr)
    return line, f"does not compile alone with {default} as {standard}: {message}"


def main(root, headers):
    findings = Findings(root)
    headers = headers or sources.find(root, [FOLDER], [".h", ".hpp"])
    jobs = [(path, compiler) for path in headers for compiler in (C99 if path.endswith(".h") else []) + CPP20]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda job: compile_alone(root, *job), jobs)
        for (path, _), answer in zip(jobs, answers):
            if answer:
                findings.add(path, *answer)
    findings.finish(f"self-contained: {len(headers)} headers, {len(jobs)} compilations")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
