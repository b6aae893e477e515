"""Serve the board from the command line: `python -m casekit.page --data DIR`."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from casekit import language
from casekit.page.opening import serve


def main() -> None:
    """Read the options and serve until stopped."""
    asked = argparse.ArgumentParser(prog="python -m casekit.page", description=__doc__)
    asked.add_argument("--data")
    asked.add_argument("--host", default="localhost")
    asked.add_argument("--port", type=int)
    asked.add_argument("--store", type=Path)
    asked.add_argument("--optimum", action="store_true")
    asked.add_argument("--lang", choices=language.LANGUAGES)
    how = asked.parse_args()
    if how.lang:
        language.use(how.lang)

    def tell(line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    try:
        asyncio.run(serve(how.data, tell, how.host, how.port, how.store, how.optimum))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
