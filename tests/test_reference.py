"""The reference page holds every public name, with what it is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import casekit as ck
from casekit.authoring.reference import SECTIONS, public_names, reference

ROOT = Path(__file__).parents[1]


def entries(page: str) -> dict[str, str]:
    """Text below each entry's heading, by the name it begins with."""
    parts = re.split(r"(?m)^#{2,3} ", page)[1:]
    found = (part.partition("\n\n") for part in parts)
    return {re.findall(r"[\w.]+", head)[0]: body.strip() for head, _, body in found}


def test_every_public_name_has_its_entry(lang: str) -> None:
    names = {f"{section}.{name}" for section, name in public_names()}
    names |= {f"ck.{name}" for name in ck.__all__}
    for room in (ck.analysis, ck.charts, ck.later, ck.model):
        names |= {f"ck.{room.__name__.rpartition('.')[2]}.{name}" for name in room.__all__}
    assert names | set(SECTIONS) == entries(reference(lang)).keys()


def test_every_entry_says_something(lang: str) -> None:
    silent = [name for name, words in entries(reference(lang)).items() if not words]
    assert set(silent) <= set(SECTIONS)


def test_no_entry_holds_an_address_or_what_an_example_prints() -> None:
    page = reference("en")
    assert "0x" not in page and ">>>" not in page
    assert "```python" in page


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_page_in_the_kit_is_the_one_the_code_gives(lang: str) -> None:
    standing = (ROOT / "case" / lang / "reference.md").read_text(encoding="utf-8")
    assert standing == reference(lang)
