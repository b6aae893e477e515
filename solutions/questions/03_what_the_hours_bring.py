"""Questions of notebook 03, what the hours bring: words, right answers and known mistakes."""

import pandas as pd

from casekit import analysis, language
from casekit.company import SELLING, Case
from casekit.questions.record import Words, figure, holds, lacks, mistake, question, reading

from ..figures import VERDICTS, kept

#: A hair within which two printed figures look alike.
HAIR = 0.05


@kept
def costs(case: Case) -> pd.DataFrame:
    """What an hour costs, as reported and as observed, thousands."""
    observed = analysis.as_observed(case.reports, case.calendar)
    told, seen = (
        analysis.cost_of_hours(case.financials, reports)["krub_per_hour"]
        for reports in (case.reports, observed)
    )
    return pd.DataFrame({"told_krub_per_hour": told, "seen_krub_per_hour": seen})


def dearer(case: Case) -> float:
    """By what share an hour of selling is dearer by the hours that were observed."""
    told, seen = costs(case).loc["selling", ["told_krub_per_hour", "seen_krub_per_hour"]]
    return float(seen / told - 1)


def missing(case: Case) -> float:
    """By what share the observer saw less selling than was reported."""
    seen = analysis.reports_against_calendar(case.reports, case.calendar)
    return -float(seen.loc["selling", "difference_share"])


@kept
def by_window(case: Case) -> pd.DataFrame:
    """Margin an hour of each kind of selling earns, under each window."""
    return analysis.average_by_window(
        case.reports, case.sales, case.positions, case.terms.attribution_windows_months
    )


@kept
def growth(case: Case) -> pd.Series:
    """Growth's share of revenue under each window."""
    return analysis.origins_by_window(
        case.sales, case.positions, case.terms.attribution_windows_months
    )["growth_share"]


def under_every_window(case: Case, hair: float = 0.0) -> list[str]:
    """What a colleague says that holds whichever window is taken."""
    table, cost = by_window(case), float(costs(case).loc["selling", "told_krub_per_hour"])
    others = table[["expansion", "conversion"]].max(axis=1)
    holding = {
        "retention_first": (table["retention"] > others + hair).all(),
        "expansion_ahead": (table["expansion"] > table["conversion"] + hair).all(),
        "repeat_most": (growth(case) < 0.5).all(),
        "every_kind_pays": (table[list(SELLING)] > cost + hair).all(axis=None),
    }
    return [name for name, holds_here in holding.items() if holds_here]


def close_call(case: Case) -> list[str] | None:
    """The same where figures that look alike in the table count as alike."""
    careful, plain = (under_every_window(case, hair) for hair in (HAIR, -HAIR))
    exact = under_every_window(case)
    return next((found for found in (careful, plain) if found != exact), None)


@kept
def league(case: Case) -> pd.DataFrame:
    """Specialists by revenue, and by revenue for their territory."""
    return analysis.league_table(case.sales, case.accounts, reports=case.reports)


@kept
def parts(case: Case) -> pd.DataFrame:
    """Top, middle and bottom of the league table."""
    return analysis.league_parts(league(case), case.accounts, case.reports)


#: Explanations of the league table that the table of its parts shuts out in every company.
ALWAYS_OUT = ("more_clients", "better_alone")
#: How much more the top must sell in hours, and get out of its territory, to say that it does.
CLEARLY_MORE = 1.05
#: Below this there is nothing left to explain by.
HARDLY_MORE = 1.02


def excluded(case: Case, bound: float = CLEARLY_MORE) -> list[str]:
    """Explanations of the league table that its parts shut out."""
    top, bottom = parts(case).loc["top"], parts(case).loc["bottom"]
    out = set(ALWAYS_OUT)
    for name, column in (("more_hours", "selling_hours"), ("better_in_part", "adjusted")):
        if top[column] < bound * bottom[column]:
            out.add(name)
    return [name for name in EXPLANATIONS if name in out]


EXPLANATIONS = {
    "richer": Words(
        en="their territories are richer: the clients there buy more",
        ru="территории у первых богаче: клиенты там закупают больше",
    ),
    "more_clients": Words(
        en="they look after more accounts, each with its orders",
        ru="у первых больше предприятий, и каждое что-то покупает",
    ),
    "more_hours": Words(
        en="they spend clearly more hours on selling",
        ru="первые тратят на продажи заметно больше часов",
    ),
    "better_in_part": Words(
        en="in part, they get more out of the same territory",
        ru="отчасти первые берут больше с такой же территории",
    ),
    "better_alone": Words(
        en="they get more out of the same territory, and that makes the whole difference",
        ru="первые берут больше с такой же территории, и этим объясняется вся разница",
    ),
}


def revenue_times(case: Case) -> float:
    """How many times as much the first six bring as the last six."""
    money = parts(case)["revenue_krub"]
    return float(money["top"] / money["bottom"])


def territory_times(case: Case) -> float:
    """How many times as much the clients of the first six spend elsewhere."""
    money = parts(case)["elsewhere_krub"]
    return float(money["top"] / money["bottom"])


def adjusted_times(case: Case) -> float:
    """How many times as much the first six get out of a territory of the same size."""
    told = parts(case)["adjusted"]
    return float(told["top"] / told["bottom"])


def pairs(case: Case) -> dict[str, tuple[str, str]]:
    """Pairs of specialists that one might wish to tell apart, by name.

    The leader is paired with neither of the first two nor with the last of the others, so no two
    names can mean the same pair, wherever the leader stands.
    """
    table = league(case)
    star, order = table.index[0], list(table.sort_values("adjusted").index[::-1])
    others = [rep for rep in order if rep != star]
    return {
        "best_worst": (order[0], order[-1]),
        "best_second": (order[0], order[1]),
        "star_best": (star, others[2]),
        "star_worst": (star, others[-3]),
        "star_last": (star, others[len(others) // 2]),
    }


def apart(case: Case) -> list[str]:
    """Pairs that can be told apart, territory allowed for."""
    told = analysis.told_apart(league(case), "adjusted")
    found = [name for name, (one, other) in pairs(case).items() if told.loc[one, other]]
    return found or ["none"]


def bands_apart(case: Case) -> list[str] | None:
    """Pairs whose bands do not even touch; None where that says the same."""
    table = league(case)
    found = []
    for name, (one, other) in pairs(case).items():
        low = max(table.at[one, "adjusted_low"], table.at[other, "adjusted_low"])
        high = min(table.at[one, "adjusted_high"], table.at[other, "adjusted_high"])
        if low > high:
            found.append(name)
    found = found or ["none"]
    return found if found != apart(case) else None


def pairs_apart(case: Case) -> int:
    """How many of all pairs of specialists can be told apart."""
    return int(analysis.told_apart(league(case), "adjusted").to_numpy().sum() // 2)


@kept
def wins(case: Case) -> pd.DataFrame:
    """Hours per win of those who won at least twice."""
    table = analysis.hours_per_win(case.reports, case.deals)
    return table[table["wins"] >= 2]


@kept
def regions(case: Case) -> pd.DataFrame:
    """Margin per selling hour by region: as one region books its service, and by its tickets."""
    told = {
        name: analysis.margin_per_selling_hour(
            analysis.clean_reports(case.received, case, service_by_tickets=by_tickets),
            case.sales,
            case.accounts,
        )["margin_krub_per_hour"]
        for name, by_tickets in (("as_booked", False), ("by_tickets", True))
    }
    return pd.DataFrame(told)


def in_each_language(case: Case, code: str) -> dict[str, str]:
    """How a name of the data reads, by language."""
    told = {}
    for lang in language.LANGUAGES:
        with language.using(lang):
            told[lang] = case.label(code)
    return told


def rebooking_region(case: Case) -> str:
    """Region that books service as retention."""
    table = regions(case)
    return str((table["by_tickets"] / table["as_booked"]).idxmax())


def disturbed(case: Case) -> list[str]:
    """Rankings, and places in them, that dubious reports disturb."""
    cost = wins(case)
    found = ["hours_per_win", "selling_hour"]
    if bool(cost.loc[cost["hours_per_win"].idxmin(), "same_every_month"]):
        found.append("cheapest_win")
    return found


def league_said(case: Case) -> tuple[int, int]:
    """How many of the first three are among the best third, and of the last three, of the worst."""
    places, third = league(case)["adjusted_rank"], len(league(case)) // 3
    return int((places[:3] <= third).sum()), int((places[-3:] > len(places) - third).sum())


def fair_places(case: Case, people: slice) -> str:
    """Places of some of the league table with territory allowed for."""
    return ", ".join(str(place) for place in league(case)["adjusted_rank"].iloc[people])


def partly_league(case: Case) -> str | None:
    """Whether one may call the table partly right: at either end most are where it puts them."""
    top, bottom = league_said(case)
    return "partly" if top >= 2 or bottom >= 2 else None


TOPICS = {
    "cost": Words(en="What an hour costs", ru="Во сколько обходится час"),
    "output": Words(en="What an hour brings", ru="Что приносит час"),
    "people": Words(en="Who is productive", ru="Кто продуктивен"),
}

QUESTIONS = (
    question(
        "cost.seen_hour",
        "number",
        points=1,
        criterion="measures",
        basis="computed",
        unit="ratio",
        told_as="percent",
        tolerance=0.005,
        ask=Words(
            en="By what share is an hour of selling dearer if the observer’s hours count, not the reported ones?",
            ru="На сколько процентов час продаж дороже, если считать по наблюдению, а не по отчётам?",
        ),
        hints=(
            Words(
                en='The line divides one cell of the row "selling" by another. What goes on top is the dearer hour.',
                ru='В строке кода одна ячейка строки "selling" делится на другую. Сверху — более дорогой час.',
            ),
            Words(
                en='In the place of the dots: "seen_krub_per_hour".',
                ru='Вместо трёх точек: "seen_krub_per_hour".',
            ),
        ),
        right=dearer,
        mistakes={
            "hours_missing": mistake(
                missing,
                en="That is by what share hours are missing. The same money falls on fewer hours, and what is lost by the divisor is more than that in the quotient.",
                ru="Это доля недостающих часов. Те же деньги приходятся на меньшее число часов, а делитель, убавившись, прибавляет частному больше, чем потерял сам.",
            ),
            "turned_round": mistake(
                lambda case: -missing(case),
                en="The fraction is upside down: the dearer hour goes on top.",
                ru="Дробь перевёрнута: сверху должен стоять более дорогой час.",
            ),
            "times": mistake(
                lambda case: 1 + dearer(case),
                en="That is how many times as dear it is. Take one whole off: by what share is it dearer?",
                ru="Это во сколько раз дороже. Вычтите единицу: спрашивается, на какую долю.",
            ),
            "any_hour": mistake(
                lambda case: (
                    costs(case).loc["selling", "told_krub_per_hour"]
                    / costs(case).loc["total", "told_krub_per_hour"]
                    - 1
                ),
                en="That sets an hour of selling against any working hour. Compare the hour of selling with itself, counted in two ways.",
                ru="Это час продаж против любого рабочего часа. Сравните час продаж с ним же, посчитанным по-другому.",
            ),
        },
        why=Words(
            en="An hour of selling costs { $told } by the reports and { $seen } by what was observed: { $answer } more. The hours are { $missing } fewer; but they stand in the divisor, and dividing by less adds more than was taken away. Whatever is divided by reported hours is off in the same way: by the reports selling looks cheaper than it is.",
            ru="Час продаж обходится в { $told } по отчётам и в { $seen } по наблюдению: на { $answer } дороже. Часов меньше на { $missing }, но стоят они в знаменателе: деление на меньшее прибавляет больше, чем убыло. Так же искажено всё, что делят на часы из отчётов: кажется, что продажи обходятся дешевле, чем на деле.",
        ),
        why_figures=lambda case: {
            "told": figure(costs(case).loc["selling", "told_krub_per_hour"], "krub", 2),
            "seen": figure(costs(case).loc["selling", "seen_krub_per_hour"], "krub", 2),
            "missing": figure(missing(case), "share"),
        },
    ),
    question(
        "output.window",
        "several",
        points=2,
        criterion="measures",
        ask=Words(
            en="A colleague puts the outer bars side by side on a slide and writes five sentences under them. Which of them hold whether a gain is called growth for half a year, for one year or for two?",
            ru="Коллега поставил на слайде рядом крайние полосы и подписал под ними пять фраз. Какие из них верны, сколько бы новый бизнес ни считать приростом — полгода, год или два?",
        ),
        options={
            "retention_first": Words(
                en="“Of all hours, one of retention earns the most on average”",
                ru="«В среднем больше всего приносит час удержания»",
            ),
            "expansion_ahead": Words(
                en="“On average an hour of expansion earns more than one of conversion”",
                ru="«Час расширения приносит в среднем больше, чем час конверсии»",
            ),
            "repeat_most": Words(
                en="“More than half of revenue is repeat purchases”",
                ru="«Больше половины выручки дают повторные покупки»",
            ),
            "every_kind_pays": Words(
                en="“An hour of each kind earns more than an hour of selling costs by the reports”",
                ru="«Час каждого вида приносит больше, чем час продаж стоит по отчётам»",
            ),
            "growth_gained": Words(
                en="“Growth is gaining on repeat purchases: from bar to bar its share rises”",
                ru="«Прирост теснит повторные покупки: от полосы к полосе его доля растёт»",
            ),
        },
        hints=(
            Words(
                en="Go through the rows of the table one by one: a sentence holds only if all three bear it out.",
                ru="Пройдите таблицу построчно: фраза верна, только если её подтверждают все три строки.",
            ),
            Words(
                en="Then ask what happened between the bars. Did time pass, or was something renamed?",
                ru="А потом спросите себя, что произошло между полосами: прошло время или что-то переименовали?",
            ),
        ),
        right=under_every_window,
        also={
            "close": reading(
                close_call,
                en="Two of the figures behind it look alike in the table; one may call them equal.",
                ru="Два числа за этой фразой в таблице почти одинаковы: можно счесть их равными.",
            ),
        },
        mistakes={
            "growth": mistake(
                holds("growth_gained"),
                en="This is the trap of the slide. All bars show one year and the same sales: no time passes from one to the next, only the border between growth and repeat purchases is moved.",
                ru="В этом и ловушка слайда. Все полосы показывают один и тот же год и те же продажи: от полосы к полосе время не идёт, передвинута только граница между приростом и повторными покупками.",
            ),
            "one_window": mistake(
                holds("expansion_ahead", "every_kind_pays"),
                en="With a year it does hold. Look at the first row, where gains count as growth for half a year alone.",
                ru="Если считать приростом год, это верно. Посмотрите на первую строку: там новый бизнес считают приростом всего полгода.",
            ),
            "longest": mistake(
                holds("retention_first"),
                en="In two rows it holds. Look at the longest, two years: what is renamed there leaves retention.",
                ru="В двух строках это так. Посмотрите на самую длинную, два года: то, что там переименовано, уходит от удержания.",
            ),
            "too_careful": mistake(
                lacks("retention_first", "expansion_ahead", "repeat_most", "every_kind_pays"),
                en="One sentence more holds in every row. That an average depends on its definition does not mean that nothing can be said.",
                ru="Есть ещё фраза, которая верна во всех строках. Среднее зависит от определения, но это не значит, что сказать нельзя ничего.",
            ),
        },
        why=Words(
            en="They hold in all three rows: { $answer }. “Growth is gaining” never does: with 6 months growth is { $short } of revenue, with 24 it is { $long }, and the sales are the same. Whoever may choose this length (it is called a window) may choose the conclusion, so agree on it before anybody looks.",
            ru="Во всех трёх строках верно: { $answer }. А «прирост теснит» неверно всегда: если считать приростом 6 месяцев, он — { $short } выручки, если 24 — { $long }, хотя сами продажи не изменились. Кто выбирает этот срок (его называют окном), тот выбирает и вывод, поэтому договоритесь о нём до того, как смотреть.",
        ),
        why_figures=lambda case: {
            "short": figure(growth(case).iloc[0], "share"),
            "long": figure(growth(case).iloc[-1], "share"),
        },
    ),
    question(
        "output.first",
        "choice",
        guess=True,
        ask=Words(
            en="An hour of which kind of selling earned most margin on average last year?",
            ru="Час какого вида продаж принёс за последний год в среднем больше всего маржи?",
        ),
        options={
            "retention": Words(en="retention", ru="удержание"),
            "expansion": Words(en="expansion", ru="расширение"),
            "conversion": Words(en="conversion", ru="конверсия"),
        },
    ),
    question(
        "people.leader_place",
        "number",
        unit="count",
        guess=True,
        ask=Words(
            en="The leader by revenue: at which place of 24 will you find them once territory is allowed for?",
            ru="Первый по выручке: на каком месте из 24 он окажется, если учесть территорию?",
        ),
    ),
    question(
        "people.explanation",
        "several",
        points=4,
        criterion="territory",
        ask=Words(
            en="Why do the first six bring in so much more than the last six? Tick every explanation that the table above excludes.",
            ru="Почему первые шесть приносят настолько больше последних шести? Отметьте все объяснения, которые таблица выше исключает.",
        ),
        options=EXPLANATIONS,
        hints=(
            Words(
                en="Take the columns one by one. An explanation is excluded if what it speaks of is alike at the top and at the bottom, or far too small for the difference in revenue.",
                ru="Разберите столбцы по одному. Объяснение исключено, если то, о чём оно говорит, у первых и последних одинаково — или намного меньше разрыва в выручке.",
            ),
            Words(
                en="For each column, divide the first row by the last and hold the result against that of revenue.",
                ru="По каждому столбцу разделите первую строку на последнюю и сравните с тем же частным для выручки.",
            ),
        ),
        right=excluded,
        also={
            "a_little": reading(
                lambda case: (
                    found if (found := excluded(case, HARDLY_MORE)) != excluded(case) else None
                ),
                en="The top is a little ahead in that column, but hardly; one may leave the explanation standing.",
                ru="В этом столбце первые впереди, но едва-едва: можно и не исключать такое объяснение.",
            ),
            "a_lot": reading(
                lambda case: found if (found := excluded(case, 1.10)) != excluded(case) else None,
                en="The top is ahead in that column by less than a tenth; one may call that too little to explain anything.",
                ru="В этом столбце первые впереди меньше чем на десятую часть: можно счесть, что этим ничего не объяснить.",
            ),
        },
        mistakes={
            "territory": mistake(
                holds("richer"),
                en="This one stands: look at what the same clients spend elsewhere, in the first row and in the last.",
                ru="Это объяснение остаётся: посмотрите, сколько те же клиенты закупают у других, в первой строке и в последней.",
            ),
            "nothing_but_territory": mistake(
                holds("better_in_part"),
                en="Territory explains most, but the last column is not the same at both ends: something may be left for the person.",
                ru="Территория объясняет почти всё, но последний столбец у первых и последних не одинаков: что-то может остаться и на долю человека.",
            ),
            "talent": mistake(
                lacks("better_alone"),
                en="It sounds like common sense. Hold the last column against the first: can so small a difference make one so large?",
                ru="Звучит разумно. Но сравните последний столбец с первым: может ли столь малая разница дать столь большую?",
            ),
            "clients": mistake(
                lacks("more_clients"),
                en="Compare the accounts of the first row with those of the last.",
                ru="Сравните, сколько предприятий в первой строке и сколько в последней.",
            ),
            "hours": mistake(
                lacks("more_hours"),
                en="It is tempting to think that those at the top work more. Read the selling hours of both ends.",
                ru="Так и тянет думать, что первые больше работают. Прочтите часы продаж у тех и у других.",
            ),
            "hours_out": mistake(
                holds("more_hours"),
                en="Here the top does spend more hours on selling. That need not make the difference, but it is not excluded.",
                ru="Здесь первые и правда больше продают. Решает ли это — вопрос, но исключить нельзя.",
            ),
        },
        why=Words(
            en="Excluded: { $answer }. Revenue differs { $revenue } times between the two ends, the money of the territory { $territory } times, and what is got out of a territory of the same size only { $adjusted } times. A cause that is alike at both ends cannot part them, and a small one cannot do it alone.",
            ru="Исключены: { $answer }. По выручке края рейтинга различаются в { $revenue } раза, по деньгам территории — в { $territory } раза, а по тому, сколько берут с такой же территории, — только в { $adjusted } раза. Причина, одинаковая на обоих краях, развести их не может, а слабая не справится в одиночку.",
        ),
        why_figures=lambda case: {
            "revenue": figure(revenue_times(case), "ratio", 1),
            "territory": figure(territory_times(case), "ratio", 1),
            "adjusted": figure(adjusted_times(case), "ratio", 1),
        },
    ),
    question(
        "people.sure",
        "several",
        points=4,
        criterion="territory",
        ask=Words(
            en="How sure are the places? Tick the pairs that the picture lets you tell apart, territory allowed for.",
            ru="Насколько надёжны места? Отметьте пары, которые по этому графику можно различить с учётом территории.",
        ),
        options={
            "best_worst": Words(
                en="the first and the last of this picture",
                ru="первый и последний на этом графике",
            ),
            "best_second": Words(
                en="the first and the second of this picture",
                ru="первый и второй на этом графике",
            ),
            "star_best": Words(
                en="the leader by revenue and the third from the top of the picture (the leader not counted)",
                ru="лидер по выручке и третий сверху на графике (самого лидера не считаем)",
            ),
            "star_worst": Words(
                en="the leader by revenue and the third from the bottom of the picture (the leader not counted)",
                ru="лидер по выручке и третий снизу на графике (самого лидера не считаем)",
            ),
            "star_last": Words(
                en="the leader by revenue and the one in the middle of the picture (the leader not counted)",
                ru="лидер по выручке и тот, кто в середине графика (самого лидера не считаем)",
            ),
            "none": Words(
                en="none of these pairs",
                ru="ни одну из этих пар",
            ),
        },
        hints=(
            Words(
                en="Find both bars of a pair. If they do not meet, the two can be told apart; if one lies about in the middle of the other, they cannot.",
                ru="Найдите обе полосы пары. Если они не встречаются, людей можно различить; если одна лежит примерно посередине другой, нельзя.",
            ),
            Words(
                en="Two bars that overlap by a little at their ends can still be told apart: both would have to be at their ends at once.",
                ru="Если полосы чуть заходят друг на друга краями, людей ещё можно различить: оба должны были бы сразу оказаться каждый на своём краю.",
            ),
        ),
        right=apart,
        also={
            "bands": reading(
                bands_apart,
                en="The careful reading counts only bars that do not touch. A little stricter than need be, and sound.",
                ru="Осторожное чтение: различимы только полосы, которые не касаются друг друга. Чуть строже, чем нужно, зато надёжно.",
            ),
        },
        mistakes={
            "neighbours": mistake(
                holds("best_second"),
                en="One dot is further right than the other, but see how much of their bars they share. Luck with clients alone could exchange them.",
                ru="Одна точка правее другой, но посмотрите, какая часть полос у них общая. Их могла бы поменять местами одна только удача с клиентами.",
            ),
            "revenue_again": mistake(
                holds("star_last", "star_worst"),
                en="By revenue the leader is far ahead, but here territory is allowed for. Find both bars: do they part?",
                ru="По выручке лидер далеко впереди, но здесь территория уже учтена. Найдите обе полосы: расходятся ли они?",
            ),
            "star_holds": mistake(
                holds("star_best"),
                en="The dots lie apart; the bars decide. Does the leader’s bar end before the other begins?",
                ru="Точки стоят порознь, но решают полосы. Кончается ли полоса лидера раньше, чем начинается другая?",
            ),
            "nothing_known": mistake(
                lacks("best_worst", "best_second", "star_best", "star_worst", "star_last"),
                en="Noise is no reason to know nothing: there is one pair more whose bars part, or hardly meet.",
                ru="Шум — не повод не знать ничего: есть ещё пара, чьи полосы расходятся или едва встречаются.",
            ),
        },
        why=Words(
            en="Can be told apart: { $answer }. Of all { $all } pairs of specialists the data separate only { $pairs }; two years of clients’ luck hide the rest. A place is a figure with a range like any other; whoever pays a bonus for a place pays mostly for luck.",
            ru="Можно различить: { $answer }. Из всех { $all } пар специалистов таких лишь { $pairs }: остальное за два года скрыла удача с клиентами. Место — такое же число с разбросом, как любое другое; кто платит премию за место, платит главным образом за удачу.",
        ),
        why_figures=lambda case: {
            "all": len(league(case)) * (len(league(case)) - 1) // 2,
            "pairs": pairs_apart(case),
        },
    ),
    question(
        "people.dubious",
        "several",
        points=2,
        criterion="territory",
        ask=Words(
            en="Two suspicions hang over the reports: identical months, and service booked as retention. What of the following may they have spoilt?",
            ru="Над отчётами висят два подозрения: одинаковые месяцы и сервис, записанный в удержание. Что из перечисленного они могли испортить?",
        ),
        options={
            "by_revenue": Words(
                en="the league table of specialists by revenue",
                ru="рейтинг специалистов по выручке",
            ),
            "by_territory": Words(
                en="the order of specialists with territory allowed for",
                ru="порядок специалистов с учётом территории",
            ),
            "hours_per_win": Words(
                en="the order of specialists by hours per win",
                ru="порядок специалистов по часам на победу",
            ),
            "selling_hour": Words(
                en="the order of regions by margin per selling hour",
                ru="порядок регионов по марже на час продаж",
            ),
            "cheapest_win": Words(
                en="the hours per win of whoever comes first",
                ru="часы на победу у того, кто по ним первый",
            ),
        },
        hints=(
            Words(
                en="Ask of each: is it made of hours, or of sales and of what clients buy?",
                ru="О каждом спросите: из чего оно сложено — из часов или из продаж и закупок клиентов?",
            ),
            Words(
                en="For the one who comes first look whether that person’s own reports are marked in the table.",
                ru="О том, кто первый: отмечены ли в таблице его собственные отчёты?",
            ),
        ),
        right=disturbed,
        mistakes={
            "sales_too": mistake(
                holds("by_revenue", "by_territory"),
                en="This one is made of sales and of clients’ purchases; nobody’s report of hours enters it. Suspicion should go only where the hours go.",
                ru="Это сложено из продаж и закупок клиентов: ничьи часы туда не входят. Подозревать стоит только то, что делят на часы.",
            ),
            "hours_missed": mistake(
                lacks("hours_per_win", "selling_hour"),
                en="Hours stand in the divisor here. Whoever writes the same hours every month, or service as retention, changes every quotient.",
                ru="Здесь в знаменателе стоят часы. Кто каждый месяц пишет одно и то же или сервис в удержание, меняет и частное.",
            ),
            "first_suspect": mistake(
                holds("cheapest_win"),
                en="The order as a whole is open to doubt, but look whose place this is: is the report marked?",
                ru="Порядок в целом под сомнением, но посмотрите, чьё это место: отмечен ли отчёт?",
            ),
            "first_trusted": mistake(
                lacks("cheapest_win"),
                en="Look at the mark beside whoever needs the fewest hours a win.",
                ru="Посмотрите на отметку у того, кому победа обходится в наименьшее число часов.",
            ),
        },
        why=Words(
            en="Spoilt: { $answer }. Only what is divided by hours: { $region } earns { $booked } for a selling hour as booked and { $tickets } by its service tickets. Sales and territory are untouched: no hour enters them. The figure of whoever comes first is made of that person’s own hours: without a mark nothing speaks against it. A suspicion belongs beside the figure it may have changed, and nowhere else.",
            ru="Испорчено: { $answer }. Только то, что делят на часы: { $region } приносит за час продаж { $booked } «как записано» и { $tickets } по заявкам сервиса. Продаж и территории это не касается: часы туда не входят. Число того, кто первый по часам на победу, сложено из его собственных отчётов: если отметки нет, подозревать их не в чем. Подозрение должно стоять рядом с тем числом, которое оно могло изменить, — и больше нигде.",
        ),
        why_figures=lambda case: {
            "region": in_each_language(case, rebooking_region(case)),
            "booked": figure(regions(case).at[rebooking_region(case), "as_booked"], "krub", 1),
            "tickets": figure(regions(case).at[rebooking_region(case), "by_tickets"], "krub", 1),
        },
    ),
    question(
        "opinions.league",
        "choice",
        ask=Words(
            en="Human resources: “Learn from the top three of the league table by revenue, part with the bottom three.” What do the data say?",
            ru="Директор по персоналу: «У тройки лучших по выручке учимся, с тройкой последних прощаемся». Что говорят данные?",
        ),
        options=VERDICTS,
        right="wrong",
        also={
            "ends": reading(
                partly_league,
                en="“Partly” can be defended here: at one end at least, two or three of the three stay where the table puts them even with territory allowed for. As a rule to act by, the advice still fails.",
                ru="«Отчасти» здесь можно отстаивать: хотя бы на одном краю двое или трое из троих и с учётом территории остаются там, куда их поставил рейтинг. Но правилом, по которому поступают с людьми, совет не годится.",
            ),
        },
        mistakes={
            "believed": mistake(
                "right",
                en="The sum is right and the table is real. Ask what else the first three have that the last three have not.",
                ru="Выручка посчитана верно, и рейтинг настоящий. Но спросите, что ещё есть у первых трёх и чего нет у последних.",
            ),
            "halved": mistake(
                lambda case: None if partly_league(case) else "partly",
                en="A compromise suggests itself. Look for the first three and the last three in the order with territory allowed for: do most of either stay at their end?",
                ru="Компромисс напрашивается сам. Найдите первых и последних трёх в порядке с учётом территории: остаётся ли большинство из них на своём краю?",
            ),
            "unknown": mistake(
                "unsaid",
                en="The single places are unsure, that is true. What the table as a whole follows can be said quite well.",
                ru="Отдельные места и правда ненадёжны. Но за чем следует рейтинг в целом, сказать можно вполне.",
            ),
        },
        why=Words(
            en="The table mostly ranks territories: with territory allowed for, its first three hold places { $first } of { $all } and its last three places { $last }. So { $top } of the first are in the best third and { $bottom } of the last in the worst, where chance alone would put one each. Right in the opinion: people do differ, and there is something to learn from the better ones. With the last three talk, and decide about each after that: a talk can be followed by anything, parting cannot be taken back. And not by the fairer order at once either: its neighbouring places can hardly be told apart.",
            ru="Рейтинг сравнивает главным образом территории: с их учётом места первых трёх — { $first } из { $all }, последних трёх — { $last }. В лучшей трети из первых — { $top }, в худшей из последних — { $bottom }; случайно туда попало бы по одному. Верно в этом мнении то, что люди работают по-разному и у лучших есть чему учиться. С последними поговорите и решайте о каждом уже после этого: разговор не закрывает ни одной двери, а расставание не отменить. И по честному порядку — тоже не сразу: соседние места в нём почти не различить.",
        ),
        why_figures=lambda case: {
            "top": league_said(case)[0],
            "bottom": league_said(case)[1],
            "first": fair_places(case, slice(None, 3)),
            "last": fair_places(case, slice(-3, None)),
            "all": len(league(case)),
        },
    ),
)
