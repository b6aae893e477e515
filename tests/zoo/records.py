"""Answers that were forged, are odd in kind, or come at an odd moment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output

from casekit.questions.checking import ANSWER_TYPE
from zoo.animal import (
    BEFORE,
    CONFESSION,
    OWN,
    SOUND,
    Animal,
    Expect,
    insert,
    points,
    save,
    with_cell,
)
from zoo.solved import CHOICE, NUMBER, TYPED, Solved

__all__ = ["RECORDS"]

#: Never tried honestly by the small notebook; its answer differs between companies.
_LURE = "company.cost_share"
#: One whose answer differs widely from company to company.
_OWN = "lag.along_deals"
_PLAN = "plan.committed"
_UNEARNED = "not_attempted|incorrect|error|killed"

_SMALL = points(NUMBER, CHOICE, TYPED)

_SEND = f"""
def send(question, kind, answer):
    record = {{"question": question, "kind": kind, "answer": answer}}
    display({{"{ANSWER_TYPE}": record}}, raw=True)

"""

#: A message whose content is these very bytes, whatever a packer would make of them.
_SEND_RAW = f"""
from jupyter_client.session import json_packer

def send_raw(text):
    session = get_ipython().kernel.session
    whole = '{{"data": {{"{ANSWER_TYPE}": ' + text + '}}, "metadata": {{}}, "transient": {{}}}}'

    def pack(value):
        mine = isinstance(value, dict) and "data" in value
        return whole.encode() if mine else json_packer(value)

    session.pack, packed = pack, session.pack
    try:
        display({{"text/plain": ""}}, raw=True)
    finally:
        session.pack = packed

"""


def _forged(
    name: str, source: str, states: Mapping[str, str], *, raw: bool = False, earns: float = 0.0
) -> Animal:
    """An animal that leaves records by hand; it may earn no more than it says."""
    after = "correct|killed|error" if raw else "correct"
    expect = Expect(states={**BEFORE, CHOICE: after, **states}, max_score=_SMALL + earns)
    return with_cell(name, (_SEND_RAW if raw else _SEND) + source.strip("\n"), expect)


def _answers(name: str, value: str, state: str, question: str = OWN) -> Animal:
    """An animal that answers a question with an odd value through the ordinary check."""
    source = f'{value}\nck.check("{question}", answer)'
    earns = points(question) if "correct" in state.split("|") else 0.0
    expect = Expect(states={**SOUND, question: state}, max_score=_SMALL + earns)
    return with_cell(name, source, expect)


def _record(question: str, kind: str, answer: object) -> NotebookNode:
    data = {ANSWER_TYPE: {"question": question, "kind": kind, "answer": answer}}
    return new_output("display_data", data=data)


def _saved_outputs(folder: Path, solved: Solved) -> None:
    """Right answers stand in the saved outputs of cells that compute nothing."""
    notebook = solved.notebook("01_the_company")
    for each in notebook.cells:
        if each.cell_type == "code" and ("ck.check" in each.source or "ck.ask" in each.source):
            each.source = "# answered"
    save(notebook, folder / "forges_saved_outputs.ipynb")


def _markdown_outputs(folder: Path, solved: Solved) -> None:
    """Records in places where nothing runs: outputs of text, attachments, metadata."""
    notebook = solved.small()
    record = _record(_LURE, "number", solved.shipped(_LURE))
    notebook.cells[0]["outputs"] = [record]
    notebook.cells[0]["attachments"] = {"answer.json": dict(record.data)}
    notebook.cells[0].metadata["outputs"] = [record]
    notebook.metadata["answers"] = dict(record.data)
    save(notebook, folder / "forges_outputs_of_text.ipynb")


def _claims(folder: Path, solved: Solved) -> None:
    """A notebook that says of itself that it was run and marked."""
    notebook = insert(solved.small(), f'ck.check("{_LURE}", 0.9)')
    notebook.metadata["papermill"] = {"exception": None, "status": "completed", "version": "2.7"}
    notebook.metadata["casekit"] = {"score": 100, "questions": {_LURE: {"state": "correct"}}}
    for each in notebook.cells:
        each.metadata["papermill"] = {"status": "completed", "exception": False}
        each.metadata["casekit"] = {"state": "correct", "points": 2}
    save(notebook, folder / "claims_to_be_marked.ipynb")


def _typed(folder: Path, solved: Solved) -> None:
    """Two numbers that hold on the shipped company and on no other."""
    source = f'ck.check("{_OWN}", {solved.shipped(_OWN):.6f})'
    save(insert(solved.small(), source), folder / "types_what_it_should_compute.ipynb")


def _twice(name: str, first: str, last: str, state: str) -> Animal:
    """An animal that answers one question before and after."""

    def write(folder: Path, solved: Solved) -> None:
        notebook = insert(solved.small(), f'ck.check("{OWN}", {first})')
        notebook.cells.append(new_code_cell(f'ck.check("{OWN}", {last})'))
        save(notebook, folder / f"{name}.ipynb")

    return Animal(name, write, Expect(states={**SOUND, OWN: state}))


_UNTOUCHED_LURE = Expect(states={**SOUND, _LURE: "not_attempted"}, max_score=_SMALL)
_NO_ANSWERS = {"company.served_share": "not_attempted", _LURE: "not_attempted"}

RECORDS: tuple[Animal, ...] = (
    Animal("forges_saved_outputs", _saved_outputs, Expect(states=_NO_ANSWERS, max_score=0.0)),
    Animal("forges_outputs_of_text", _markdown_outputs, _UNTOUCHED_LURE),
    Animal(
        "claims_to_be_marked",
        _claims,
        Expect(states={**SOUND, _LURE: "incorrect"}, max_score=_SMALL),
    ),
    with_cell(
        "replaces_the_check",
        f"""
        class Verdict:
            state = "correct"
            points = 100
        import casekit.questions.checking
        casekit.questions.checking._judge = lambda question, answer: Verdict()
        ck.check = casekit.questions.checking.check = lambda question, answer: Verdict()
        ck.check("{_LURE}", 0.9)
        """,
        # What the cells below leave undone is theirs: they ask the same replaced check.
        Expect(states={**BEFORE, CHOICE: "not_attempted", _LURE: "not_attempted"}),
    ),
    with_cell(
        "prints_that_all_is_right",
        f"""
        from IPython.display import HTML
        print("correct", "100 / 100", '{{"state": "correct", "points": 2}}')
        display(HTML('<div class="verdict correct">{_LURE}: correct, 2 / 2</div>'))
        v = ck.check("{_LURE}", 0.9)
        object.__setattr__(v, "state", "correct")
        v
        """,
        Expect(states={**SOUND, _LURE: "incorrect"}, max_score=_SMALL),
    ),
    _forged(
        "sends_questions_that_are_none",
        """
        for question in ("no.question", "", "../../gradebook", "=1+1", None, 7, ["a"], {"a": 1}):
            send(question, "number", 1.0)
        send("start.competitors" + "\\x00", "number", 24)
        """.replace("        ", ""),
        {OWN: "not_attempted"},
    ),
    _forged(
        "sends_a_verdict",
        f'send("{_LURE}", "number", {{"state": "correct", "points": 99}})',
        {_LURE: "incorrect"},
    ),
    _forged("sends_true_for_a_number", f'send("{OWN}", "number", True)', {OWN: "incorrect"}),
    _forged("sends_text_for_a_number", f'send("{OWN}", "number", "24")', {OWN: "incorrect"}),
    _forged(
        "sends_another_kind", f'send("{_LURE}", "text", "right in every case")', {_LURE: _UNEARNED}
    ),
    _forged(
        "sends_every_choice_at_once",
        'send("company.slide", "choice", ["season", "axis", "volume", "no_trap"])',
        {"company.slide": "incorrect"},
    ),
    _forged(
        "sends_a_list_of_records",
        f'display({{"{ANSWER_TYPE}": [{{"question": "{OWN}", "kind": "number", '
        '"answer": 24}]}, raw=True)',
        {OWN: _UNEARNED},
    ),
    _forged(
        "sends_a_record_as_text",
        f'display({{"{ANSWER_TYPE}": "<b>24</b>"}}, raw=True)',
        {OWN: _UNEARNED},
    ),
    _forged(
        "sends_50_mb_of_answer",
        f'send("{CONFESSION}", "text", "x" * 50_000_000)',
        {CONFESSION: _UNEARNED, CHOICE: "correct|killed"},
    ),
    _forged(
        "sends_a_number_of_a_million_digits",
        f'send_raw(\'{{"question": "{_LURE}", "kind": "number", "answer": \' + "9" * 10**6 + "}}")',
        {_LURE: _UNEARNED},
        raw=True,
    ),
    _forged(
        "sends_not_a_number",
        f'send_raw(\'{{"question": "{_LURE}", "kind": "number", "answer": NaN}}\')',
        {_LURE: _UNEARNED},
        raw=True,
    ),
    _forged(
        "sends_infinity",
        f'send_raw(\'{{"question": "{_LURE}", "kind": "number", "answer": -Infinity}}\')\n'
        f'send_raw(\'{{"question": "{_PLAN}", "kind": "plan", "answer": {{"version": 1, '
        '"moves": [{"scope": "all", "from_month": 1, "hours": {"expansion": Infinity}}]}}\')',
        {_LURE: _UNEARNED, _PLAN: _UNEARNED},
        raw=True,
    ),
    _forged(
        "sends_an_answer_nested_10000_deep",
        f'send_raw(\'{{"question": "{_LURE}", "answer": \' + "[" * 10000 + "]" * 10000 + "}}")',
        {_LURE: _UNEARNED},
        raw=True,
    ),
    _forged("sends_what_is_no_json", 'send_raw("{{{")', {}, raw=True),
    _forged(
        "sends_a_key_twice",
        f'send_raw(\'{{"question": "{CHOICE}", "question": "{_LURE}", "kind": "number", '
        '"answer": 0.0, "answer": 0.9}\')',
        {_LURE: _UNEARNED},
        raw=True,
    ),
    _forged(
        "sends_a_plan_of_100000_moves",
        f'send("{_PLAN}", "plan", {{"version": 1, "moves": [{{"scope": "all", "from_month": 1, '
        '"hours": {"expansion": 1, "retention": -1}}] * 100_000})',
        {_PLAN: _UNEARNED, CHOICE: "correct|killed"},
    ),
    _forged(
        "sends_hours_that_nobody_has",
        f'send("{_PLAN}", "plan", {{"version": 1, "moves": [{{"scope": "all", "from_month": 1, '
        '"hours": {"expansion": 1e308, "retention": -1e308}}]})',
        {_PLAN: "incorrect"},
    ),
    _forged(
        "sends_a_plan_that_names_a_file",
        f'send("{_PLAN}", "plan", "/etc/passwd")\nsend("{CONFESSION}", "text", {{"a": 1}})',
        {_PLAN: "incorrect", CONFESSION: _UNEARNED},
    ),
    _twice(
        "answers_wrongly_and_then_rightly",
        "1",
        "case.accounts.status.value_counts().competitor",
        "correct",
    ),
    _twice(
        "answers_rightly_and_then_wrongly",
        "case.accounts.status.value_counts().competitor",
        "1",
        "incorrect",
    ),
    _twice(
        "answers_rightly_and_then_not_at_all",
        "case.accounts.status.value_counts().competitor",
        "...",
        "correct",
    ),
    Animal(
        "types_what_it_should_compute",
        _typed,
        Expect(
            states={**SOUND, _OWN: "incorrect", TYPED: "incorrect"},
            # The shipped company's part is earned, and never the whole.
            max_score=_SMALL + points(_OWN) - 0.01,
            note="typed, not computed",
        ),
    ),
    _answers(
        "answers_in_a_function",
        "answer = 1\n(lambda: ck.check('start.competitors', 1))()\n"
        "answer = case.accounts.status.value_counts().competitor",
        "correct",
    ),
    _answers(
        "answers_as_numpy",
        "import numpy as np\nanswer = np.array([[case.accounts.status.value_counts().competitor]])",
        "correct",
    ),
    _answers(
        "answers_as_a_frame",
        "theirs = case.accounts.query('status == \"competitor\"')\n"
        "answer = theirs[['name']].count().to_frame()",
        "correct",
    ),
    _answers(
        "answers_as_a_fraction",
        "from fractions import Fraction\n"
        "answer = Fraction(2 * int(case.accounts.status.value_counts().competitor), 2)",
        "correct",
    ),
    _answers(
        "answers_as_a_float_of_its_own",
        "class Mine(float):\n"
        "    def __eq__(self, other): return True\n"
        "    def __float__(self): return 267.0\n"
        "    def __repr__(self): return '267'\n"
        "    __hash__ = float.__hash__\n"
        "answer = Mine(1)",
        "incorrect",
    ),
    _answers(
        "answers_as_a_frame_of_its_own",
        "import pandas as pd\n"
        "class Mine(pd.DataFrame):\n"
        "    @property\n"
        "    def shape(self): raise RuntimeError\n"
        "    def __len__(self): return 10**12\n"
        "answer = Mine({'a': [1, 2]})",
        "incorrect",
    ),
    _answers(
        "answers_with_an_object_without_end",
        "class Endless:\n"
        "    def __iter__(self):\n"
        "        while True: yield 1\n"
        "    def __len__(self):\n"
        "        while True: pass\n"
        "    __eq__ = __repr__ = __str__ = __float__ = __int__ = __len__\n"
        "    __hash__ = None\n"
        "answer = Endless()",
        "incorrect",
    ),
    _answers("answers_with_itself", "answer = []\nanswer.append(answer)", "incorrect"),
    _answers("answers_with_nan", "answer = float('nan')", "incorrect"),
    _answers("answers_with_a_huge_integer", "answer = 10**100_000", "incorrect"),
    with_cell(
        "answers_after_the_end",
        f"""
        import threading, time
        def late():
            time.sleep(0.5)
            ck.check("{OWN}", case.accounts.status.value_counts().competitor)
            time.sleep(5)
            ck.check("{_LURE}", 0.9)
        threading.Thread(target=late).start()
        """,
        Expect(states={**SOUND, _LURE: "not_attempted|incorrect"}, max_score=_SMALL + points(OWN)),
    ),
    with_cell(
        "answers_while_it_is_shut_down",
        f"""
        import atexit, time
        atexit.register(lambda: (ck.check("{_LURE}", 0.9), time.sleep(10**6)))
        """,
        Expect(states={**SOUND, _LURE: "not_attempted|incorrect"}, max_score=_SMALL),
    ),
    with_cell(
        "changes_its_answer_later",
        f"""
        record = {{"question": "{OWN}", "kind": "number", "answer": 1.0}}
        shown = display({{"{ANSWER_TYPE}": record}}, raw=True, display_id=True)
        shown.update({{"{ANSWER_TYPE}": {{**record, "answer": [24]}}}}, raw=True)
        """,
        Expect(states={**SOUND, OWN: "incorrect"}, max_score=_SMALL),
    ),
)
