"""The command line: arguments only; every verb calls the room that does the work."""

from casekit.cli.main import main

__all__ = ["main"]
