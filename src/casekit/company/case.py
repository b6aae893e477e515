"""A company's tables as an immutable, validated case."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from casekit import language
from casekit.company.schema import TABLES
from casekit.company.terms import Terms, read_terms
from casekit.errors import DataError, DataNotFound, InvalidArgument, MissingTable

#: Folder beside the tables with the reports as the regions sent them.
_RECEIVED = "received"


class Case:
    """A company's tables, each an attribute: `case.reports`, `case.sales`, `case.deals` ...

    A case is immutable: every access returns a copy, so that no notebook cell can change what the
    next one reads. `case.tables` lists the names; the data dictionary in `case/`
    says what each column means. A company may lack some tables; asking for one that is not
    there raises `MissingTable`, which says what it would buy.

    Parameters
    ----------
    frames
        Validated tables by name, as `load_case` gives them.
    folder
        Where they were read from; None for tables that came from no file.
    """

    __slots__ = ("_digest", "_folder", "_frames", "_labels", "_terms")

    def __init__(self, frames: Mapping[str, pd.DataFrame], folder: Path | None = None) -> None:
        known = {name: frames[name] for name in TABLES if name in frames}
        object.__setattr__(self, "_frames", known)
        # Absolute, so that a notebook that changes its working folder still finds it.
        object.__setattr__(self, "_folder", folder.resolve() if folder else None)
        object.__setattr__(self, "_labels", None)
        object.__setattr__(self, "_terms", None)
        object.__setattr__(self, "_digest", None)

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_"):
            # Asked of a case that is only being made, where there is nothing to list yet.
            raise AttributeError(name)
        if name in TABLES and name not in self._frames:
            key = f"missing-{name}" if TABLES[name].optional else "case-no-table"
            raise MissingTable(key, found=name, allowed=self._listed)
        if name not in self._frames:
            raise AttributeError(language.text("case-no-table", found=name, allowed=self._listed))
        # Deep under pandas 2, where a shallow copy shares its data with the case.
        return self._frames[name].copy(deep=pd.__version__ < "3")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(language.text("case-immutable", found=name))

    def __delattr__(self, name: str) -> None:
        raise AttributeError(language.text("case-immutable", found=name))

    def __reduce__(self) -> tuple[Any, ...]:
        # Copied and sent to another process by its tables: nothing else can be set on a case.
        return Case, (self._frames, self._folder)

    def __dir__(self) -> Iterable[str]:
        return [*super().__dir__(), *self._frames]

    def __repr__(self) -> str:
        return language.text(
            "case-repr",
            name=self.label(self.name),
            reps=len(self._frames["reps"]),
            accounts=len(self._frames["accounts"]),
            first=language.month(self.first_month),
            last=language.month(self.last_month),
        )

    @property
    def _listed(self) -> str:
        return ", ".join(self._frames)

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables this company has."""
        return tuple(self._frames)

    def fact(self, key: str) -> str:
        """Value of a key in the table `company`.

        Raises
        ------
        DataError
            If the company's table has no such key.
        """
        facts = dict(self._frames["company"].itertuples(index=False, name=None))
        if key not in facts:
            raise DataError("case-no-fact", found=key, allowed=", ".join(facts))
        return str(facts[key])

    @property
    def terms(self) -> Terms:
        """Terms of the case: currency, horizon, discount, floors, prices of freed hours."""
        terms: Terms | None = self._terms
        if terms is None:
            terms = read_terms(self._frames)
            object.__setattr__(self, "_terms", terms)
        return terms

    @property
    def digest(self) -> str:
        """Digest of the tables: which company answers are about."""
        if self._digest is None:
            found = hashlib.sha256()
            for name in sorted(self._frames):
                found.update(name.encode())
                found.update(self._frames[name].to_csv(index=False).encode())
            object.__setattr__(self, "_digest", found.hexdigest()[:32])
        return str(self._digest)

    @property
    def name(self) -> str:
        """Name of the company."""
        return self.fact("name")

    @property
    def currency(self) -> str:
        """Currency label; money stands in thousands of it."""
        return self.fact("currency")

    @property
    def first_month(self) -> str:
        """First month of the history, YYYY-MM."""
        return self.fact("first_month")

    @property
    def last_month(self) -> str:
        """Last month of the history, YYYY-MM."""
        return self.fact("last_month")

    @property
    def received(self) -> Path:
        """Folder with the reports as the regions sent them, beside the tables of the case.

        Raises
        ------
        DataNotFound
            If the case came from no folder, or its folder holds no reports as sent.
        """
        if self._folder is None:
            raise DataNotFound("case-no-folder")
        folder = self._folder / _RECEIVED
        if not folder.is_dir():
            raise DataNotFound("case-no-received", folder=str(folder))
        return Path(folder)

    def label(self, value: str) -> str:
        """How a name or a code of the data reads in the reader's language; itself if unnamed."""
        if self._labels is None:
            rows = (
                self._frames["labels"].itertuples(index=False) if "labels" in self._frames else ()
            )
            found = {(row.value, row.language): row.label for row in rows}
            object.__setattr__(self, "_labels", found)
        return str(self._labels.get((value, language.current()), value))


def need_case(found: object) -> None:
    """Require a company.

    Raises
    ------
    InvalidArgument
        If it is something else.
    """
    if not isinstance(found, Case):
        raise InvalidArgument("argument-not-a-case", found=type(found).__name__)
