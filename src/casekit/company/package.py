"""A company written to a folder, described for machines and for people.

`datapackage.json` follows the Data Package standard (version 1), so that other tools read the
tables with their types, keys and bounds; its checksums show which files are unchanged.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from casekit import language
from casekit.company.schema import TABLES, Column, Table

PACKAGE_FILE = "datapackage.json"

_TYPES = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "month": {"type": "yearmonth"},
    "day": {"type": "date"},
}


def table_csv(frame: pd.DataFrame, table: Table) -> bytes:
    """A table as CSV: UTF-8, commas, decimal points, the schema's columns."""
    text: str = frame[list(table.names)].to_csv(index=False, lineterminator="\n")
    return text.encode("utf-8")


def company_files(frames: Mapping[str, pd.DataFrame]) -> dict[str, bytes]:
    """Files of a company by name: a CSV file a table, and the package that describes them."""
    files = {
        f"{name}.csv": table_csv(frames[name], table)
        for name, table in TABLES.items()
        if name in frames
    }
    facts = dict(frames["company"].itertuples(index=False, name=None))
    package = describe(files, title=str(facts["name"]))
    written = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    return {**files, PACKAGE_FILE: written.encode("utf-8")}


def describe(files: Mapping[str, bytes], title: str) -> dict[str, Any]:
    """Data package of a company's files, from the schema."""
    return {
        "name": "casekit-company",
        "title": title,
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "resources": [
            _resource(table, files[f"{name}.csv"], files)
            for name, table in TABLES.items()
            if f"{name}.csv" in files
        ],
    }


def _resource(table: Table, content: bytes, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": _checksum(content),
        "description": language.text(f"table-{table.name}", lang="en"),
        "schema": {
            "fields": [_field(column, table) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": [column.name],
                    "reference": {"resource": column.refers_to, "fields": [column.name]},
                }
                for column in table.columns
                if column.refers_to and f"{column.refers_to}.csv" in files
            ],
        },
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {} if column.optional else {"required": True}
    for name in ("minimum", "maximum"):
        if getattr(column, name) is not None:
            constraints[name] = getattr(column, name)
    if column.codes:
        constraints["enum"] = list(column.codes)
    text = language.text(f"column-{table.name}-{column.name}", lang="en")
    field = {"name": column.name, **_TYPES[column.kind], "description": text}
    return {**field, "constraints": constraints} if constraints else field


def _checksum(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def is_known(folder: Path, contents: Mapping[str, bytes]) -> bool:
    """Whether every table is, byte for byte, the one that was written with its package.

    Such tables were valid when written and need no further validation.
    """
    try:
        package = json.loads((folder / PACKAGE_FILE).read_text(encoding="utf-8"))
        known = {item["name"]: item["hash"] for item in package["resources"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return known == {name: _checksum(content) for name, content in contents.items()}
