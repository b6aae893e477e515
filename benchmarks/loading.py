"""Loading: time of `import casekit`; seconds and memory for a company of a million report rows.

    python benchmarks/loading.py

Ratios are of one run: loading with validation against plain `pandas.read_csv` of the same files,
and peak memory against the size of the loaded frames.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

ROWS = 1_000_000
MONTHS = 24
RUNS = 5


def main() -> None:
    print_import_time()
    with tempfile.TemporaryDirectory() as folder:
        write_large_company(Path(folder))
        plain, _ = median(folder, "plain")
        known, _ = median(folder, "known")
        # Without its package the folder is like anybody's own data: everything is checked.
        (Path(folder) / "datapackage.json").unlink()
        validated, memory = median(folder, "validated")
    print(f"pandas.read_csv of the same files    {plain:6.2f} s")
    print(f"load_case, validated                 {validated:6.2f} s")
    print(f"  against read_csv                   {validated / plain:6.2f} x")
    print(f"load_case, known by checksum         {known:6.2f} s")
    print(f"peak memory against the frames       {memory:6.2f} x")


def median(folder: str, way: str) -> tuple[float, float]:
    """Median seconds and memory ratio of a way of loading, each run a fresh process."""
    command = [sys.executable, __file__, way, folder]
    lines = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
        for _ in range(RUNS)
    ]
    seconds, memory = np.median([[float(x) for x in line.split()] for line in lines], axis=0)
    return float(seconds), float(memory)


def print_import_time() -> None:
    def seconds(code: str) -> float:
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - started

    bare = [seconds("pass") for _ in range(9)]
    ours = [seconds("import casekit") for _ in range(9)]
    print(f"import casekit                       {np.median(ours) - np.median(bare):6.3f} s")


def write_large_company(folder: Path) -> None:
    """The shipped company with its accounts and reports multiplied to a million report rows."""
    from casekit.company import load_case
    from casekit.company.package import company_files

    case = load_case()
    tables = {name: getattr(case, name) for name in case.tables}
    accounts, rng = tables["accounts"], np.random.default_rng(1)
    copies = -(-ROWS // (MONTHS * len(accounts)))
    tables["accounts"] = many(accounts, copies)
    tables["positions"] = many(tables["positions"], copies)
    months = np.sort(case.reports["month"].unique())
    reports = tables["accounts"][["rep_id", "account_id"]].merge(
        pd.DataFrame({"month": months}), how="cross"
    )[:ROWS]
    for name in case.reports.columns[3:]:
        reports[name] = np.round(rng.gamma(1.0, 2.0, len(reports)), 1)
    tables["reports"] = reports
    for name, content in company_files(tables).items():
        (folder / name).write_bytes(content)


def many(frame: pd.DataFrame, copies: int) -> pd.DataFrame:
    parts = [frame.assign(account_id=frame["account_id"] + f"-{n}") for n in range(copies)]
    # The first copy keeps its codes, which other tables refer to.
    return pd.concat([frame, *parts[1:]], ignore_index=True)


def measure(way: str, folder: Path) -> None:
    """Print the seconds of one load and its peak memory as a multiple of the frames."""
    from casekit.company import load_case

    floor = current_rss_kb()
    started = time.perf_counter()
    if way == "plain":
        frames = [pd.read_csv(path) for path in folder.glob("*.csv")]
        seconds = time.perf_counter() - started
    else:
        case = load_case(folder)
        seconds = time.perf_counter() - started
        frames = [getattr(case, name) for name in case.tables]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - floor
    print(seconds, peak * 1024 / sum(frame.memory_usage(deep=True).sum() for frame in frames))


def current_rss_kb() -> float:
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return float(line.split()[1])
    return 0.0


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measure(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
