"""What the instructor takes home: a page for the debrief, and everything as a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from casekit.company import Case
from casekit.company.schema import SELLING
from casekit.handout import tables_book
from casekit.language import current, money, month, number, percent, text, using
from casekit.later.shown import event_words
from casekit.model.plans.norm import NORM_HOURS
from casekit.questions.answers_file import COMMITTED, DECIDED
from casekit.questions.bank import QUESTIONS
from casekit.questions.telling import option_words, row_words
from casekit.room.course.affairs import Affairs
from casekit.room.course.votes import OPINIONS_BET, OPTIONS, tally
from casekit.room.outcome.results import against_forecast, gained
from casekit.room.outcome.revealing import Revealing, who_was_right
from casekit.room.outcome.rounds import Round
from casekit.room.outcome.score import forecasters, leader_board
from casekit.room.outcome.taking_home import counting_lines

__all__ = ["Debrief", "forecasts_of"]

_STYLE = (
    "body{font:16px/1.5 'Segoe UI',Arial,sans-serif;max-width:960px;margin:2em auto;padding:0 1em}"
    "h1{font-size:1.5em}h2{font-size:1.15em;margin-top:1.6em}"
    ".wide{overflow-x:auto}table{border-collapse:collapse;margin:.6em 0}"
    "td,th{padding:.15em .7em;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}"
    ".n{text-align:right}blockquote{margin:.2em 0 .6em 1em;white-space:pre-wrap;"
    "overflow-wrap:anywhere}"
    "@page{size:A4;margin:16mm}"
    "@media print{body{margin:0;padding:0;max-width:none;font-size:10.5pt}"
    "table,blockquote{break-inside:avoid}h2{break-after:avoid}}"
)

#: From so many ranges on it is asked what it says that they held, or did not.
ENOUGH_RANGES = 8

#: A table: heads, and rows of cells.
_Rows = list[list[Any]]


def forecasts_of(affairs: Affairs, rounds: int) -> dict[str, list[Mapping[str, Any] | None]]:
    """What each team foretold of each round that was played, None where nothing.

    Parameters
    ----------
    affairs
        The room's affairs.
    rounds
        How many rounds were played.
    """
    return {
        team: [
            affairs.played[number].forecasts.get(team) if number in affairs.played else None
            for number in range(1, rounds + 1)
        ]
        for team in affairs.teams
    }


class Debrief:
    """A workshop as its instructor looks back on it; holds the truth, so it is for nobody else.

    Parameters
    ----------
    affairs
        The room's affairs.
    rounds
        Rounds that were played, in their order.
    revealing
        What is known of the company.
    """

    def __init__(self, affairs: Affairs, rounds: Sequence[Round], revealing: Revealing) -> None:
        self._affairs, self._rounds, self._revealing = affairs, tuple(rounds), revealing
        self._case: Case = revealing.case
        self._forecasts = forecasts_of(affairs, len(self._rounds))
        before, after = (
            # Of who was taken out the votes count no more.
            {who: row for who, row in affairs.bets.get(time, {}).items() if who in affairs.people}
            for time in ("bet", "vote")
        )
        self._right = who_was_right(revealing.opinions, before, after)
        # A short workshop leaves the second vote out: then nothing came "after".
        self._again = bool(after)

    def workbook(self, lang: str) -> bytes:
        """Everything as an .xlsx file: teams by round, months, opinions, votes, people."""
        with using(lang, self._case.currency):
            tables = {
                "teams": self._by_round(),
                "months": self._months(),
                "opinions": self._opinions(),
                "votes": self._votes(),
                "people": self._people(),
            }
            return tables_book({text(f"room-debrief-sheet-{key}"): t for key, t in tables.items()})

    def page(self, lang: str) -> str:
        """The page in a language."""
        with using(lang, self._case.currency):
            title = text("room-debrief-title", company=self._case.label(self._case.name))
            counts = text(
                "room-debrief-counts",
                teams=len(self._affairs.standing_teams),
                people=len(self._affairs.people),
                rounds=len(self._rounds),
            )
            parts = [f"<h1>{escape(title)}</h1><p>{escape(counts)}</p>"]
            if self._rounds:
                parts += [
                    self._section("news", self._news()),
                    self._section("leaders", _table(self._leaders())),
                    self._section("forecasts", _table(self._forecasters())),
                    self._section("reasons", self._reasons()),
                ]
            parts += [
                self._section(self._times("opinions"), _table(self._opinions()) + self._whys()),
                self._section("votes", _table(self._votes())),
                self._section("attainable", self._attainable()),
                self._section("ask", self._questions()),
            ]
        return (
            f'<!doctype html><html lang="{escape(lang)}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
            f"<body><main>{''.join(parts)}</main></body></html>\n"
        )

    def _section(self, name: str, content: str) -> str:
        lead = escape(text(f"room-debrief-{name}-lead", months=self._revealing.company["months"]))
        return f"<h2>{escape(text(f'room-debrief-{name}'))}</h2><p>{lead}</p>{content}"

    def _times(self, name: str) -> str:
        """The name of a text, by whether people were asked once or twice."""
        return name if self._again else f"{name}-once"

    def _name(self, team: str) -> str:
        return self._affairs.teams[team].name if team in self._affairs.teams else team

    # Tables

    def _leaders(self) -> _Rows:
        """Places, what each round gained, and where the hours went."""
        numbers = [played.number for played in self._rounds]
        rows: _Rows = [
            [
                *_heads("place", "team"),
                *(text("room-debrief-head-in-round", round=each) for each in numbers),
                *_heads("gain"),
                *(text(f"activity-{kind}") for kind in SELLING),
            ]
        ]
        for row in leader_board(self._rounds):
            first, last = self._first(row["team"]), self._rounds[-1].teams[row["team"]]
            moved = (f"{number(first[k], 0)} → {number(last.after[k], 0)}" for k in SELLING)
            gains = (_gain(gain) for gain in row["by_round"])
            total = _gain(row["profit_krub"])
            rows.append([row["place"], self._name(row["team"]), *gains, total, *moved])
        return rows

    def _first(self, team: str) -> Mapping[str, float]:
        """A team's hours before its first round."""
        return next(each.teams[team].before for each in self._rounds if team in each.teams)

    def _forecasters(self) -> _Rows:
        rows: _Rows = [_heads("place", "team", "held", "width")]
        for row in forecasters(self._rounds, self._forecasts):
            of = text("room-debrief-held", held=row["held"], of=row["of"]) if row["of"] else "—"
            width = "—" if row["width_krub"] is None else money(row["width_krub"])
            rows.append([row["place"] or "—", self._name(row["team"]), of, width])
        return rows

    def _by_round(self) -> _Rows:
        """What each team decided, why, what it foretold and what came; a row a team and round."""
        columns = ("team", "round", "decided", "reason", "came", "left", "gain", "gained")
        ends = ("low", "likely", "high", "held")
        rows: _Rows = [
            [
                *_heads(*columns),
                *(text(f"room-debrief-head-profit-{end}") for end in ends),
                *(text(f"room-debrief-head-margin-{end}") for end in ends),
                text("room-debrief-head-margin-came"),
            ]
        ]
        for place, played in enumerate(self._rounds):
            for team, lived in played.teams.items():
                came, left = sum(lived.profit_krub), sum(played.left.profit_krub)
                told = against_forecast(lived, self._told(team, place)) or {}
                entry = self._entry(team, played.number)
                amounts = [round(each, 1) for each in (came, left, came - left, gained(lived))]
                rows.append(
                    [
                        self._name(team),
                        played.number,
                        _yes(played.plans[team] is not None),
                        entry,
                        *amounts,
                        *_range(told.get("profit")),
                        *_range(told.get("margin")),
                        lived.margin_krub[-1],
                    ]
                )
        return rows

    def _told(self, team: str, place: int) -> Mapping[str, Any] | None:
        told = self._forecasts.get(team, [])
        return told[place] if place < len(told) else None

    def _entry(self, team: str, number_: int) -> str | None:
        """Why a team decided as it did."""
        reasons = (
            line["answer"].get("reason")
            for line in counting_lines(self._affairs.teams.get(team), number_)
            if line["question"] in (DECIDED, COMMITTED)
        )
        # Of a decision the line comes after that of the first commit.
        return next((str(reason) for reason in reversed(list(reasons)) if reason), None)

    def _months(self) -> _Rows:
        columns = ("team", "round", "month", "margin", "profit", "margin-left", "profit-left")
        rows: _Rows = [_heads(*columns)]
        for played in self._rounds:
            left = played.left
            for team, lived in played.teams.items():
                rows += [
                    [self._name(team), played.number, *of]
                    for of in zip(
                        lived.months, lived.margin_krub, lived.profit_krub,
                        left.margin_krub, left.profit_krub, strict=True,
                    )
                ]  # fmt: skip
        return rows

    def _opinions(self) -> _Rows:
        """How many were right about each opinion, before and after."""
        bet = QUESTIONS[OPINIONS_BET]
        twice = ("right-before", "right-after", "learned", "unlearned")
        rows: _Rows = [_heads("opinion", "truth", *(twice if self._again else ("right-bet",)))]
        for row in self._right:
            codes = [row["truth"], *row["also"]] if row["truth"] else []
            truth = " / ".join(option_words(bet, code) for code in codes) or "—"
            counts = [_of(row["right_before"], row["of_before"])]
            if self._again:
                after = _of(row["right_after"], row["of_after"])
                counts += [after, row["learned"], row["unlearned"]]
            rows.append([row_words(bet, row["code"]), truth, *counts])
        return rows

    def _votes(self) -> _Rows:
        """How votes at the exhibits were spread."""
        rows: _Rows = [_heads("exhibit", "option", "votes")]
        for exhibit in OPTIONS:
            for option in tally(self._affairs, exhibit):
                words = text(f"room-choice-{option['code']}")
                rows.append([text(f"room-step-{exhibit}"), words, option["count"]])
        return rows

    def _people(self) -> _Rows:
        """Who bet and voted what."""
        bet = QUESTIONS[OPINIONS_BET]
        asked = ("bet", "vote") if self._again else ("bet",)
        times = {time: self._affairs.bets.get(time, {}) for time in asked}
        rows: _Rows = [
            [
                *_heads("person", "team"),
                *(
                    f"{text(f'room-debrief-{self._times(time)}')}: {row_words(bet, row)}"
                    for time in times
                    for row in bet.rows
                ),
            ]
        ]
        for person, guest in self._affairs.people.items():
            codes = [of.get(person, {}).get(row) for of in times.values() for row in bet.rows]
            team = self._name(guest.team) if guest.team else None
            rows.append([guest.name, team, *(code and option_words(bet, code) for code in codes)])
        return rows

    # Words

    def _news(self) -> str:
        lines = []
        for played in self._rounds:
            first, last = played.left.months[0], played.left.months[-1]
            head = text(
                "room-debrief-round", round=played.number, first=month(first), last=month(last)
            )
            told = [event_words(self._case, event) for event in played.news]
            words = " ".join(told) or text("later-no-events")
            lines.append(f"<li><b>{escape(head)}</b> {escape(words)}</li>")
        return f"<ul>{''.join(lines)}</ul>"

    def _reasons(self) -> str:
        parts = []
        for team in leader_board(self._rounds):
            said = []
            for played in self._rounds:
                if team["team"] not in played.teams:
                    continue
                decided = played.plans[team["team"]] is not None
                reason = self._entry(team["team"], played.number) if decided else None
                words = reason or text("room-debrief-went-on")
                head = text("room-debrief-head-in-round", round=played.number)
                said.append(f"<blockquote>{escape(head)}: {escape(words)}</blockquote>")
            parts.append(f"<p><b>{escape(self._name(team['team']))}</b></p>{''.join(said)}")
        return "".join(parts)

    def _whys(self) -> str:
        lang, lines = current(), []
        bet = QUESTIONS[OPINIONS_BET]
        for code in bet.rows:
            known = self._revealing.opinions.get(code, {})
            reason = known.get("why", {}).get(lang)
            if reason:
                head = row_words(bet, code)
                lines.append(f"<li><b>{escape(head)}.</b> {escape(str(reason))}</li>")
        return f"<ul>{''.join(lines)}</ul>" if lines else ""

    def _attainable(self) -> str:
        company = self._revealing.company
        best = float(company["attainable_krub"])
        told = text("room-debrief-attainable-told", krub=money(best))
        rows: _Rows = [_heads("plan", "told", "truly", "share")]
        for name, each in company["proposals"].items():
            share = percent(each["true_krub"] / best) if best > 0.0 else "—"
            words = text(f"room-debrief-proposal-{name}", moved=NORM_HOURS)
            rows.append([words, money(each["told_krub"]), money(each["true_krub"]), share])
        for team, plan in (self._rounds[0].plans if self._rounds else {}).items():
            own = self._revealing.team(plan)
            share = "—" if own["share"] is None else percent(own["share"])
            rows.append([self._name(team), "", money(own["gain_krub"] or 0.0), share])
        return f"<p>{escape(told)}</p>{_table(rows)}"

    def _questions(self) -> str:
        """What to talk about, by what happened here."""
        asks = ["room-debrief-ask-first"]
        if self._rounds and (board := leader_board(self._rounds)):
            first = self._rounds[0].plans
            truly = {
                team: float(self._revealing.team(plan)["gain_krub"] or 0.0)
                for team, plan in first.items()
            }
            ahead = [
                truly[row["team"]] for row in board if row["place"] == 1 and row["team"] in truly
            ]
            lucky = bool(truly) and max(ahead, default=0.0) < max(truly.values())
            asks.append(f"room-debrief-ask-{'lucky' if lucky else 'skilled'}")
            rows = forecasters(self._rounds, self._forecasts)
            held, of = (sum(row[key] for row in rows) for key in ("held", "of"))
            # A few ranges say nothing of how often such ranges hold.
            if of >= ENOUGH_RANGES:
                asks.append(f"room-debrief-ask-{'sure' if held < 0.7 * of else 'ranges'}")
        if self._again:
            turned = sum(row["unlearned"] for row in self._right)
            asks.append(f"room-debrief-ask-{'unlearned' if turned else 'learned'}")
        asks.append("room-debrief-ask-monday")
        return "<ol>" + "".join(f"<li>{escape(text(key))}</li>" for key in asks) + "</ol>"


def _heads(*keys: str) -> list[str]:
    return [text(f"room-debrief-head-{key}") for key in keys]


def _gain(krub: float) -> str:
    """Money with its sign."""
    told = money(krub)
    return f"+{told}" if krub > 0.0 else told


def _yes(is_so: bool) -> str:
    return text(f"room-debrief-{'yes' if is_so else 'no'}")


def _of(part: int, whole: int) -> str:
    return text("room-debrief-held", held=part, of=whole) if whole else "—"


def _range(told: Mapping[str, Any] | None) -> list[Any]:
    if told is None:
        return [None] * 4
    return [*told["range"], _yes(told["held"])]


def _table(rows: _Rows) -> str:
    head, *body = rows
    cells = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in head)
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in body
    )
    table = f"<table><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table>"
    return f'<div class="wide" tabindex="0">{table}</div>'
