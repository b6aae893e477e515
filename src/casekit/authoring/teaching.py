"""The instructor's texts: teaching note, rubric, checklist, board plan and slides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from casekit import charts
from casekit.authoring.setup_figures import setup_figures
from casekit.authoring.slides import Draw, case_pictures, draw_slide
from casekit.authoring.story import page, templates
from casekit.authoring.story_figures import story_figures
from casekit.authoring.teaching_figures import teaching_figures
from casekit.company import Case
from casekit.language import LANGUAGES, month, number, percent, text, using
from casekit.questions import Answer

#: Texts of the instructor, each a page to read and print.
TEXTS = ("guide", "teaching_note", "rubric", "checklist")
#: The board plan's columns, left to right.
_COLUMNS = (1, 2, 3, 4)


def teaching(root: Path, key: Mapping[str, Answer], case: Case) -> dict[str, bytes]:
    """Files of the instructor's texts by path below `solutions/`, in each language.

    Parameters
    ----------
    root
        The kit's top folder; `solutions/source` holds the templates.
    key
        The key, whose answers the texts quote.
    case
        The shipped company, loaded from its folder.

    Raises
    ------
    jinja2.UndefinedError
        If a template names a figure there is not.
    """
    files: dict[str, bytes] = {}
    for lang in LANGUAGES:
        with using(lang, case.currency):
            figures: dict[str, Any] = {
                **teaching_figures(key, case),
                "figures": story_figures(case),
                "setup": setup_figures(),
                "region_cut": _region_cut(case, root / "solutions" / "facts.csv"),
            }
            drawn = _slides(case, figures)
            files |= {f"{lang}/slides/{name}": content for name, content in drawn.items()}
            board = {"slides/whiteboard": drawn[_WHITEBOARD]}
            figures["picture"] = {"whiteboard": f"![{text('slide-whiteboard')}](slides/whiteboard)"}
            for name in TEXTS:
                template = (root / "solutions" / "source" / f"{name}.{lang}.md").read_text("utf-8")
                written = templates().from_string(template).render(figures)
                style = root / "case" / "source"
                files[f"{lang}/{name}.html"] = page(written, board, style).encode("utf-8")
    return files


#: Retention counts as cut in months in which it is below this share of the region's usual.
_CUT = 0.6


def _region_cut(case: Case, facts: Path) -> dict[str, str]:
    """The region that cut retention: when and with what result, from its planted fact."""
    regions = case.reps.set_index("rep_id")["region"]
    reports = case.reports
    hours = reports.groupby([reports["month"], reports["rep_id"].map(regions)])["retention_hours"]
    by_month = hours.sum().unstack()
    low = by_month < _CUT * by_month.median()
    region = str(low.sum().idxmax())
    months = [str(name) for name in low.index[low[region]]]
    table = pd.read_csv(facts).query("fact == '5 shipped'").set_index("condition")["value"]
    return {
        "region": case.label(region),
        "first": month(months[0]),
        "last": month(months[-1]),
        "clients": percent(-table["cohort, change in a year"], 1),
        "worse": number(-100 * table["cohort, against the other regions"], 1),
        "sales": percent(table["all sales, change in a year"]),
    }


_WHITEBOARD = "12_whiteboard.png"


def _slides(case: Case, figures: Mapping[str, Any]) -> dict[str, bytes]:
    """Slides by file name, numbered in the order of the lesson."""
    pictures: dict[str, Draw] = {
        **case_pictures(case),
        "whiteboard": partial(charts.plot_whiteboard, _whiteboard(figures)),
    }
    return {
        f"{number:02d}_{name}.png": draw_slide(case, draw)
        for number, (name, draw) in enumerate(pictures.items(), 1)
    }


def _whiteboard(figures: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Heading and lines of each column."""
    right, plan, story = (figures[name] for name in ("right", "plan", "figures"))
    facts = {
        "served": right["company.served_share"],
        "share": right["time.selling_share"],
        "reference": story["selling_reference"],
        "gap": right["time.selling_gap"],
        "flattery": right["time.flattery"],
        "hour": right["cost.hour"],
        "selling": figures["selling_hour"],
        "reshuffle": right["plan.reshuffle_gain"],
        "freed": right["plan.freed_gain"],
        "service_floor": story["service_floor"],
        "admin_floor": story["admin_floor"],
        "benchmark": figures["as_share"]["plan.benchmark"],
        **{name: plan[name] for name in ("trough", "payback", "year_1", "year_2", "year_3")},
    }
    for kind in ("retention", "expansion", "conversion"):
        facts[f"average_{kind}"] = right[f"output.margin_per_hour:{kind}"]
        facts[f"next_{kind}"] = right[f"marginal.next_hour:{kind}"]
    return [
        (text(f"whiteboard-{place}"), text(f"whiteboard-{place}-lines", **facts))
        for place in _COLUMNS
    ]
