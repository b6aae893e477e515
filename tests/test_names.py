"""Names: unique, plain ASCII in the tables, native in Russian, the same for the same seed."""

from __future__ import annotations

import re

import numpy as np
import pytest

from casekit.errors import InvalidArgument
from casekit.world import name_parts as parts
from casekit.world.names import SHIPPED_COMPANY, draw_account_names, draw_names, transliterate

SEEDS = range(20)


@pytest.mark.parametrize("seed", SEEDS)
def test_names_are_unique_in_both_scripts(seed: int) -> None:
    names = draw_names(np.random.default_rng(seed), n_accounts=600, n_people=24)
    for pairs, count in (
        (names.accounts, 600),
        (names.people, 24),
        (names.regions, 4),
        (names.competitors, 5),
        (names.process_points, 6),
    ):
        assert len({value for value, _ in pairs}) == count
        assert len({russian for _, russian in pairs}) == count
        assert all(value.isascii() and value.isprintable() for value, _ in pairs)
        assert all(re.fullmatch(r"[А-Яа-яЁё -]+", russian) for _, russian in pairs)
    assert len(names.account_segments) == 600
    assert set(names.account_segments) <= {value for value, _ in names.segments}


def test_the_same_seed_gives_the_same_names() -> None:
    first, second = (draw_names(np.random.default_rng(5), 100, 24) for _ in range(2))
    assert first == second
    assert first != draw_names(np.random.default_rng(6), 100, 24)


def test_a_kept_company_name_changes_no_other_name() -> None:
    kept = draw_names(np.random.default_rng(5), 50, 6, company=SHIPPED_COMPANY)
    drawn = draw_names(np.random.default_rng(5), 50, 6)
    assert kept.company == SHIPPED_COMPANY != drawn.company
    assert kept.accounts == drawn.accounts and kept.people == drawn.people


def test_large_companies_have_names_too() -> None:
    names = draw_names(np.random.default_rng(1), n_accounts=2000, n_people=300)
    assert len(set(names.accounts)) == 2000 and len(set(names.people)) == 300


def test_asking_for_more_than_there_are_is_refused_in_words() -> None:
    with pytest.raises(InvalidArgument, match="possible"):
        draw_names(np.random.default_rng(1), n_accounts=1, n_people=10**6)
    with pytest.raises(InvalidArgument):
        draw_account_names(np.random.default_rng(1), 10_000)


def test_women_and_men_bear_matching_surnames() -> None:
    people = draw_names(np.random.default_rng(2), 1, 600).people
    for _, russian in people:
        first, surname = russian.split()
        feminine = surname.endswith(("ова", "ева", "ёва", "ина"))
        masculine = surname.endswith(("ов", "ев", "ёв", "ин"))
        assert not (feminine and first in parts.MEN)
        assert not (masculine and first in parts.WOMEN)


def test_every_point_has_its_solutions_and_every_segment_its_plants() -> None:
    points = [value for value, _ in parts.PROCESS_POINTS]
    assert list(parts.SOLUTIONS) == points
    assert all(2 <= len(found) <= 3 for found in parts.SOLUTIONS.values())
    segments = {value for value, _ in parts.SEGMENTS}
    assert segments == set(parts.PLANTS) == set(parts.COMPOUNDS) == set(parts.BRANDS)
    assert sum(parts.SEGMENT_SHARES) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("russian", "latin"),
    [
        ("Заречье", "Zarechye"),
        ("Виталий Щербинин", "Vitaly Shcherbinin"),
        ("Лидия Лукошкина", "Lidia Lukoshkina"),
        ("Фёдор Ельчанинов", "Fyodor Elchaninov"),
        ("Наталья Юдакова", "Natalya Yudakova"),
    ],
)
def test_latin_reads_as_on_a_passport(russian: str, latin: str) -> None:
    assert transliterate(russian) == latin
