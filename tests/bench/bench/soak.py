# SPDX-License-Identifier: GPL-3.0-or-later
"""Many checkups in one process: what it holds after the last one, as a multiple of what it held after the tenth."""

from .figure import Figure

RUNS = 200
BASE = 10
LIMIT = 1.05
PATIENCE = 900
_COLUMNS = ("runs", "well", "resident", "heap", "descriptors", "threads")


def _measure(stage, program):
    account = stage.account
    command = [program, account.account.address, account.call.incoming, account.call.outgoing, str(RUNS)]
    seconds, status, output = stage.run(command, stage.password, patience=PATIENCE)
    return {"seconds": seconds, "status": status, "output": output}


def measure(stage, tell, program):
    answer = stage.at_home(lambda: _measure(stage, program))
    if answer["status"] != 0:
        raise RuntimeError(f"bench-soak ended with {answer['status']}: {answer['output'][-2000:]}")
    lines = answer["output"].splitlines()
    rows = {row["runs"]: row for row in (dict(zip(_COLUMNS, map(int, line.split()))) for line in lines)}
    first, last = rows[BASE], rows[RUNS]
    unwell = RUNS - last["well"]
    tell(f"soak: {RUNS} checkups in one process, {answer['seconds']:.0f} s, {unwell} did not find all well")
    for run in sorted({BASE, *range(50, RUNS + 1, 50), RUNS}):
        row = rows[run]
        tell(f"    after {run:3}: {row['resident']:6} KiB resident, {row['heap']:6} KiB allocated, "
             f"{row['descriptors']} descriptors, {row['threads']} threads")
    broken = f"{unwell} checkups were cut short or found a fault" if unwell else ""
    for column in ("descriptors", "threads"):
        if last[column] > first[column]:
            broken = broken or f"{column} went from {first[column]} to {last[column]}"
    return Figure("soak", last["resident"] / first["resident"], LIMIT,
                  f"times the memory of run {BASE} after run {RUNS}", broken=broken)
