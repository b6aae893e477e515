"""What leaves the room: a team's archive that notebook 07 reads, and the instructor's debrief."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import casekit as ck
from casekit import language, later
from casekit.company.loading import read_company
from casekit.company.outcome_file import OUTCOME_FILE, TRUTH_FILE
from casekit.model import Comparison, Plan
from casekit.model.plans.norm import NORM_HOURS
from casekit.questions.answers_file import ANSWERS_FILE, COMMITTED, FORECAST, PLAN_FILE, answer_line
from casekit.room.course.affairs import Affairs, Founding, Guest, RoundPlayed
from casekit.room.course.agenda import agenda_of
from casekit.room.course.teams import Entry, Team
from casekit.room.outcome.debrief import Debrief, forecasts_of
from casekit.room.outcome.revealing import Revealing
from casekit.room.outcome.rounds import Rounds, number_of_round
from casekit.room.outcome.taking_home import RESULTS_FILE, Homes
from casekit.world.draw import draw_company
from casekit.world.drawn_events import EVENT_KINDS
from casekit.world.shipped import SHIPPED_SEED

ROOT = Path(__file__).parents[1]
LUCK = str(2**121 + 987654321)
PLAN = Plan({"all": {"retention": -4, "expansion": +4}})
MORE = Plan({"all": {"admin": -2, "conversion": +2}})
REASON, SECRET = "=1+1 потому что так", "nobody else's business"
FOUND = {
    "profit_nine_months_krub": [-9000.0, 1000.0, 9000.0],
    "margin_month_nine_krub": [1.0, 2.0, 3.0],
    "plan": PLAN.to_plain(),
}


def entry(question: str, answer: Mapping[str, Any], company: str, late: str = "") -> Entry:
    return Entry(answer_line(question, answer, company), 1, late)


def committed(plan: Plan, reason: str, company: str, late: str = "") -> Entry:
    told = {"plan": plan.to_plain(), "reason": reason, "after_optimum": False}
    return entry(COMMITTED, told, company, late)


class Workshop:
    """Two teams, two rounds; one team never commits. A third was taken out before."""

    def __init__(self) -> None:
        world = draw_company(SHIPPED_SEED, "A", shipped=True)
        case = ck.load_case(ROOT / "data")
        self.rounds = Rounds(world, LUCK)
        # Nobody is told of the kinds that did not come.
        self.rounds.play({"t1": PLAN, "t2": None}, ["price_campaign", "key_client_lost"])
        self.before = self.rounds.case("t1").digest
        self.rounds.play({"t1": MORE, "t2": None}, ["no_technicians"])
        self.revealing = Revealing(ROOT, world, case)
        first = (
            committed(MORE, "a first thought", case.digest),
            committed(PLAN, REASON, case.digest),
            entry(FORECAST, FOUND, case.digest),
            committed(MORE, "too late", case.digest, "results"),
        )
        second = (committed(MORE, "again", self.before),)
        teams = {
            "t1": Team("<b>Альфа</b>", "ABC234", False, {1: first, 2: second}),
            "t2": Team("=Beta", "DEF567"),
            "t3": Team("Gone", "GHJ892", True, {1: (committed(PLAN, SECRET, case.digest),)}),
        }
        plans = [each.plans for each in self.rounds.played]
        self.affairs = Affairs(
            Founding(case.digest, None, LUCK, "CAFE47", "a", "b"),
            agenda_of(180),
            "reveal",
            people={"p": Guest("Анна", "t1"), "q": Guest("Bob", "t2")},
            teams=teams,
            bets={
                "bet": {"p": {"costs": "right", "hour": "wrong"}, "q": {"costs": "partly"}},
                # Who was taken out has no vote any more.
                "vote": {"p": {"costs": "partly", "hour": "right"}, "x": {"costs": "partly"}},
            },
            choices={"audit": {"p": "30_45"}, "averages": {"q": "unsaid"}},
            played={
                number: RoundPlayed(
                    number,
                    {team: plan and plan.to_plain() for team, plan in of.items()},
                    {"t1": FOUND} if number == 1 else {},
                    None,
                )
                for number, of in enumerate(plans, 1)
            },
            revealed=True,
        )
        self.homes = Homes(self.revealing, self.rounds, LUCK)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture(scope="module")
def home(workshop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the team that decided, unpacked."""
    folder = tmp_path_factory.mktemp("home")
    with zipfile.ZipFile(io.BytesIO(workshop.homes.zip_of("t1", workshop.affairs))) as bundle:
        bundle.extractall(folder)
    return folder


def reads_it(folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> later.NineMonths:
    """What notebook 07 finds where a team's files lie beside it."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("CASEKIT_DATA", str(data))
    monkeypatch.setenv("CASEKIT_PROGRESS", str(folder / "my_progress.jsonl"))
    return later.nine_months(ck.load_case(data))


@pytest.mark.slow
def test_notebook_07_reads_the_first_round(
    workshop: Workshop, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = reads_it(home, ROOT / "data", monkeypatch)
    assert found.origin == "file" and found.plan == PLAN
    assert "другой" not in repr(found) and "another plan" not in repr(found)
    assert found.made is not None and found.made.plan == PLAN
    lived = workshop.rounds.played[0].teams["t1"]
    assert found.truth is not None
    assert found.truth["came"]["profit_krub"] == list(lived.profit_krub)
    assert found.truth["left"]["profit_krub"] == list(workshop.rounds.played[0].left.profit_krub)
    assert set(found.truth["opinions"]) >= {"costs", "norm"}
    table = later.forecast(found)
    assert table is not None
    came = sum(lived.profit_krub) - sum(workshop.rounds.played[0].left.profit_krub)
    assert table.at["profit_nine_months", "came"] == pytest.approx(came, abs=0.1)
    assert table["hit"].to_dict() == {"profit_nine_months": "yes", "margin_month_nine": "no"}


@pytest.mark.slow
def test_notebook_07_reads_a_later_round_beside_the_company_of_before(
    workshop: Workshop, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home / "round_2"
    found = reads_it(folder, folder / "company", monkeypatch)
    assert found.origin == "file" and found.plan == MORE
    # What was true is told of the company that all began with.
    assert found.truth is None
    assert found.before.digest == workshop.before
    lived = workshop.rounds.played[1].teams["t1"]
    frame = later.books(found)
    assert frame is not None
    profit = frame.at["operating_profit", "these_months"]
    assert profit == pytest.approx(sum(lived.profit_krub))


@pytest.mark.slow
def test_the_company_is_as_it_became_and_months_are_a_table(workshop: Workshop, home: Path) -> None:
    assert read_company(home / "company").digest == workshop.rounds.case("t1").digest
    with (home / RESULTS_FILE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["round"] for row in rows] == ["1"] * 9 + ["2"] * 9
    lived = [each.teams["t1"] for each in workshop.rounds.played]
    assert [float(row["profit_krub"]) for row in rows] == [
        krub for each in lived for krub in each.profit_krub
    ]


@pytest.mark.slow
def test_only_what_counted_of_ones_own_is_taken_home(workshop: Workshop, home: Path) -> None:
    lines = [json.loads(line) for line in (home / ANSWERS_FILE).read_text("utf-8").splitlines()]
    told = [(line["question"], line["answer"].get("reason")) for line in lines]
    assert told == [(COMMITTED, REASON), (FORECAST, None), (COMMITTED, "again")]
    assert json.loads((home / PLAN_FILE).read_text("utf-8")) == PLAN.to_plain()
    everything = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    for strange in (SECRET, "Beta", "ABC234", "too late", "a first thought"):
        assert strange.encode() not in everything


def files_of(content: bytes, place: str = "") -> dict[str, bytes]:
    """Every file of an archive and of the archives in it."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        for name in bundle.namelist():
            inside = bundle.read(name)
            found[f"{place}{name}"] = inside
            if name.endswith(".zip"):
                found |= files_of(inside, f"{place}{name}/")
    return found


@pytest.mark.parametrize("team", ["t1", pytest.param("t2", marks=pytest.mark.slow)])
def test_no_file_tells_luck_or_an_event_that_did_not_come(workshop: Workshop, team: str) -> None:
    files = files_of(workshop.homes.zip_of(team, workshop.affairs))
    numbers = [int(LUCK), *(number_of_round(LUCK, each) for each in (1, 2, 3))]
    written = [form for each in numbers for form in (str(each), f"{each:x}")]
    unused = set(EVENT_KINDS) - {"price_campaign", "key_client_lost", "no_technicians"}
    assert unused == {"departure"}
    for name, content in files.items():
        words = content.decode("utf-8", "replace")
        for secret in (*written, "seed", "luck", *unused):
            assert secret not in words.replace("from luck", ""), (name, secret)
    told = json.loads(files[f"{OUTCOME_FILE}/outcome.json"])["events"]
    assert {event["kind"] for event in told} == {"price_campaign", "key_client_lost"}


@pytest.mark.slow
def test_who_never_committed_takes_the_company_left_alone(workshop: Workshop) -> None:
    files = files_of(workshop.homes.zip_of("t2", workshop.affairs))
    assert files[ANSWERS_FILE] == b""
    assert json.loads(files[PLAN_FILE]) == Plan().to_plain()
    truth = json.loads(files[TRUTH_FILE])
    assert truth["came"] == truth["left"] and truth["gain_krub"] == 0.0


@pytest.mark.slow
def test_where_nobody_has_the_company_it_lies_in_the_archive(workshop: Workshop) -> None:
    homes = Homes(workshop.revealing, workshop.rounds, LUCK, own=False)
    files = files_of(homes.zip_of("t1", workshop.affairs))
    books = files["company_at_first/financials.csv"].decode().splitlines()
    assert books[-1].startswith("2026-06")
    for name in ("READ_ME.txt", "ПРОЧТИТЕ.txt"):
        assert "company_at_first" in files[name].decode("utf-8-sig")


@pytest.mark.slow
def test_a_round_played_again_is_taken_home_as_it_came_last(workshop: Workshop) -> None:
    rounds = Rounds(workshop.revealing.world, LUCK)
    homes = Homes(workshop.revealing, rounds, LUCK)
    for kinds in (["departure"], ["no_technicians"]):
        if rounds.played:
            rounds.forget()
        lived = rounds.play({"t1": PLAN}, kinds).teams["t1"]
        files = files_of(homes.zip_of("t1", workshop.affairs))
        events = json.loads(files[f"{OUTCOME_FILE}/outcome.json"])["events"]
        assert [event["kind"] for event in events] == kinds
        truth = json.loads(files[TRUTH_FILE])
        assert truth["came"]["profit_krub"] == list(lived.profit_krub)


@pytest.mark.slow
def test_a_room_without_a_round_gives_what_there_is(workshop: Workshop) -> None:
    nothing = Rounds(workshop.revealing.world, LUCK)
    affairs = Affairs(workshop.affairs.founding, workshop.affairs.agenda, "reveal")
    files = files_of(Homes(workshop.revealing, nothing, LUCK).zip_of("t1", affairs))
    assert OUTCOME_FILE not in files and "company/sales.csv" in files
    debrief = Debrief(affairs, nothing.played, workshop.revealing)
    assert "<main>" in debrief.page("ru")
    assert debrief.workbook("en").startswith(b"PK")


@pytest.fixture(scope="module")
def debrief(workshop: Workshop) -> Debrief:
    return Debrief(workshop.affairs, workshop.rounds.played, workshop.revealing)


@pytest.mark.parametrize("lang", ["ru", pytest.param("en", marks=pytest.mark.slow)])
def test_the_debrief_tells_teams_reasons_and_truth_as_text(debrief: Debrief, lang: str) -> None:
    page = debrief.page(lang)
    assert "<b>Альфа</b>" not in page and "&lt;b&gt;Альфа&lt;/b&gt;" in page
    assert REASON in page and "too late" not in page
    assert "<script" not in page and "http" not in page
    # The chief executive's norm may bring more on the same page: this one moves few hours.
    assert language.text("room-debrief-proposal-norm", lang=lang, moved=NORM_HOURS) in page
    letters = sum("а" <= letter <= "я" for letter in page.lower())
    latin = sum("a" <= letter <= "z" for letter in page.lower())
    assert (letters > latin) == (lang == "ru")


@pytest.mark.parametrize("lang", ["ru", pytest.param("en", marks=pytest.mark.slow)])
def test_the_reveal_counts_over_the_boards_time_and_says_so(
    workshop: Workshop, debrief: Debrief, lang: str
) -> None:
    revealing = workshop.revealing
    company, board = revealing.company, Comparison(revealing.case)
    norm = revealing.proposals.plans["norm"]
    # What is promised there is what the board calls "Change in all".
    promised = company["proposals"]["norm"]["told_krub"]
    assert board.figures(norm).gain_krub == pytest.approx(promised, abs=0.1)
    months = language.text("panel-gain-all-note", lang=lang, months=company["months"])
    assert company["months"] == revealing.case.terms.horizon_months
    said = (
        language.text("room-attained-how", lang=lang, months=company["months"]),
        debrief.page(lang),
    )
    told = months.removeprefix("за ")
    assert all(told in words for words in said), told


@pytest.mark.parametrize("lang", ["ru", pytest.param("en", marks=pytest.mark.slow)])
def test_the_workbook_holds_everything_as_texts_and_numbers(
    workshop: Workshop, debrief: Debrief, lang: str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(debrief.workbook(lang)))
    teams, months, opinions, votes, people = (list(sheet.values) for sheet in book)
    assert [row[:2] for row in teams[1:]] == [
        ("<b>Альфа</b>", 1), ("=Beta", 1), ("<b>Альфа</b>", 2), ("=Beta", 2),
    ]  # fmt: skip
    assert teams[1][3] == REASON  # a text that begins like a formula stays a text
    first = workshop.rounds.played[0]
    came, left = (sum(each.profit_krub) for each in (first.teams["t1"], first.left))
    assert teams[1][4:7] == pytest.approx((came, left, came - left))
    assert len(months) == 1 + 4 * 9
    # Right before: one of two; afterwards one of one, for who was taken out counts no more.
    assert [cell[0] for cell in opinions[1][2:4]] == ["1", "1"]
    assert opinions[1][4:] == (1, 0) and opinions[3][4:] == (0, 1)
    assert sum(row[2] for row in votes[1:]) == 2
    assert [row[:2] for row in people[1:]] == [("Анна", "<b>Альфа</b>"), ("Bob", "=Beta")]


@pytest.mark.parametrize("lang", ["ru", pytest.param("en", marks=pytest.mark.slow)])
def test_without_a_second_vote_nothing_is_told_of_an_after(workshop: Workshop, lang: str) -> None:
    """The short form leaves the second vote out; what was bet is then all there is."""
    bets = {"bet": workshop.affairs.bets["bet"]}
    once = Debrief(replace(workshop.affairs, bets=bets), (), workshop.revealing)
    heads = {
        key: language.text(f"room-debrief-head-{key}", lang=lang)
        for key in ("right-before", "right-after", "learned", "unlearned", "right-bet")
    }
    page = once.page(lang)
    shown = [key for key, words in heads.items() if f">{words}<" in page]
    assert shown == ["right-bet"]
    asked = [language.text(f"room-debrief-ask-{k}", lang=lang) for k in ("learned", "unlearned")]
    assert not any(words in page for words in asked)
    sheets = [
        list(sheet.values) for sheet in openpyxl.load_workbook(io.BytesIO(once.workbook(lang)))
    ]
    opinions, people = sheets[2], sheets[4]
    assert opinions[0][2:] == (heads["right-bet"],)
    assert [cell[0] for cell in opinions[1][2:]] == ["1"]
    assert len(people[0]) == 2 + 6


def test_forecasts_are_those_of_the_moment_a_round_was_played(workshop: Workshop) -> None:
    told = forecasts_of(workshop.affairs, 2)
    assert told == {"t1": [FOUND, None], "t2": [None, None], "t3": [None, None]}
