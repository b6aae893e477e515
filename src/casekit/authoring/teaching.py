"""The instructor's texts: teaching note, arguments, roles, rubric, checklist, slides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from casekit import charts
from casekit.authoring.minutes import minutes_figures
from casekit.authoring.setup_figures import setup_figures
from casekit.authoring.slides import Draw, case_pictures, draw_slide
from casekit.authoring.story import page, templates
from casekit.authoring.story_figures import story_figures
from casekit.authoring.teaching_figures import teaching_figures
from casekit.company import SELLING, Case
from casekit.language import LANGUAGES, text, using

#: Texts of the instructor, each a page to read and print.
TEXTS = ("guide", "teaching_note", "arguments", "families", "roles", "rubric", "checklist")
#: The board plan's columns, left to right.
_COLUMNS = (1, 2, 3, 4)


def teaching(root: Path, case: Case) -> dict[str, bytes]:
    """Files of the instructor's texts by path below `solutions/`, in each language.

    Parameters
    ----------
    root
        The kit's top folder; `solutions/source` holds the templates.
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
                **teaching_figures(case),
                "figures": story_figures(case),
                "setup": setup_figures(),
                "minutes": minutes_figures(root),
            }
            drawn = _slides(case, figures)
            files |= {f"{lang}/slides/{name}": content for name, content in drawn.items()}
            (whiteboard,) = (drawn[name] for name in drawn if name.endswith("_whiteboard.png"))
            board = {"slides/whiteboard": whiteboard}
            figures["picture"] = {"whiteboard": f"![{text('slide-whiteboard')}](slides/whiteboard)"}
            for name in TEXTS:
                template = (root / "solutions" / "source" / f"{name}.{lang}.md").read_text("utf-8")
                written = templates().from_string(template).render(figures)
                style = root / "case" / "source"
                files[f"{lang}/{name}.html"] = page(written, board, style).encode("utf-8")
    return files


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
    company, time, hour = (figures[name] for name in ("company", "time", "hour"))
    plan, story, proposals = (figures[name] for name in ("plan", "figures", "proposals"))
    facts = {
        "served": company["served_share"],
        "share": time["share"],
        "reference": story["selling_reference"],
        "gap": time["gap"],
        "seen_gap": time["seen_gap"],
        "told_first": time["told_first"],
        "seen_first": time["seen_first"],
        "hour": hour["cost"],
        "selling": hour["selling_cost"],
        "selling_seen": hour["selling_cost_seen"],
        "service_floor": story["service_floor"],
        "admin_floor": story["admin_floor"],
        "norm": proposals["norm"]["share"],
        **{name: plan[name] for name in ("reshuffle", "freed")},
        **{name: plan[name] for name in ("trough", "payback", "year_1", "year_2", "year_3")},
    }
    for kind in SELLING:
        facts[f"average_{kind}"] = hour[f"average_{kind}"]
        facts[f"next_{kind}"] = hour[f"next_{kind}"]
    return [
        (text(f"whiteboard-{place}"), text(f"whiteboard-{place}-lines", **facts))
        for place in _COLUMNS
    ]
