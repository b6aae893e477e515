"""What a worker keeps between jobs: companies on disk, and a fork server of each."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import casekit
from casekit.company import load_case
from casekit.company.loading import DATA_VARIABLE
from casekit.errors import GradingError
from casekit.grading.execution.jobs import Job
from casekit.grading.files import write_files
from casekit.grading.sandbox.forkserver_client import CompanyServer, ForkServer
from casekit.grading.sandbox.limits import SandboxConfig
from casekit.grading.sandbox.lockdown import WORK_FOLDER
from casekit.grading.sandbox.supervisor import NotebookProcess
from casekit.notebook import RECORD_VARIABLE
from casekit.questions.journal import PROGRESS_VARIABLE

#: Companies whose servers are kept: the hidden one, and the one that the submission is about. Each
#: weighs about as much as a kernel.
_MOST_SERVERS = 2


class WorkerCache:
    """Companies and fork servers of a worker process.

    Parameters
    ----------
    place
        Folder below which everything is kept; the computer's temporary one if empty.
    """

    def __init__(self, place: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="casekit-", dir=place or None))
        self.folder.chmod(0o755)
        self._owner = os.getpid()
        self._template: ForkServer | None = None
        self._servers: dict[Path, CompanyServer] = {}
        # By identity: the files are kept with it, so that no other company takes it over.
        self._written: dict[int, tuple[dict[str, bytes], Path]] = {}

    def begin(self) -> None:
        """Load libraries and texts, where runs are forked from what has loaded them."""
        if hasattr(os, "fork"):
            self._begun(self._common())

    def data(self, files: dict[str, bytes]) -> Path:
        """Folder of a company; written only the first time."""
        known = self._written.get(id(files))
        if known is None:
            known = self._written[id(files)] = files, self._write(files)
        return known[1]

    def _write(self, files: dict[str, bytes]) -> Path:
        digest = hashlib.sha256(b"".join(hashlib.sha256(files[n]).digest() for n in sorted(files)))
        folder = self.folder / digest.hexdigest()[:16]
        if not folder.exists():
            partial = folder.with_suffix(".part")
            write_files(files, partial)
            for path in (partial, *partial.rglob("*")):
                path.chmod(0o755 if path.is_dir() else 0o644)
            partial.rename(folder)
            load_case(folder)  # a company that does not load is our fault: no mark follows
        return folder

    def start(
        self,
        job: Job,
        data: Path,
        files: str,
        here: str,
        extra: Mapping[str, str],
        core: int | None,
    ) -> NotebookProcess:
        """Start the process of a notebook.

        Parameters
        ----------
        job
            The submission, with its limits.
        data
            Folder of the company.
        files
            Folder with the participant's own files.
        here
            The notebook's folder in it.
        extra
            Variables added to the common environment.
        core
            The one core that the process may use; any if None.
        """
        environment = self._common()
        own = {**extra, "MPLCONFIGDIR": "/tmp", "IPYTHONDIR": "/tmp/ipython"}
        limits = job.limits
        sandbox = None
        if job.sandbox:
            sandbox = SandboxConfig(
                data=str(data), files=files, here=here, slot=os.getpid(),
                memory_mb=limits.memory_mb, disk_mb=limits.disk_mb,
                file_mb=limits.disk_mb // 2, processes=limits.processes,
                cpu_seconds=int(limits.notebook_seconds) + 60, core=core,
                masked_folders=job.masked_folders,
            )  # fmt: skip
        place = str(Path(files, here))
        try:
            server = self._server(data, environment, job.warm)
            return NotebookProcess(server, limits, sandbox, own, place)
        except GradingError:
            # A server that has ended is replaced once; a second failure is the computer's.
            self.close_servers()
            server = self._server(data, environment, job.warm)
            return NotebookProcess(server, limits, sandbox, own, place)

    def _common(self) -> dict[str, str]:
        """Environment of all servers."""
        # They are not sandboxed: they must read no settings from a folder others may write.
        place = str(self.folder)
        return run_environment() | {"MPLCONFIGDIR": place, "IPYTHONDIR": place}

    def _begun(self, environment: dict[str, str]) -> ForkServer:
        """What all companies share, libraries and texts, loaded once."""
        self._template = self._template or ForkServer(environment)
        return self._template

    def _server(self, data: Path, environment: dict[str, str], ahead: bool) -> CompanyServer:
        """The server of a company; where teams had many, the one unused longest ends."""
        server = self._servers.pop(data, None)
        while server is None and len(self._servers) >= _MOST_SERVERS:
            self._servers.pop(next(iter(self._servers))).close()
        if server is None:
            server = self._begun(environment).of_company(str(data), ahead)
        self._servers[data] = server
        return server

    def close_servers(self) -> None:
        """End the fork servers."""
        for server in self._servers.values():
            server.close()
        self._servers.clear()
        if self._template:
            self._template.close()
            self._template = None

    def close(self) -> None:
        """End the fork servers and delete all files; in a forked copy of the worker, do nothing."""
        if os.getpid() == self._owner:
            self.close_servers()
            shutil.rmtree(self.folder, ignore_errors=True)


_cache: WorkerCache | None = None


def worker_cache(place: str) -> WorkerCache:
    """The cache of this worker process; made by the first job and closed at exit."""
    global _cache
    if _cache is None:
        _cache = WorkerCache(place)
        atexit.register(_cache.close)
    return _cache


def run_environment(data: Path | None = None) -> dict[str, str]:
    """The whole environment of a run on a company, or what is common to all companies."""
    company = {DATA_VARIABLE: str(data)} if data else {}
    return {
        **company,
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": WORK_FOLDER,
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(Path(casekit.__file__).resolve().parents[1]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # A run has one core: more threads would only wait for one another.
        **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR")},
        RECORD_VARIABLE: "1",
        PROGRESS_VARIABLE: "",
    }
