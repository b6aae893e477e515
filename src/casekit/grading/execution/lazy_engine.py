"""The entry point of the papermill engine `casekit`.

Papermill loads every engine's module while it is itself being imported. So this module imports
nothing of papermill, and the engine is loaded on first use.
"""

from __future__ import annotations

from typing import Any


class LazyEngine:
    """Proxy of `engine.CasekitEngine`, which it loads when a notebook is run."""

    @classmethod
    def execute_notebook(cls, nb: Any, kernel_name: str, **options: Any) -> Any:
        """Run a notebook."""
        return _engine().execute_notebook(nb, kernel_name, **options)

    @classmethod
    def nb_kernel_name(cls, nb: Any, name: str | None = None) -> str:
        """Name of a notebook's kernel."""
        return str(_engine().nb_kernel_name(nb, name))

    @classmethod
    def nb_language(cls, nb: Any, language: str | None = None) -> str:
        """Language of a notebook's cells."""
        return str(_engine().nb_language(nb, language))


def _engine() -> Any:
    from casekit.grading.execution.engine import CasekitEngine

    return CasekitEngine
