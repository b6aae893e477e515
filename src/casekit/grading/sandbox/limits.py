"""Limits of a run, and how its sandbox is configured."""

from __future__ import annotations

from dataclasses import dataclass

#: Longest message that a kernel sends, in bytes; a short one is sent in place of a longer one.
LARGEST_MESSAGE = 8 * 2**20


@dataclass(frozen=True)
class RunLimits:
    """How long and how large a run may be.

    Parameters
    ----------
    cell_seconds, notebook_seconds, submission_seconds
        Wall-clock time, held by the supervisor: no code of the run can catch or delay it.
    memory_mb
        Of all processes of the run together.
    disk_mb, processes
        Files of the run together; processes and threads of the run.
    """

    cell_seconds: float = 60.0
    notebook_seconds: float = 240.0
    submission_seconds: float = 3600.0
    memory_mb: int = 2048
    disk_mb: int = 64
    processes: int = 32


@dataclass(frozen=True)
class SandboxConfig:
    """What a sandboxed process sees and how much it may use.

    Parameters
    ----------
    data
        Folder of the company, mounted read-only; none if empty.
    files
        Folder whose content is copied into the working folder; none if empty.
    here
        Folder in it that the run starts in.
    slot
        Number of the run among those side by side.
    memory_mb, disk_mb, file_mb
        Memory of a process; disk of the run; largest file.
    processes, open_files
        How many there may be.
    cpu_seconds
        Processor time of a process.
    core
        The one core that the run may use; any if None.
    masked_folders
        Folders whose content is not visible, even where they lie inside one that is.
    """

    data: str = ""
    files: str = ""
    here: str = ""
    slot: int = 0
    memory_mb: int = 2048
    disk_mb: int = 64
    file_mb: int = 32
    processes: int = 32
    open_files: int = 128
    cpu_seconds: int = 600
    core: int | None = None
    masked_folders: tuple[str, ...] = ()
