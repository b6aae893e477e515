"""What is in a notebook is taken as its author had it: settings, paths, own files, odd letters."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell, writes

from casekit.company import Case, load_case
from casekit.errors import GradingError
from casekit.grading.execution.jobs import HIDDEN, SHIPPED, Job
from casekit.grading.execution.layout import lay_out
from casekit.grading.execution.running import run_job
from casekit.grading.execution.unsandboxed import run_unsandboxed
from casekit.grading.execution.worker_cache import run_environment, worker_cache
from casekit.grading.files import without_half_letters
from casekit.grading.intake.notebooks import prepare
from casekit.grading.intake.own_files import own_files
from casekit.grading.intake.parameters import companies_named, language_of, setting_of
from casekit.grading.marks.marking import is_company_at_hand
from casekit.grading.marks.scoring import Answers, collect
from casekit.grading.marks.unasked import checked_names, left_blank, unasked, without_blanks
from casekit.grading.sandbox.limits import RunLimits
from casekit.grading.sandbox.lockdown import why_unsandboxed

ROOT = Path(__file__).parents[1]
QUESTION = "start.competitors"
ODD = (None, 7, "x", [], {}, [None, 5, "y", []], {"cells": 5}, True, 1e300)


def notebook(*code: str) -> bytes:
    return writes(new_notebook(cells=[new_code_cell(each) for each in code])).encode()


def places_in(value: Any, path: tuple = ()) -> Iterator[tuple]:
    yield path
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in pairs:
            yield from places_in(each, (*path, key))


@pytest.mark.parametrize("version", [3, 4])
def test_damage_of_any_type_at_any_level_is_a_notebook_or_unreadable(version: int) -> None:
    cell = {"cell_type": "code", "source": ["data = None"], "metadata": {"tags": ["a"]}}
    cells = [cell, {"cell_type": "code", "input": "lang = 'ru'", "language": "python"}]
    body = {"worksheets": [{"cells": cells}]} if version == 3 else {"cells": cells}
    whole = {**body, "metadata": {"casekit": {"language": "ru"}}, "nbformat": version}
    for path in places_in(whole):
        for odd in ODD:
            damaged: Any = {"": copy.deepcopy(whole)}
            inner = damaged
            for key in ("", *path)[:-1]:
                inner = inner[key]
            inner[("", *path)[-1]] = odd
            content = json.dumps(damaged[""]).encode()
            assert _language_or_why(content) in ("", "ru", "cells", type(odd).__name__)


def _language_or_why(content: bytes) -> str:
    """Language of a notebook, or why it is none: the kind of what stands in its place."""
    try:
        return prepare(content).language
    except GradingError as error:
        return str(error.facts["found"])


def test_cells_that_cannot_be_read_are_counted() -> None:
    sound = [
        {"cell_type": "code", "source": "1"},
        {"cell_type": "markdown", "source": []},
        {"cell_type": "heading", "source": ["# a"]},
        {"cell_type": "code", "input": ["1"]},
    ]
    assert prepare(json.dumps({"cells": sound}).encode()).damaged == 0
    odd = [5, None, {"cell_type": "code", "source": 5}, {"cell_type": "code", "source": ["1", 5]},
           {"source": "1"}]  # fmt: skip
    prepared = prepare(json.dumps({"cells": [*sound, *odd]}).encode())
    assert prepared.damaged == len(odd)
    assert [cell.source for cell in prepared.notebook.cells] == ["1", "", "# a", "1", "1", "1"]
    sheets = [{"cells": sound}, {"cells": 5}, 7]
    assert prepare(json.dumps({"worksheets": sheets}).encode()).damaged == 2


def test_a_merge_conflict_is_told_by_its_marks() -> None:
    with pytest.raises(GradingError) as caught:
        prepare(b'{"cells": [\n<<<<<<< HEAD\n]}')
    assert caught.value.facts["found"] == "<<<<<<<"


LOAD = "case = ck.load_case(data)"


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (('lang = "en"\ndata = None', LOAD), 0),
        (("import casekit as ck", '# set\nlang, data = "en", None', LOAD), 1),
        (('%matplotlib inline\nlang = "en"\ndata = r"C:\\kit\\data"', LOAD), 0),
        (('lang: str = "en"\ndata: str | None = None', LOAD), 0),
        (("data = None", LOAD), 0),
        # Merged into another cell, or a variable of one's own: nothing may be put after it.
        (('lang = "en"\ndata = None\nimport casekit as ck\ncase = ck.load_case(data)',), None),
        (("case = ck.load_case()", "data = case.reports"), None),
        (("case = ck.load_case()", "data = None"), None),
        (("case = ck.load_case(data)", 'data = "x"'), None),
        (("data = 5", "case = ck.load_case()"), None),
        (('data = "own.csv"', "case = ck.load_case()"), None),
        (("data = (", LOAD), None),
        (("(" * 1000 + "data", LOAD), None),
        ((), None),
    ],
)
def test_the_cell_that_sets_the_company_is_told_from_others(cells: tuple, place: object) -> None:
    assert setting_of(cells) == place
    found = prepare(notebook(*cells)).notebook.cells
    tagged = [at for at, cell in enumerate(found) if "parameters" in cell.metadata.get("tags", ())]
    assert tagged == ([] if place is None else [place])


def test_a_language_is_found_wherever_it_is_set() -> None:
    assert language_of(['lang = "ru"\ndata = None', 'ck.language("en")'], 0) == "ru"
    assert language_of(["x = 1", "ck.language('en')"], None) == "en"
    assert language_of(['lang = "klingon"', "lang = 'xx'"], None) == ""


def test_companies_are_told_by_their_names() -> None:
    named = ['data = r"..\\team-7"', 'ck.load_case("team-7")', 'data = "x.csv"', "load_case(data)"]
    assert companies_named(named) == ("..\\team-7", "team-7")
    for name in ("../../data", "C:\\kit\\data", "data/"):
        assert is_company_at_hand(name, None)
    for name in ("team-7", "C:\\kit\\team_7\\", "7"):
        assert is_company_at_hand(name, 7) and not is_company_at_hand(name, None)
    assert not is_company_at_hand("team-17", 7)


def test_half_letters_become_a_sign_and_whole_ones_stay() -> None:
    odd = {"\udcff": ["a\ud83d", {"b": "\ud83d\ude00 ж"}], "n": 1}
    clean = without_half_letters(odd)
    json.dumps(clean, ensure_ascii=False).encode()
    assert clean == {"�": ["a�", {"b": "😀 ж"}], "n": 1}


def test_a_check_that_is_gone_is_noticed_where_an_answer_stands() -> None:
    check = f'ck.check("{QUESTION}", competitors_clients)'
    cells = [
        new_markdown_cell(check),
        new_raw_cell('ck.check("company.served_share", served_share)'),
        new_code_cell('# ck.check("time.selling_gap", 3)\n# ck.check("lag.along_deals", ...)'),
        new_code_cell('%%html\nck.check("deals.recurring_share", recurring_share)'),
        new_code_cell('ck.check("cost.seen_hour", dearer)'),
    ]
    prepared = prepare(writes(new_notebook(cells=cells)).encode())
    turned = {QUESTION, "company.served_share", "time.selling_gap", "deals.recurring_share"}
    assert set(prepared.unasked) == turned
    names = checked_names(ROOT)
    assert names[QUESTION] == "competitors_clients"
    answers = Answers({"time.selling_gap": 3}, {})
    told = unasked([{"unasked": [QUESTION, "time.selling_gap"]}], [], answers, names)
    assert told == [QUESTION]
    given = ["competitors_clients = clients.loc[...]"]
    assert unasked([], given, Answers(), names) == []
    own = ["x = 1\ncompetitors_clients = len(mine)"]
    assert unasked([], own, Answers(), names) == [QUESTION]
    assert unasked([], own, Answers({}, {QUESTION: "not_attempted"}), names) == []


def test_own_files_keep_their_folders_within_bounds() -> None:
    files = {
        "team/my/x.csv": b"a",
        "team/helpers.py": b"",
        "team/src/casekit/model.py": b"",
        "team/01.ipynb": b"",
        "/".join("abcdefghij") + ".csv": b"",
        "large.csv": bytes(2**21 + 1),
    }
    found, (note,) = own_files(files)
    assert set(found) == {"team/my/x.csv", "team/helpers.py"}
    assert "large.csv" in note.facts["left"] and "a/b/c" in note.facts["left"]


def test_a_copy_of_the_company_is_that_of_the_run(tmp_path: Path) -> None:
    data, run = tmp_path / "company", tmp_path / "run"
    data.mkdir()
    run.mkdir()
    (data / "reps.csv").write_bytes(b"theirs\n")
    had = {"reps.csv": b"had\n"}
    files = {
        "t/reps.csv": b"had\r\n",
        "t/old/reps.csv": b"changed",
        "t/a": b"",
        "t/a/b.csv": b"",
        "t/data/own.csv": b"own",
        "far/y.csv": b"y",
    }
    here = run / lay_out(run, files, "t/01.ipynb", data, had)
    assert (here / "reps.csv").read_bytes() == b"theirs\n"
    assert (here / "old" / "reps.csv").read_bytes() == b"changed"
    assert (here / "y.csv").read_bytes() == b"y"
    assert (here / "data" / "own.csv").read_bytes() == b"own"
    for above in ("data", "../data", "../../data"):
        assert (here / above / "reps.csv").read_bytes() == b"theirs\n"


SET_UP = 'import casekit as ck\nck.language("en")\n'
COUNT = "\"status == 'competitor'\""
OWN = f'ck.check("{QUESTION}", len(table.query({COUNT})))'
CHOICE = 'ck.check("start.whose_client", "competitor")'
#: Notebooks that worked for whoever wrote them, by name; each answers one question.
WRITTEN = {
    "prints.ipynb": (f'{SET_UP}print("caf\\udce9")', CHOICE),
    "prints_past_python.ipynb": (f'{SET_UP}!printf "\\\\xff caf\\\\xe9"', CHOICE),
    "fails.ipynb": (f'{SET_UP}{CHOICE}\nraise ValueError("\\udcff")',),
    "shows_html.ipynb": (
        f'{SET_UP}from IPython.display import HTML\ndisplay(HTML("\\ud83d"))',
        CHOICE,
    ),
    "odd_metadata.ipynb": (
        f'{SET_UP}display({{"text/plain": "x"}}, metadata={{"\\ud800": [1, "\\udfff"]}}, raw=True)',
        CHOICE,
    ),
    "odd_kind.ipynb": (
        f'{SET_UP}display({{"x/\\udcff": "x", "text/plain": "y"}}, raw=True)',
        CHOICE,
    ),
    "widget.ipynb": (
        f'{SET_UP}import ipywidgets\ndisplay(ipywidgets.Text(value="\\udce9"))',
        CHOICE,
    ),
    "no_settings.ipynb": (
        f"import casekit as ck\nck.language(lang)\n{LOAD}",
        f"data = case.accounts\ntable = data\n{OWN}",
    ),
    "own_data.ipynb": (
        f"{SET_UP}case = ck.load_case()",
        "data = case.accounts",
        f"table = data\n{OWN}",
    ),
    "by_name.ipynb": (f'{SET_UP}case = ck.load_case("team-7")\ntable = case.accounts\n{OWN}',),
    "by_path.ipynb": (
        f'{SET_UP}import pandas as pd\ntable = pd.read_csv("../../data/accounts.csv")\n{OWN}',
    ),
    "by_their_path.ipynb": (
        f"{SET_UP}import pandas as pd\nfrom pathlib import Path\n"
        'base = r"C:\\Users\\Anna\\case\\data"\n'
        'assert len(open(base + "/reps.csv").read()) and Path("/mnt/x/data/sales.csv").open()\n'
        f'table = pd.read_csv(base + r"\\accounts.csv")\n{OWN}',
    ),
    "sub/helped.ipynb": (
        f"{SET_UP}from helpers import clients\ntable = clients(ck.load_case())\n"
        f'assert len(open("my/x.csv").read()) == 3\n{OWN}',
    ),
    "sub/shared.ipynb": (f"{SET_UP}table = ck.load_case().accounts",),
    "sub/runs_other.ipynb": ("%run shared.ipynb", OWN),
}
FILES = {
    "sub/helpers.py": b"def clients(case):\n    return case.accounts\n",
    "sub/my/x.csv": b"a,b",
}


@pytest.mark.slow
@pytest.mark.sandbox
def test_what_worked_for_its_author_works_here(tiny_folder: Path, tiny: Case) -> None:
    companies = {
        name: {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.csv")
        }
        for name, folder in ((SHIPPED, ROOT / "data"), (HIDDEN, tiny_folder))
    }
    notebooks = {place: notebook(*cells) for place, cells in WRITTEN.items()}
    job = Job("team", notebooks, FILES, RunLimits(), sandbox=not why_unsandboxed())
    try:
        results = run_job(job, companies)
    finally:
        worker_cache("").close_servers()
    counts = {
        SHIPPED: len(load_case(ROOT / "data").accounts.query("status == 'competitor'")),
        HIDDEN: len(tiny.accounts.query("status == 'competitor'")),
    }
    assert counts[SHIPPED] != counts[HIDDEN]
    for result in results:
        result.executed.encode()
        written = {"place": result.place, "asked": result.asked, "records": result.records}
        code = "".join(WRITTEN[result.place])
        for company, count in counts.items():
            # Each company's own number, whatever path it came from.
            right = {QUESTION: count} if OWN in code else {}
            right |= {"start.whose_client": "competitor"} if CHOICE in code else {}
            assert collect([written], company).values == right, result.place


@pytest.mark.slow
def test_without_a_fork_an_error_loses_no_answer(tmp_path: Path) -> None:
    cells = (f"{SET_UP}{CHOICE}\nprint('caf\\udce9')", "1 / 0", 'ck.check("start.competitors", 3)')
    prepared = prepare(notebook(*cells))
    environment = run_environment(ROOT / "data")
    for name in ("PATH", "HOME"):
        del environment[name]
    for target in (tmp_path / "out.ipynb", None):
        records = run_unsandboxed(
            prepared.notebook, target, {"lang": "en"}, RunLimits(), environment, str(tmp_path)
        )
        # The first is the cell that papermill puts before the others.
        assert [record.state for record in records] == ["ok", "ok", "error", "ok"]
        assert [len(record.answers) for record in records] == [0, 1, 0, 1]
    (tmp_path / "out.ipynb").read_text(encoding="utf-8")


def test_a_blank_that_was_left_is_no_answer() -> None:
    def cells(lang: str) -> list[str]:
        content = (ROOT / "notebooks" / lang / "01_the_company.ipynb").read_bytes()
        found = prepare(content).notebook.cells
        return [cell.source for cell in found if cell.cell_type == "code"]

    computed = {"company.served_share", "company.cost_share"}
    assert left_blank(cells("en")) == left_blank(cells("ru")) == computed
    # One checks a whole table, one ends in an error, one was computed all the same.
    answers = Answers(
        {"company.served_share": None, "a.b": None, "c.d": 0.5},
        {"company.cost_share": "error", "e.f": "error", "g.h": "timeout"},
    )
    left = without_blanks(answers, {*computed, "c.d", "g.h", "nobody.asked"})
    assert left.values == {"a.b": None, "c.d": 0.5}
    assert left.missing == {"company.served_share": "not_attempted", "e.f": "error",
                            "company.cost_share": "not_attempted", "g.h": "timeout"}  # fmt: skip
