"""The shipped company: valid for other tools, and what its source gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from casekit.company import TABLES, load_case
from casekit.company.package import is_known
from casekit.company.validation import validate
from casekit.world.dataset import dataset
from casekit.world.shipped import shipped_company

DATA = Path(__file__).parents[1] / "data"


def test_rebuilding_gives_the_same_bytes() -> None:
    for name, content in dataset(shipped_company()).data.items():
        assert (DATA / name).read_bytes() == content, name


def test_every_table_is_there_sound_and_known_by_checksum() -> None:
    case = load_case(DATA)
    assert case.tables == tuple(TABLES)
    assert validate({name: getattr(case, name) for name in case.tables}) == []
    assert is_known(DATA, {name: (DATA / f"{name}.csv").read_bytes() for name in TABLES})


@pytest.mark.slow
# frictionless and its own dependencies warn about themselves.
@pytest.mark.filterwarnings("ignore")
def test_the_data_package_is_valid_for_frictionless() -> None:
    from frictionless import Package

    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]
