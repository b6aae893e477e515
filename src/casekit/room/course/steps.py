"""What the facilitator does with the workshop's course: steps, clock, agenda, events, rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casekit.errors import InvalidArgument
from casekit.room.course.affairs import Affairs, RoundPlayed
from casekit.room.course.agenda import MOST_MINUTES, agenda_of, round_of, round_step

__all__ = [
    "add_minutes",
    "change_agenda",
    "choose_events",
    "close_step",
    "finish",
    "go_to",
    "open_step",
    "play",
]

_MINUTE_MS = 60_000


def go_to(affairs: Affairs, step: str, at_ms: int) -> Affairs:
    """Go to a step.

    One that was not left before, and the current one, opens and its time begins. One that was
    left, or whose plans were carried out, is shown as it ended, shut: a vote or a plan must not
    change by a slip of the hand.

    Raises
    ------
    InvalidArgument
        If the agenda lacks the step.
    """
    if step not in affairs.agenda.steps:
        allowed = ", ".join(affairs.agenda.steps)
        raise InvalidArgument("room-step-left-out", step=step, allowed=allowed)
    left = affairs.left if step == affairs.step else affairs.left | {affairs.step}
    decided = affairs.agenda.commits_for(step) in affairs.played
    shut = step != affairs.step and (step in left or decided)
    ends_ms = None if shut else at_ms + affairs.agenda.minutes_of(step) * _MINUTE_MS
    return replace(
        affairs,
        step=step,
        open=not shut,
        ends_ms=ends_ms,
        left=left,
        doors=affairs.doors or (step == "join" and not shut),
        revealed=affairs.revealed or step == "reveal",
        finished=False,
    )


def close_step(affairs: Affairs) -> Affairs:
    """Shut the current step: it is still shown; of the step `join` the doors are shut as well."""
    doors = affairs.doors and affairs.step != "join"
    return replace(affairs, open=False, doors=doors)


def open_step(affairs: Affairs) -> Affairs:
    """Open the current step again."""
    doors = affairs.doors or affairs.step == "join"
    return replace(affairs, open=True, doors=doors, finished=False)


def add_minutes(affairs: Affairs, added: int, at_ms: int) -> Affairs:
    """Give the current step more minutes, or fewer; never a time that is past.

    Where time is up, or no clock ran, the minutes count from now. The agenda's sum has them too.
    """
    ends_ms = at_ms if affairs.ends_ms is None else max(affairs.ends_ms, at_ms)
    agenda, step = affairs.agenda, affairs.step
    lasts = min(max(agenda.minutes_of(step) + added, 1), MOST_MINUTES)
    return replace(
        affairs,
        ends_ms=max(ends_ms + added * _MINUTE_MS, at_ms),
        agenda=replace(agenda, lasts={**agenda.lasts, step: lasts}),
    )


def change_agenda(
    affairs: Affairs,
    minutes: int,
    without: Sequence[str],
    lasts: Mapping[str, int] | None = None,
) -> Affairs:
    """Take another length, leave steps out, or give them other minutes.

    The clock of the current step runs on as it was set.

    Raises
    ------
    InvalidArgument
        If the current step or a round that was played would be left out.
    """
    # Rooms of earlier versions know no minutes of steps.
    agenda = agenda_of(minutes, without, lasts)
    played = (round_step(number) for number in affairs.played)
    for step in (affairs.step, *played):
        if step not in agenda.steps:
            raise InvalidArgument("room-agenda-now", step=step)
    return replace(affairs, agenda=agenda)


def choose_events(affairs: Affairs, number: int, kinds: Sequence[str] | None) -> Affairs:
    """Choose what befalls all teams in a round; None leaves it to the room's luck.

    Raises
    ------
    InvalidArgument
        If the agenda has no such round, or it was played.
    """
    _need_round(affairs, number)
    if number in affairs.played:
        raise InvalidArgument("room-events-late", round=number)
    events = {known: chosen for known, chosen in affairs.events.items() if known != number}
    return replace(affairs, events=events if kinds is None else {**events, number: tuple(kinds)})


def play(affairs: Affairs, number: int, at_ms: int) -> Affairs:
    """Play a round with what the teams have entered by now, and show its step.

    Played again, with plans that came since, it takes later rounds back: they rested on it.

    Raises
    ------
    InvalidArgument
        If the agenda has no such round, the one before was not played, there is no team, or it
        was played with just these plans: later rounds must not go by a slip of the hand.
    """
    _need_round(affairs, number)
    if number > 1 and number - 1 not in affairs.played:
        raise InvalidArgument("room-round-before", round=number, before=number - 1)
    teams = affairs.standing_teams
    if not teams:
        raise InvalidArgument("room-nobody")
    plans, forecasts = {}, {}
    for team_id, team in teams.items():
        committed, forecast = team.committed(number), team.forecast(number)
        plans[team_id] = committed.answer["plan"] if committed else None
        if forecast:
            forecasts[team_id] = forecast.answer
    now = RoundPlayed(at_ms, plans, forecasts, affairs.events.get(number))
    before = affairs.played.get(number)
    if before is not None and replace(before, at_ms=at_ms) == now:
        raise InvalidArgument("room-played", round=number)
    earlier = {known: played for known, played in affairs.played.items() if known < number}
    # Of later rounds the plans were made for a company that is no more.
    later = {
        team_id: replace(
            team, entries={at: kept for at, kept in team.entries.items() if at <= number}
        )
        for team_id, team in affairs.teams.items()
    }
    again = replace(affairs, played={**earlier, number: now}, teams=later)
    step = round_step(number)
    gone = frozenset(
        code for code in affairs.left | {affairs.step} if (round_of(code) or 0) <= number
    )
    return replace(go_to(again, step, at_ms), open=True, left=gone - {step})


def finish(affairs: Affairs) -> Affairs:
    """End the workshop: nothing more is taken until the facilitator goes to a step or opens one."""
    return replace(affairs, open=False, ends_ms=None, finished=True)


def _need_round(affairs: Affairs, number: int) -> None:
    if number not in affairs.agenda.rounds:
        allowed = ", ".join(map(str, affairs.agenda.rounds)) or "—"
        raise InvalidArgument("room-round-left-out", round=number, allowed=allowed)
