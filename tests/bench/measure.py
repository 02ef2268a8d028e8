# SPDX-License-Identifier: Apache-2.0
"""Runs programs and says what they took; what is compared takes turns, so that the machine's moods hit both alike."""

import os
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

CACHES = Path("/proc/sys/vm/drop_caches")


class Failed(Exception):
    """A program that was to be measured did not do its work."""


@dataclass(frozen=True)
class Sample:
    wall_ms: float
    cpu_ms: float  # In user and system code, of the children too.
    rss_mib: float  # The largest process.


def run(command: list[str], accepted: tuple[int, ...] = (0,)) -> Sample:
    # GNU time stands between, since a child of ours begins with our own memory as its peak.
    with tempfile.NamedTemporaryFile("r") as told, tempfile.TemporaryFile() as errors:
        timed = ["/usr/bin/time", "--quiet", "--format=%U %S %M", f"--output={told.name}", *command]
        begin = time.perf_counter()
        code = subprocess.run(timed, stdout=subprocess.DEVNULL, stderr=errors).returncode
        wall_ms = (time.perf_counter() - begin) * 1000
        if code not in accepted:
            errors.seek(0)
            raise Failed(f"{' '.join(command)} ended with {code}: {errors.read().decode(errors='replace')[-500:]}")
        user, system, rss_kib = told.read().split()
    return Sample(wall_ms, (float(user) + float(system)) * 1000, int(rss_kib) / 1024)


def start_ms(command: list[str]) -> float:
    """Only the clock, and nothing in between: for programs that take a millisecond."""
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    taken = (time.perf_counter() - begin) * 1000
    if done.returncode != 0:
        raise Failed(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    return taken


def median(samples: list[Sample]) -> Sample:
    return Sample(
        statistics.median(sample.wall_ms for sample in samples),
        statistics.median(sample.cpu_ms for sample in samples),
        max(sample.rss_mib for sample in samples),
    )


def take_turns(commands: dict[str, list[str]], rounds: int, cold: bool = False) -> dict[str, Sample]:
    """The medians by name. Warm: each has run once before it counts."""
    samples = {name: [] for name in commands}
    for turn in range(rounds + (0 if cold else 1)):
        for name, command in commands.items():
            if cold:
                drop_caches()
            sample = run(command)
            if cold or turn > 0:
                samples[name].append(sample)
    return {name: median(taken) for name, taken in samples.items()}


def can_drop_caches() -> bool:
    return os.access(CACHES, os.W_OK)


def drop_caches() -> None:
    os.sync()
    CACHES.write_text("3")
