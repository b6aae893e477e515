"""Nine months later: a plan is carried out, the file tells what came and nothing else."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
from nbformat.v4 import new_code_cell, new_notebook, writes

import casekit as ck
from casekit import language, later
from casekit.cli import main
from casekit.company.outcome_file import OUTCOME_FILE, TRUTH_FILE, read_outcome
from casekit.errors import DataError, InvalidArgument
from casekit.grading import carrying, journal
from casekit.grading.intake.choosing import HandedOut
from casekit.grading.intake.people import find_submissions
from casekit.grading.intake.submissions import read_submission
from casekit.grading.later import Later
from casekit.grading.marks.marked_plans import MarkedPlans
from casekit.language import text
from casekit.later.months import PREPARED, PREPARED_MONTHS, PREPARED_TRUTH
from casekit.later.shown import Said
from casekit.model import Comparison, Plan, benchmark_plan
from casekit.questions.answers_file import (
    COMMITTED,
    DECIDED,
    DECIDED_FORECAST,
    FORECAST,
    answer_line,
)
from casekit.world.carrying_on import carry_on
from casekit.world.drawn_events import EVENT_KINDS, drawn_events
from casekit.world.shipped import shipped_company

ROOT = Path(__file__).parents[1]
PLAN = Plan({"all": {"retention": -4, "expansion": +4}})
OTHER = Plan({"all": {"admin": -4, "conversion": +4}})
SEED = 2**127 + 4711


@pytest.fixture(scope="module")
def made() -> Later:
    return Later(shipped_company().world, ck.load_case(ROOT / "data"), SEED)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CASEKIT_DATA", str(ROOT / "data"))
    monkeypatch.setenv("CASEKIT_PROGRESS", str(tmp_path / "my_progress.jsonl"))
    return tmp_path


def put(folder: Path, files: tuple[bytes, bytes], truth: bool = True) -> None:
    (folder / OUTCOME_FILE).write_bytes(files[0])
    if truth:
        (folder / TRUTH_FILE).write_bytes(files[1])


def commits(folder: Path, *answers: tuple[str, object], company: str = "") -> None:
    company = company or ck.load_case().digest
    lines = [json.dumps(answer_line(name, answer, company)) for name, answer in answers]
    (folder / "my_answers.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_file_is_a_company_of_nine_more_months(made: Later, folder: Path) -> None:
    put(folder, made.files(PLAN))
    found = read_outcome(folder / OUTCOME_FILE)
    assert (found.case.last_month, found.months) == ("2027-03", 9)
    assert found.company == ck.load_case().digest
    assert Plan.from_json(json.dumps(found.plan)) == PLAN
    # Every call reads it.
    assert ck.model.calibrated(found.case).rep_ids
    assert len(ck.analysis.monthly_figures(found.case, "margin_krub").columns) == 33


def test_the_file_tells_nothing_of_seed_luck_truth_and_events_that_did_not_come(
    made: Later, folder: Path
) -> None:
    put(folder, made.files(PLAN))
    with zipfile.ZipFile(folder / OUTCOME_FILE) as bundle:
        names = set(bundle.namelist())
        whole = b"\n".join(bundle.read(name) for name in names)
        about = json.loads(bundle.read("outcome.json"))
    package = set(json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8")))
    assert package and names == {
        *(f"{table}.csv" for table in ck.load_case().tables), "datapackage.json", "outcome.json",
    }  # fmt: skip
    assert set(about) == {"format", "company", "months", "plan", "events"}
    assert str(SEED).encode() not in whole and b"luck" not in whole
    came = {event["kind"] for event in about["events"]}
    assert len(came) == 2
    for kind in set(EVENT_KINDS) - came:
        assert kind.encode() not in whole
    # How hard an event strikes is nobody's to know beforehand.
    assert not [key for event in about["events"] for key in event if key in ("risk", "press")]


def test_teams_share_luck_and_events_and_another_number_is_another_luck(made: Later) -> None:
    assert made.files(PLAN) == made.files(PLAN)
    first, other = (json.loads(made.files(plan)[1]) for plan in (PLAN, OTHER))
    assert first["left"] == other["left"] != first["came"]
    world = shipped_company().world
    kinds = {tuple(drawn_events(world, seed)) for seed in range(12)}
    assert len(kinds) > 6
    for seed in range(12):
        carry_on(world, PLAN, 9, seed, drawn_events(world, seed))  # each can befall the company


def test_what_the_truth_says_is_what_the_equations_give(made: Later) -> None:
    truth = json.loads(made.files(Plan())[1])
    assert truth["came"] == truth["left"]
    assert truth["gain_krub"] == 0 and set(truth["expected_krub"]) == {0}
    truth = json.loads(made.files(made.proposals.plans["personal"])[1])
    assert 0.7 * truth["attainable_krub"] < truth["gain_krub"] <= truth["attainable_krub"]
    assert truth["proposals"]["personal"]["true_krub"] == truth["gain_krub"]
    norm = benchmark_plan(made.case)
    truth = json.loads(made.files(norm)[1])
    assert truth["proposals"]["chief"]["true_krub"] == truth["gain_krub"]
    promised = Comparison(made.case).figures(norm).gain_krub
    assert truth["proposals"]["chief"]["told_krub"] == pytest.approx(promised, abs=0.1)
    skill = shipped_company().world.truth.reps.skill
    assert list(truth["skill"].values()) == pytest.approx(list(skill), abs=1e-3)


@pytest.mark.parametrize("lang", ["ru", pytest.param("en", marks=pytest.mark.slow)])
def test_everything_is_shown_with_the_files_and_without(
    made: Later, folder: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casekit.later.months.can_make", lambda: False)
    case = ck.load_case()
    shows = [getattr(later, name) for name in later.__all__ if name.startswith("show_")]
    plots = [getattr(later, name) for name in later.__all__ if name.startswith("plot_")]
    assert len(shows) >= 8 and len(plots) == 3
    with language.using(lang):
        without = later.nine_months(case)
        assert without.case is None and OUTCOME_FILE in repr(without)
        assert all(isinstance(show(without), Said) and repr(show(without)) for show in shows)
        assert [plot(without) for plot in plots] == [None] * 3
        put(folder, made.files(PLAN), truth=False)
        told = later.nine_months(case)
        assert told.case is not None and told.truth is None
        assert "my_truth.json" in repr(later.show_truth(told))
        assert plots[0](told) is not None or plots[1](told) is not None
        put(folder, made.files(PLAN))
        whole = later.nine_months(case)
        assert all(repr(show(whole)) for show in shows)
        assert all(plot(whole) is not None for plot in plots)


@pytest.mark.slow
def test_a_reader_alone_gets_months_of_the_own_plan_once(folder: Path) -> None:
    case = ck.load_case()
    assert "05" in repr(later.nine_months(case))  # nothing is committed yet
    assert not (folder / OUTCOME_FILE).exists()
    commits(folder, (COMMITTED, {"plan": PLAN.to_plain(), "reason": "so"}))
    first = later.nine_months(case)
    assert (first.origin, first.plan) == ("made", PLAN)
    assert first.truth is not None
    # What is decided afterwards does not undo what was lived through.
    commits(folder, (DECIDED, {"plan": OTHER.to_plain()}))
    again = later.nine_months(case)
    assert (again.origin, again.plan) == ("file", PLAN)
    assert language.text("later-other-plan") in repr(again)
    assert language.text("later-other-plan") not in repr(first)
    assert (folder / OUTCOME_FILE).read_bytes() and not list(folder.glob(".*.part"))


@pytest.mark.slow
def test_a_notebook_that_reads_months_has_no_generator(folder: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys, casekit as ck; from casekit import later;"
        "m = later.nine_months(ck.load_case()); later.show_books(m);"
        "assert not [n for n in sys.modules if n.startswith(('casekit.world', 'casekit.grading'))]"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=folder)
    assert done.returncode == 0, done.stderr


def test_a_forecast_is_held_against_what_came(made: Later, folder: Path) -> None:
    case = ck.load_case()
    forecast = {
        "profit_nine_months_krub": [-90_000, 0, 90_000],
        "margin_month_nine_krub": [1, 2, 3],
        "plan": PLAN.to_plain(),
    }
    commits(folder, (COMMITTED, {"plan": PLAN.to_plain()}), (FORECAST, forecast))
    put(folder, made.files(PLAN), truth=False)
    table = later.forecast(later.nine_months(case))
    assert table is not None
    assert list(table["hit"]) == ["later", "no"]
    put(folder, made.files(PLAN))
    months = later.nine_months(case)
    table = later.forecast(months)
    assert table is not None and months.truth is not None
    assert list(table["hit"]) == ["yes", "no"]
    truth = months.truth
    # A card asked for one later counts first.
    asked = {"low": 1, "high": 2}
    commits(folder, (COMMITTED, {"plan": PLAN.to_plain()}), (DECIDED_FORECAST, asked),
            (FORECAST, forecast))  # fmt: skip
    table = later.forecast(later.nine_months(case))
    assert table is not None
    assert list(table.loc["profit_nine_months", ["low", "high", "hit"]]) == [1, 2, "no"]
    gained = np.sum(truth["came"]["profit_krub"]) - np.sum(truth["left"]["profit_krub"])
    assert table.at["profit_nine_months", "came"] == pytest.approx(gained)
    # A middle that nobody gave has no column.
    likely = language.text("head-foretold-likely", currency=case.currency)
    shown = later.show_forecast(months)
    assert likely in shown.heads
    # The gain foretold has a sign, the month's margin beside it has none; both are numbers.
    gain, level = ((row[1], row[3], row[4]) for row in shown.rows)
    assert {cell[0] for cell in gain} <= set("+−") and not {cell[0] for cell in level} & set("+−")
    assert shown.numeric == [False, True, True, True, True, False]
    commits(folder, (COMMITTED, {"plan": PLAN.to_plain()}), (DECIDED_FORECAST, asked))
    assert likely not in later.show_forecast(later.nine_months(case)).heads


def test_leaving_everything_lies_mostly_within_luck(made: Later, folder: Path) -> None:
    put(folder, made.files(Plan()))
    table = later.against_luck(later.nine_months(ck.load_case()))
    assert table is not None
    inside = (table["change_share"] >= table["low_share"]) & (
        table["change_share"] <= table["high_share"]
    )
    assert ((table["outside"] == "no") == inside).all()


@pytest.mark.parametrize(
    "damage",
    [
        "cut",
        "other",
        *(pytest.param(each, marks=pytest.mark.slow) for each in ("text", "inside", "format")),
    ],
)
def test_a_file_that_is_none_is_told_in_words(made: Later, folder: Path, damage: str) -> None:
    months, _ = made.files(PLAN)
    path = folder / OUTCOME_FILE
    path.write_bytes(months)
    if damage == "cut":
        path.write_bytes(months[: len(months) // 2])
    elif damage == "text":
        path.write_text("not a zip")
    else:
        with zipfile.ZipFile(path) as bundle:
            files = {name: bundle.read(name) for name in bundle.namelist()}
        about = json.loads(files["outcome.json"])
        if damage == "inside":
            files["sales.csv"] = b"nothing\n1\n"
        about |= {"other": {"company": "0" * 32}, "format": {"format": 99}}.get(damage, {})
        files["outcome.json"] = json.dumps(about).encode()
        with zipfile.ZipFile(path, "w") as bundle:
            for name, content in files.items():
                bundle.writestr(name, content)
    if damage != "other":
        with pytest.raises(DataError):
            read_outcome(path)
    for lang in language.LANGUAGES:
        with language.using(lang):
            found = later.nine_months(ck.load_case())
            assert found.case is None and OUTCOME_FILE in repr(found)
            assert repr(later.show_books(found))


def test_a_truth_about_other_months_is_not_told(made: Later, folder: Path) -> None:
    put(folder, (made.files(PLAN)[0], made.files(OTHER)[1]))
    assert later.nine_months(ck.load_case()).truth is None


@pytest.mark.slow
def test_a_pack_shows_the_nearest_of_three(made: Later, folder: Path, monkeypatch) -> None:
    monkeypatch.setattr("casekit.later.months.can_make", lambda: False)
    data = folder / "data"
    shutil.copytree(ROOT / "data", data)
    for name, plan in made.proposals.plans.items():
        place = data / PREPARED / name
        place.mkdir(parents=True)
        months, truth = made.files(plan)
        (place / PREPARED_MONTHS).write_bytes(months)
        (place / PREPARED_TRUTH).write_bytes(truth)
    monkeypatch.setenv("CASEKIT_DATA", str(data))
    case = ck.load_case()
    assert later.nine_months(case).origin == "leave"
    for name, plan in made.proposals.plans.items():
        commits(folder, (COMMITTED, {"plan": plan.scaled(0.9).to_plain()}))
        found = later.nine_months(case)
        assert found.origin == name and found.truth is not None
    # A file of the own plan goes first.
    put(folder, made.files(OTHER))
    assert later.nine_months(case).plan == OTHER


def test_where_nothing_is_kept_nothing_is_read_or_written(
    made: Later, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASEKIT_PROGRESS", "")
    commits(folder, (COMMITTED, {"plan": PLAN.to_plain()}))
    empty = repr(later.nine_months(ck.load_case()))
    assert not (folder / OUTCOME_FILE).exists()
    put(folder, made.files(PLAN))
    assert repr(later.nine_months(ck.load_case())) == empty


def test_a_grading_run_has_no_months(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEKIT_RECORD", "1")
    commits(folder, (COMMITTED, {"plan": PLAN.to_plain()}))
    assert later.nine_months(ck.load_case(), PLAN).case is None
    assert not (folder / OUTCOME_FILE).exists()


# The verb.


def handed_in(folder: Path) -> Path:
    company = ck.load_case(ROOT / "data").digest
    work = folder / "handed-in"
    for name in ("Alfa", "Beta", "Empty", "Elsewhere", "Spoilt"):
        (work / name).mkdir(parents=True)
    commits(work / "Alfa", (COMMITTED, {"plan": PLAN.to_plain()}),
            (COMMITTED, {"plan": Plan().to_plain()}), company=company)  # fmt: skip
    commits(work / "Beta", (COMMITTED, {"plan": PLAN.to_plain()}),
            (DECIDED, {"plan": OTHER.to_plain()}), company=company)  # fmt: skip
    (work / "Gamma.json").write_text(PLAN.to_json())
    (work / "Empty" / "note.txt").write_text("later")
    commits(work / "Elsewhere", (COMMITTED, {"plan": PLAN.to_plain()}), company="0" * 32)
    nobody = {"version": 1, "moves": [{"scope": "R99", "from_month": 1, "hours": {"admin": -1}}]}
    commits(work / "Spoilt", (COMMITTED, {"plan": nobody}), company=company)
    return work


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(words))
    return int(stop.value.code or 0)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["ru", pytest.param("en", marks=pytest.mark.slow)])
def test_the_verb_serves_whoever_has_a_plan_and_says_why_others_got_none(
    folder: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    work, out = handed_in(folder), folder / "out"
    assert run("carry-on", str(work), "--out", str(out), "--lang", lang) == 0
    told = capsys.readouterr().out
    assert [line[0] for line in told.splitlines()[:6]] == list("✓✓✗✗✓✗")
    plans = {
        path.parent.name: Plan.from_json(json.dumps(read_outcome(path).plan))
        for path in out.glob(f"for_teams/*/{OUTCOME_FILE}")
    }
    assert plans == {"Alfa": PLAN, "Beta": OTHER, "Gamma": PLAN}
    # The truth is apart, and the number nowhere but in the instructor's own file.
    assert {path.parent.name for path in out.glob(f"truths/*/{TRUTH_FILE}")} == set(plans)
    seed = json.loads((out / "luck.json").read_text("utf-8"))["seed"]
    assert int(seed) > 2**64
    for path in (*out.glob("for_teams/*/*"), *out.glob("truths/*/*")):
        assert seed.encode() not in path.read_bytes()
    # Who hands in later meets the same luck.
    before = (out / "for_teams" / "Alfa" / OUTCOME_FILE).read_bytes()
    (work / "Omega.json").write_text(PLAN.to_json())
    assert run("carry-on", str(work), "--out", str(out), "--lang", lang) == 0
    assert (out / "for_teams" / "Alfa" / OUTCOME_FILE).read_bytes() == before
    assert (out / "for_teams" / "Omega" / OUTCOME_FILE).read_bytes() == before


def marked_batch(folder: Path, work: Path, *answers: tuple[str, object]) -> Path:
    """A batch that has marked every work of a folder, in whose notebook code made these plans."""
    out = folder / "marks"
    out.mkdir(exist_ok=True)
    (out / journal.RUN_FILE).write_text('{"variant": null}', encoding="utf-8")
    told = [json.dumps({"question": q, "kind": "plan", "answer": a}) for q, a in answers]
    ran = {"place": "06.ipynb", "unreadable": "", "asked": [[]],
           "records": {"shipped": [{"state": "ok", "answers": told}]}}  # fmt: skip
    given = HandedOut.of(ROOT / "notebooks")
    for each in find_submissions(work):
        digest = read_submission(each, given).digest
        journal.append(
            out, {**each.about(), "status": "graded", "digest": digest, "notebooks": [ran]}
        )
    return out


def test_a_plan_that_code_made_is_found_where_it_was_marked(
    folder: Path, made: Later, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    lang: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(carrying, "_later", lambda *_: made)
    work = folder / "handed-in"
    for name in ("Alfa", "Beta"):
        (work / name).mkdir(parents=True)
        (work / name / "06.ipynb").write_text(writes(new_notebook()), encoding="utf-8")
    # On a card, before it was decided otherwise in code.
    commits(work / "Beta", (COMMITTED, {"plan": PLAN.to_plain()}),
            (DECIDED, {"plan": PLAN.to_plain()}), company=made.digest)  # fmt: skip
    words = ("carry-on", str(work), "--out", str(folder / "out"), "--lang", lang)
    assert run(*words) == 0
    told = capsys.readouterr().out
    assert [line[0] for line in told.splitlines()[:2]] == list("✗✓")
    assert text("carry-on-plans-in-code") in told
    marks = marked_batch(folder, work, (DECIDED, {"plan": OTHER.to_plain(), "reason": "so"}))
    assert run(*words, "--marks", str(marks)) == 0
    told = capsys.readouterr().out
    assert [line[0] for line in told.splitlines()[:2]] == list("✓✓")
    assert text("carry-on-plans-in-code") not in told
    for path in folder.glob(f"out/for_teams/*/{OUTCOME_FILE}"):
        assert Plan.from_json(json.dumps(read_outcome(path).plan)) == OTHER, path
    # What was marked is not what lies there now.
    (work / "Alfa" / "06.ipynb").write_text(
        writes(new_notebook(cells=[new_code_cell("1")])), encoding="utf-8"
    )
    assert run(*words, "--marks", str(marks)) == 0
    assert text("carry-on-not-marked") in capsys.readouterr().out.splitlines()[0]


def test_marks_of_another_company_or_none_are_refused(folder: Path, lang: str) -> None:
    work = folder / "handed-in"
    work.mkdir()
    (work / "Alfa.ipynb").write_text(writes(new_notebook()), encoding="utf-8")
    marks = marked_batch(folder, work)
    assert MarkedPlans(marks, ()).lines("Alfa", "another", "") is None
    assert MarkedPlans(marks, ()).lines("Nobody", "", "") is None
    listed = '{"variant": null, "companies": [{"variant": "7", "family": "B"}]}'
    for run_file, drawn, key in (
        ('{"variant": [7, "B"]}', (), "carry-on-other-marks"),
        ('{"variant": null}', ((7, "B"),), "carry-on-other-marks"),
        (
            '{"variant": null, "companies": [{"variant": "7", "family": "B"}]}',
            ((8, "B"),),
            "carry-on-other-marks",
        ),
        ("[]", (), "carry-on-no-marks"),
    ):
        (marks / journal.RUN_FILE).write_text(run_file, encoding="utf-8")
        with pytest.raises(InvalidArgument) as refused:
            MarkedPlans(marks, drawn)
        assert refused.value.key == key and str(marks) in str(refused.value)
    (marks / journal.RUN_FILE).write_text(listed, encoding="utf-8")
    # Packs that were made later are in the list as well.
    MarkedPlans(marks, ((7, "B"), (8, "A")))
    with pytest.raises(InvalidArgument):
        MarkedPlans(folder / "nowhere", ())


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_wrong_words_are_one_line_and_code_2(
    folder: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    work = handed_in(folder)
    taken, empty = folder / "taken", folder / "empty"
    taken.mkdir()
    empty.mkdir()
    (taken / "mine.txt").write_text("mine")
    used = folder / "used"
    used.mkdir()
    (used / "luck.json").write_text('{"seed": "5", "companies": []}')
    (folder / "list.json").write_text("{}")
    for words in (
        ("--out", "new", "nowhere"),
        ("--out", "new", str(empty)),
        ("--out", str(taken), str(work)),
        ("--out", "new", "--seed", "-1", str(work)),
        ("--out", "new", "--seed", "seven", str(work)),
        ("--out", str(used), "--seed", "6", str(work)),
        ("--out", str(used), "--variant", "7", str(work)),
        ("--out", "new", "--companies", str(folder / "list.json"), str(work)),
        ("--out", "new", "--companies", "list.json", "--variant", "7", str(work)),
        ("--out", "new", "--variant", "7", "--family", "E", str(work)),
        ("--out", "new", "--marks", str(empty), str(work)),
        (str(work),),
    ):
        assert run("carry-on", *words, "--lang", lang) == 2, words
        told = capsys.readouterr()
        assert not told.out and len(told.err.strip().splitlines()) == 1, told.err
        assert not (folder / "new").exists() or not any((folder / "new").iterdir()), words
