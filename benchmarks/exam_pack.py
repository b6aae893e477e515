"""What does an exam's pack give away, and what do two buttons and copying earn in it?

    python benchmarks/exam_pack.py                 one company of each family
    python benchmarks/exam_pack.py --families AC --draws 50

Bytes: of every file of the pack, whether it tells a right option. Points: the participant's
notebooks are run untouched; a thoughtless participant then commits today's hours and decides on
the model's best plan (two buttons), gives any range, copies a number or an option that stands on
the screen since the question before, and picks by chance where nothing stands there. Numbers are
an upper bound: of all that stand there the right one is taken for found. Marked by the grader's own
rules. Exit code 1 if a byte tells a right option, or a third of the points can be had so.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import secrets
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from casekit import language
from casekit.authoring import find_sources, read_source, write_pack
from casekit.authoring.execute import NotebookTask, run_all
from casekit.authoring.notebooks import compose_all
from casekit.company import Case, load_case
from casekit.grading.execution.jobs import HIDDEN, SHIPPED
from casekit.grading.marks.scoring import Answers, mark
from casekit.model import Plan, best_plan
from casekit.questions import QUESTIONS, Question
from casekit.questions.expected import RIGHT, is_right, recognise
from casekit.questions.key import Known, known_answers, read_key
from casekit.world import FAMILIES

ROOT = Path(__file__).parents[1]
#: Share of the points that must not be had without a thought.
MOST_SHARE = 1 / 3
#: Characters around a question's name in which a right option would tell.
AROUND = 160
#: Files that name a question with all its options, in the order of the record.
SHOWS_ALL = ("asked.json", "asked.ftl")
_NUMBER = re.compile(r"[-−+]?\d[\d,]*(?:\.\d+)?\s?%?")
_WIDGET = "application/vnd.jupyter.widget-view+json"
_CALL = re.compile(r"ck\.(?:ask|check)\(\s*\"([\w.]+)\"")


def main() -> int:
    """Try every family and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--families", default="".join(FAMILIES))
    parser.add_argument("--draws", type=int, default=200, help="how often chance is tried")
    given = parser.parse_args()
    worst, leaks = 0.0, 0
    for family in given.families:
        share, told = try_family(family, given.draws)
        worst, leaks = max(worst, share), leaks + told
    print(f"most that can be had so: {worst:.1%} of the points; telling places: {leaks}")
    return 1 if leaks or worst >= MOST_SHARE else 0


def try_family(family: str, draws: int) -> tuple[float, int]:
    """An exam's pack of one company: the share that is earned, and how many places tell."""
    with tempfile.TemporaryDirectory() as place:
        pack = write_pack(
            ROOT, Path(place, "exam.zip"), secrets.randbits(128), family, ("en",), exam=True
        )
        with zipfile.ZipFile(pack) as bundle:
            bundle.extractall(place)
        kit = Path(place, "exam")
        case = load_case(kit / "data")
        known = known_answers(read_key(ROOT), case)
        leaks = [*telling_places(kit, known)]
        for line in leaks:
            print(f"{family}: {line}")
        shown = on_the_screen(kit)
        print_positions(family, known, kit)
        return earned(family, case, known, shown, draws), len(leaks)


def telling_places(kit: Path, known: Known) -> Iterator[str]:
    """Places where a right option stands beside its question, and not all the others with it."""
    files = {path: path.read_text(encoding="utf-8", errors="replace")
             for path in kit.rglob("*") if path.is_file()}  # fmt: skip
    for name, question in QUESTIONS.items():
        if question.kind != "choice" or name not in known:
            continue
        right = str(known[name][RIGHT])
        others = [code for code in question.choices if code != right]
        names = re.compile("|".join(map(re.escape, (name, question.text_key))))
        for path, content in files.items():
            if path.name in SHOWS_ALL:
                continue
            for found in names.finditer(content):
                near = content[max(0, found.start() - AROUND) : found.end() + AROUND]
                words = set(re.findall(r"[\w.]+", near))
                if right in words and not words & set(others) and not right.isdigit():
                    yield f"{path.relative_to(kit)}: {name} beside {right}"


def on_the_screen(kit: Path) -> dict[str, str]:
    """By question, what stands in the outputs above it since the question before."""
    sources = [read_source(path) for path in find_sources(ROOT / "solutions")]
    language.use("en")
    with tempfile.TemporaryDirectory() as place:
        products = compose_all(sources, ("en",), (False,))
        tasks = [
            NotebookTask(each.notebook, each.steps, each.source.label, "en", Path(place),
                         kit / "data")
            for each in products
        ]  # fmt: skip
        faults = run_all(tasks)
    if faults:
        raise SystemExit("\n".join(map(str, faults)))
    shown: dict[str, str] = {}
    for each in products:
        since: list[str] = []
        for cell in each.notebook.cells:
            if cell.cell_type != "code":
                continue
            asked = _CALL.findall(cell.source)
            # What a cell shows above its own card stands on the screen as well, the card does not.
            since += [_plain(each) for each in cell.outputs if not asked or _is_above(each)]
            for name in asked:
                shown[name] = "\n".join(since)
            if asked:
                since = []
    return shown


def _is_above(output: Mapping[str, Any]) -> bool:
    """Whether a cell shows this above what its last line gives, and it is no card."""
    return output["output_type"] == "display_data" and _WIDGET not in output["data"]


def _plain(output: Mapping[str, Any]) -> str:
    """Text of an output; a picture shows lines, no numbers to copy."""
    data = output.get("data", {})
    told = data.get("text/html") or data.get("text/plain") or output.get("text", "")
    return unescape(re.sub(r"<[^>]+>", " ", "".join(told)))


def earned(family: str, case: Case, known: Known, shown: Mapping[str, str], draws: int) -> float:
    """Share of all points, by the grader's own marks; printed by kind."""
    rng = random.Random(1)
    fixed = {"plan.committed": Plan(), "decision.plan": best_plan(case).plan}
    got: dict[str, float] = defaultdict(float)
    most: dict[str, float] = defaultdict(float)
    for name, question in QUESTIONS.items():
        if not question.points:
            continue
        most[question.kind] += question.points
        if question.kind == "text":
            continue  # a person reads it
        times = draws if question.kind not in ("number", "plan", "range") else 1
        total = 0.0
        for _ in range(times):
            if question.kind == "plan":
                plan = fixed.get(name, fixed["decision.plan"]).to_plain()
                answer: Any = {"plan": plan, "reason": "ok"}
            else:
                answer = copied(question, known, shown.get(name, ""), rng)
            if answer is None:
                continue
            # What is typed from the screen is wrong on the hidden company.
            both = {SHIPPED: Answers({name: answer}), HIDDEN: Answers()}
            total += mark(question, both, {SHIPPED: known, HIDDEN: known}, case).points
        got[question.kind] += total / times
    share = sum(got.values()) / sum(most.values())
    for kind, points in most.items():
        print(f"{family}: {kind:8} {got[kind]:5.1f} of {points:g}")
    print(f"{family}: in all {sum(got.values()):.1f} of {sum(most.values()):g} ({share:.1%})")
    return share


def copied(question: Question, known: Known, screen: str, rng: random.Random) -> Any:
    """An answer copied from the screen; by chance where none stands there."""
    if question.kind == "number":
        return _number(question, known, screen)
    if question.kind == "table":
        rows = {key: _number(row, known, screen) for key, row in question.rows.items()}
        return {key: value for key, value in rows.items() if value is not None}
    if question.kind == "grid":
        return {key: rng.choice(row.choices) for key, row in question.rows.items()}
    if question.kind == "range":
        return {"low": -1.0, "high": 1.0}
    words = _option_words(question)
    seen = [code for code, told in words.items() if told and told.lower() in screen.lower()]
    if question.kind == "choice":
        return rng.choice(seen or list(question.choices))
    if question.kind == "several":
        return seen or [c for c in question.choices if rng.random() < 0.5] or None
    return rng.sample(list(question.choices), len(question.choices))


def _number(question: Question, known: Known, screen: str) -> float | None:
    """The right number, if it stands on the screen in its unit."""
    for found in _NUMBER.findall(screen):
        bare = found.replace(",", "").replace("−", "-").replace("%", "").strip()
        value = float(bare) / (100.0 if "%" in found else 1.0)
        if is_right(question, recognise(question, known[question.id], value)):
            return value
    return None


def _option_words(question: Question) -> dict[str, str]:
    return {
        code: language.text(key) if language.has_text(key) else code
        for code, key in question.word_keys.items()
    }


def print_positions(family: str, known: Known, kit: Path) -> None:
    """Whether the place of an option in the file, or its length, tells that it is right."""
    asked = json.loads((kit / "src/casekit/questions/asked.json").read_text(encoding="utf-8"))
    written = {each["id"]: each.get("choices", []) for part in asked.values() for each in part}
    tried: dict[str, list[bool]] = defaultdict(list)
    chance: list[float] = []
    for name, question in QUESTIONS.items():
        if question.kind != "choice" or name not in known:
            continue
        right, words = str(known[name][RIGHT]), _option_words(question)
        codes: Sequence[str] = written[name]
        chance.append(1 / len(codes))
        tried["first of the file"].append(codes[0] == right)
        tried["last of the file"].append(codes[-1] == right)
        tried["longest words"].append(max(codes, key=lambda c: len(words[c])) == right)
        tried["shortest words"].append(min(codes, key=lambda c: len(words[c])) == right)
    told = {name: f"{sum(hits)}/{len(hits)}" for name, hits in tried.items()}
    expected = f"by chance {sum(chance):.1f}" if chance else "no choices"
    print(f"{family}: right option is {json.dumps(told)[1:-1]}; {expected}")


if __name__ == "__main__":
    sys.exit(main())
