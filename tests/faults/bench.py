# SPDX-License-Identifier: Apache-2.0
"""One mailbox, one store and the program, which a fault may strike at its n-th call."""

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from dataclasses import dataclass, field

import mailbox

SECONDS_MAX = 300
SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class Broken(Exception):
    """What must hold does not."""


def expect(truth, text):
    if not truth:
        raise Broken(text)


@dataclass
class Fault:
    """kill-before, kill-after, stop, ENOSPC or EIO at a call; `stays`: at all later ones too."""
    at: int
    how: str
    calls: str = ""
    stays: bool = False

    def __str__(self):
        return f"{self.how} at call {self.at}{'+' if self.stays else ''}" + (f" of {self.calls}" if self.calls else "")


@dataclass
class Journal:
    """What the store says of one run; read from a copy, so that recovery is left to the program."""
    run: str
    kind: str
    planned: set = field(default_factory=set)
    results: dict = field(default_factory=dict)
    batches: set = field(default_factory=set)
    started: list = field(default_factory=list)
    is_ended: bool = False


@dataclass
class Answer:
    code: int
    text: str
    is_killed: bool


def end(process):
    text, _ = process.communicate(timeout=SECONDS_MAX)
    return Answer(process.returncode, text, process.returncode == -signal.SIGKILL)


class Original:
    """The mailbox from which every trial gets its copy."""

    def __init__(self, program, preload, changes=mailbox.CHANGES):
        self.program, self.preload, self.changes = program, preload, changes
        self.folder = tempfile.mkdtemp(prefix="mailcomb-faults-", dir=SCRATCH)
        self.maildir = os.path.join(self.folder, "original")
        self.policy = os.path.join(self.folder, "policy.yaml")
        mailbox.make(self.maildir, changes)
        with open(self.policy, "w", encoding="utf-8") as file:
            file.write(mailbox.POLICY)
        self.tree = mailbox.tree(self.maildir)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)


class Bench:
    def __init__(self, original):
        self.original = original
        self.folder = tempfile.mkdtemp(prefix="trial-", dir=original.folder)
        self.maildir, self.store = os.path.join(self.folder, "mail"), os.path.join(self.folder, "store.db")
        shutil.copytree(original.maildir, self.maildir)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def environment(self, fault=None, log=None):
        kept = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        environment = {**kept, "HOME": self.folder, "LC_ALL": "C.UTF-8"}
        if fault or log:
            options = environment.get("ASAN_OPTIONS", "")
            environment["ASAN_OPTIONS"] = ":".join(filter(None, [options, "verify_asan_link_order=0"]))
            environment["LD_PRELOAD"] = self.original.preload
            environment["FAULT_UNDER"] = f"{self.maildir}:{self.store}"
        if log:
            environment["FAULT_LOG"] = log
        if fault:
            environment.update(FAULT_AT=f"{fault.at}{'+' if fault.stays else ''}", FAULT_HOW=fault.how)
        if fault and fault.calls:
            environment["FAULT_CALLS"] = fault.calls
        return environment

    def start(self, *words, fault=None, log=None, volume=("-q",)):
        command = [self.original.program, *words, *volume, "--store", f"sqlite:{self.store}"]
        return subprocess.Popen(command, env=self.environment(fault, log), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")

    def run(self, *words, fault=None, log=None):
        return end(self.start(*words, fault=fault, log=log))

    def planning(self, command):
        return [command, "--policy", self.original.policy, "--mailbox", f"maildir:{self.maildir}", "--now", mailbox.NOW]

    def apply(self, fault=None, log=None):
        return self.run(*self.planning("apply"), "--yes", fault=fault, log=log)

    def resume(self, run="last", fault=None, log=None):
        return self.run("resume", run, fault=fault, log=log)

    def undo(self, run, fault=None, log=None):
        return self.run("undo", run, "--yes", fault=fault, log=log)

    def calls(self, do):
        """The calls that `do(log)` makes, each as (kind, path)."""
        log = os.path.join(self.folder, "calls")
        answer = do(log)
        expect(answer.code == 0, f"exit {answer.code} without any fault:\n{answer.text}")
        with open(log, encoding="utf-8", errors="replace") as file:
            return [tuple(line.rstrip("\n").split(" ", 1)) for line in file]

    def tree(self):
        return mailbox.tree(self.maildir)

    def expect_original(self, when):
        now = self.tree()
        expect(now == self.original.tree, f"{when} the mailbox differs: {mailbox.difference(self.original.tree, now)}")

    def expect_ok(self, answer, what):
        expect(answer.code == 0, f"{what} ended with {answer.code}:\n{answer.text}")

    def expect_empty_plan(self):
        answer = self.run(*self.planning("plan"), "--detailed-exitcode")
        expect(answer.code == 0, f"the plan is not empty ({answer.code}):\n{answer.text}")

    def journals(self):
        """The runs that change mail, the oldest first."""
        with tempfile.TemporaryDirectory(dir=self.folder) as copy:
            for end in ("", "-wal", "-journal"):
                if os.path.exists(self.store + end):
                    shutil.copy(self.store + end, os.path.join(copy, "store.db" + end))
            with closing(sqlite3.connect(os.path.join(copy, "store.db"))) as store:
                return read_journals(store)


def read_journals(store):
    tables = {name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "cleanup_actions" not in tables:
        return []
    runs = store.execute("SELECT run_id, kind FROM cleanup_runs WHERE kind != 'plan' ORDER BY started_at").fetchall()
    return [read_journal(store, Journal(run, kind)) for run, kind in runs]


def read_journal(store, journal):
    rows = store.execute("SELECT kind, batch, message_id FROM cleanup_actions WHERE run_id = ? ORDER BY sequence",
                         (journal.run,))
    for kind, batch, message in rows:
        journal.is_ended = kind == "ended" or (journal.is_ended and kind == "undone")
        if kind == "planned":
            journal.planned.add(message)
            journal.batches.add(batch)
        elif kind == "batch_started":
            journal.started.append(batch)
        elif kind == "result":
            journal.results[message] = batch
    return journal
