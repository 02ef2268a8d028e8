# SPDX-License-Identifier: Apache-2.0
"""The journal of 100,000 actions against sqlite3's .import of the same rows."""

import subprocess
from pathlib import Path

from measure import take_turns
from program import Program
from report import Section, seconds, verdict

ACTIONS = 100_000
PER_BATCH = {"Gmail's batches": 1000, "a Maildir's batches": 100}
ROUNDS = 5
TABLE = "cleanup_actions"
# CSV has no bytes, hence the hexadecimal digits, and no NULL.
ROWS = f"SELECT run_id, sequence, at, kind, ifnull(batch, 0), message_id, payload, hex(sealed), hex(link) FROM {TABLE}"


def journal(program: Program, work: Path) -> Section:
    section = Section(
        f"The journal of {ACTIONS:,} actions",
        "Intents, started batches and results through the host's recorder into the SQLite store, every batch durable "
        f"before the next, against `sqlite3 FILE '.import --csv rows.csv {TABLE}'` of the same rows (bytes as "
        f"hexadecimal digits) in one transaction. {ROUNDS} rounds.",
        ["what", "rows", "commits", "journal", "`.import`", "ratio"],
    )
    for name, per_batch in PER_BATCH.items():
        rows, taken = measured(program, work, per_batch)
        section.rows.append([f"{name}: {per_batch:,} actions", f"{rows:,}", f"{ACTIONS // per_batch + 2:,}",
                             seconds(taken["journal"].wall_ms), seconds(taken["import"].wall_ms),
                             verdict(taken["journal"].wall_ms / taken["import"].wall_ms, 3)])
    return section


def measured(program: Program, work: Path, per_batch: int):
    store, imported, rows, schema = (work / name for name in ("journal.db", "imported.db", "rows.csv", "schema.sql"))
    writer = [str(program.build / "bin/journal-writer"), str(program.build / "lib/mailcomb/plugins/store-sqlite.so"),
              str(store), str(ACTIONS), str(per_batch)]
    on_fresh_file(store, writer, run=True)
    rows.write_text(sqlite(store, "-csv", ROWS))
    schema.write_text(sqlite(store, f".schema {TABLE}").replace("BLOB", "TEXT"))
    importer = ["sqlite3", str(imported), f".read {schema}", f".import --csv {rows} {TABLE}"]
    taken = take_turns({"journal": on_fresh_file(store, writer), "import": on_fresh_file(imported, importer)}, ROUNDS)
    count = sqlite(store, f"SELECT count(*) FROM {TABLE}").strip()
    if count != sqlite(imported, f"SELECT count(*) FROM {TABLE}").strip():
        raise RuntimeError(f"sqlite3 imported other rows than the {count} of the journal")
    for file in work.glob("*.db*"):
        file.unlink()
    return int(count), taken


def on_fresh_file(file: Path, command: list[str], run: bool = False) -> list[str]:
    fresh = ["sh", "-c", 'rm -f "$0" "$0-wal" "$0-shm"; exec "$@"', str(file), *command]
    if run:
        subprocess.run(fresh, check=True)
    return fresh


def sqlite(file: Path, *arguments: str) -> str:
    return subprocess.run(["sqlite3", str(file), *arguments], check=True, capture_output=True, text=True).stdout
