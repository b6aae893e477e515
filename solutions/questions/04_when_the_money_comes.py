"""Questions of notebook 04, when the money comes: words, right answers and known mistakes."""

import math
from itertools import permutations

import pandas as pd

from casekit import analysis
from casekit.company import SELLING, Case
from casekit.model import calibrate_history
from casekit.questions.record import (
    Words,
    figure,
    holds,
    lacks,
    mistake,
    question,
    reading,
)

from ..figures import VERDICTS, average, kept


@kept
def pursuits(case: Case) -> pd.DataFrame:
    """Hours of won and of lost pursuits, and what the first year of the wins brings."""
    return analysis.pursuits_by_outcome(case.reports, case.sales, case.deals, case.positions)


def along_deals(case: Case, hours_of: str = "all", money: str = "margin_krub") -> float:
    """What an hour of conversion brings, counted deal by deal, thousands."""
    return float(pursuits(case).loc["all", money] / pursuits(case).loc[hours_of, "hours"])


@kept
def same_month(case: Case) -> pd.Series:
    """The controller's table: margin per hour, joined by the month."""
    return analysis.same_month_productivity(case.reports, case.sales)["margin_krub_per_hour"]


@kept
def late(case: Case) -> pd.DataFrame:
    """Time to a decision of pursuits opened lately and earlier: a colleague's table."""
    return analysis.decided_by_opening(case.deals, case.first_month, case.last_month)


@kept
def cycle(case: Case) -> pd.Series:
    """Median months of a deal, in three ways."""
    return analysis.cycle_estimates(case.deals, case.first_month, case.last_month)


@kept
def focus(case: Case) -> pd.DataFrame:
    """Hours a win takes, by how many clients are pursued at once."""
    return analysis.wins_by_focus(case.reports, case.deals, case.first_month, case.last_month)


@kept
def late_cycle(case: Case) -> object:
    """Median months of pursuits opened in the last ten months, open ones counted as open."""
    first = str(pd.Period(case.last_month, freq="M") - 9)
    some = case.deals[case.deals["opened_on"] >= first]
    months = analysis.cycle_estimates(some, case.first_month, case.last_month)["with_open"]
    if pd.isna(months):
        return Words(en="more than ten", ru="больше десяти")
    return figure(months, "", 1)


#: How far beyond one and a half a band may end to leave it open whether it reaches there.
NEAR = 0.04


def borne_out(case: Case, near: float = 0.0) -> list[str]:
    """What the bands of few and of many pursuits at once bear out."""
    many, some = focus(case).loc["many"], focus(case).loc["some"]
    held = {
        "many_dearer": many["times_few_low"] > 1.0 + near,
        "half_as_much_again": many["times_few_low"] > 1.5 + near,
        "some_dearer": some["times_few_low"] > 1.0 + near,
        "nothing": many["times_few_low"] <= 1.0 + near,
    }
    return [name for name, holds_here in held.items() if holds_here]


def bands_at_the_edge(case: Case) -> list[str] | None:
    """The same where a band that ends within a hair of the mark is read the other way."""
    exact = borne_out(case)
    return next((one for near in (NEAR, -NEAR) if (one := borne_out(case, near)) != exact), None)


def wins_ratio(case: Case) -> float:
    """Wins of those who pursue many at once against wins of those who pursue few."""
    counted = focus(case)["wins"]
    return float(counted["many"] / counted["few"])


@kept
def win(case: Case) -> pd.DataFrame:
    """What an average win brings."""
    return analysis.win_over_time(case.sales, case.deals, case.positions, case.accounts)


def part_of_win(case: Case, part: str, column: str) -> float:
    """Share of a part of an average win."""
    amounts = win(case)[column]
    return float(amounts[part] / amounts.sum())


@kept
def experiment(case: Case) -> pd.DataFrame:
    """What the region that worked otherwise did and got, against the others."""
    tried = analysis.region_that_changed(case)
    return analysis.region_experiment(
        case,
        tried.region,
        tried.first_month,
        tried.last_month,
        ["opened", "margin_krub", "old_clients_krub"],
    )


@kept
def hour(case: Case) -> pd.DataFrame:
    """What one more hour of each kind of selling is worth, with its interval."""
    return calibrate_history(case).intervals.set_index("activity")


#: How far from the mark a pair may be told apart, or just not, and be read either way.
NEARLY = 0.15


def clearness(case: Case, giver: str, taker: str) -> float:
    """By how many of its own bands the next hour of one kind is ahead of that of another."""
    gives, takes = hour(case).loc[giver], hour(case).loc[taker]
    below, above = (
        takes["marginal"] - takes["marginal_low"],
        gives["marginal_high"] - gives["marginal"],
    )
    return float((takes["marginal"] - gives["marginal"]) / math.hypot(below, above))


def moves_borne_out(case: Case, bound: float = 1.0) -> list[str]:
    """Moves of an hour that bring more than they take, their bands allowed for."""
    pairs = permutations(SELLING, 2)
    found = [f"{giver}_{taker}" for giver, taker in pairs if clearness(case, giver, taker) > bound]
    return found or ["none"]


def careful_moves(case: Case) -> list[str]:
    """Moves between kinds whose bands do not even touch."""
    low, high = hour(case)["marginal_low"], hour(case)["marginal_high"]
    pairs = permutations(SELLING, 2)
    return [f"{giver}_{taker}" for giver, taker in pairs if low[taker] > high[giver]] or ["none"]


def unlike(case: Case, found: list[str]) -> list[str] | None:
    """Moves, where they are not those that are borne out."""
    return None if found == moves_borne_out(case) else found


def moves_by(worth: pd.Series) -> list[str]:
    """Every move towards the kind whose hour is worth more, whatever the bands say."""
    pairs = permutations(SELLING, 2)
    return [f"{giver}_{taker}" for giver, taker in pairs if worth[taker] > worth[giver]]


def conversion_against_retention(case: Case) -> str:
    """Whether another hour of conversion is told to bring `more` or `less` than one of retention."""
    worth, told = hour(case)["marginal"], analysis.told_apart(hour(case), "marginal")
    if not told.loc["conversion", "retention"]:
        return "alike"
    return "more" if worth["conversion"] > worth["retention"] else "less"


def judged_hour(case: Case) -> str:
    """What the data say of the controller's advice."""
    # His table is wrong everywhere; where conversion's next hour is the poorer, his advice is not.
    return "partly" if conversion_against_retention(case) == "less" else "wrong"


def judged_hunting(case: Case) -> str:
    """What the data say of the hunter's advice."""
    return "partly" if conversion_against_retention(case) == "more" else "wrong"


#: What the next hours say of “growth comes from hunting”.
HUNTING = {
    "more": {"en": "he is right", "ru": "он прав"},
    "less": {"en": "he is wrong", "ru": "он неправ"},
    "alike": {"en": "these data do not tell", "ru": "эти данные не говорят ничего"},
}

MOVES = {
    "retention_expansion": Words(en="from retention to expansion", ru="из удержания в расширение"),
    "retention_conversion": Words(en="from retention to conversion", ru="из удержания в конверсию"),
    "expansion_retention": Words(en="from expansion to retention", ru="из расширения в удержание"),
    "expansion_conversion": Words(
        en="from expansion to conversion", ru="из расширения в конверсию"
    ),
    "conversion_retention": Words(en="from conversion to retention", ru="из конверсии в удержание"),
    "conversion_expansion": Words(
        en="from conversion to expansion", ru="из конверсии в расширение"
    ),
    "none": Words(en="none of these moves", ru="ни один из этих переносов"),
}

TOPICS = {
    "lag": Words(en="The lag", ru="Задержка"),
    "deals": Words(en="Deals", ru="Сделки"),
    "experiment": Words(en="The region’s experiment", ru="Опыт региона"),
    "marginal": Words(en="The next hour", ru="Следующий час"),
}

QUESTIONS = (
    question(
        "lag.analysts_error",
        "choice",
        points=4,
        criterion="lag",
        ask=Words(
            en="Every sum in the controller’s table is right. Which of his steps makes it mislead?",
            ru="В таблице контролёра всё сложено верно. Какой его шаг вводит в заблуждение?",
        ),
        options={
            "same_month": Words(
                en="He joins hours to margin by client and month: what a visit in March brings, he looks for in March",
                ru="Часы и маржа сведены по клиенту и месяцу: отдачу мартовской поездки он ищет в марте",
            ),
            "travel_left_out": Words(
                en="He leaves travel out: the road to competitors’ clients is long, and selling there costs more than he says",
                ru="Не учтена дорога: до клиентов конкурентов ехать дольше, и час продаж там обходится дороже",
            ),
            "margin_not_revenue": Words(
                en="He takes margin and not revenue: in the first year of a win machines are sold, with a thin margin",
                ru="Взята маржа, а не выручка: в первый год победы продают машины, а на них маржа невелика",
            ),
            "all_accounts": Words(
                en="He counts clients that were pursued and lost, and their hours pull conversion’s average down",
                ru="Учтены и проигранные клиенты: их часы занижают среднее по конверсии",
            ),
            "shared_out": Words(
                en="Where hours are of several kinds he shares margin out by hours, and conversion gets too little of it",
                ru="Маржа поделена между видами часов пропорционально часам, и конверсии достаётся меньше, чем следует",
            ),
        },
        hints=(
            Words(
                en="Think of a competitor’s client whom a specialist visited in March. What did that client buy from us in March?",
                ru="Представьте клиента конкурента, к которому специалист ездил в марте. Что этот клиент купил у нас в марте?",
            ),
            Words(
                en="Each step changes the figures a little. Which one turns a whole row to nothing, whatever the company does?",
                ru="Каждый шаг немного меняет числа. А какой обращает в ноль целую строку, что бы ни делала компания?",
            ),
        ),
        right="same_month",
        mistakes={
            "travel_left_out": mistake(
                "travel_left_out",
                en="All three kinds of selling need travel: it would lower every row and turn none over. See when the money comes.",
                ru="Дорога нужна всем трём видам продаж: она убавила бы каждую строку и не перевернула бы ни одной. Посмотрите, когда приходят деньги.",
            ),
            "margin_not_revenue": mistake(
                "margin_not_revenue",
                en="Margin is sound here: a rouble of revenue leaves different margins on different goods. Revenue would show the same empty row.",
                ru="Маржа здесь уместна: рубль выручки от разных товаров приносит разную маржу. С выручкой строка осталась бы такой же пустой.",
            ),
            "all_accounts": mistake(
                "all_accounts",
                en="To count the lost ones is right: their hours were paid for. Leaving them out would flatter.",
                ru="Учитывать проигранных правильно: их часы оплачены. Без них вышло бы приукрашено.",
            ),
            "shared_out": mistake(
                "shared_out",
                en="It is crude, and a matter of retention and expansion, which meet at the same client. The empty row has another cause.",
                ru="Это грубо, но касается удержания и расширения: они встречаются у одного клиента. У пустой строки другая причина.",
            ),
        },
        why=Words(
            en="As long as a competitor’s client is being persuaded, nothing is bought from us: in the month of the hours there is no margin, by definition. His table gives conversion { $conversion } an hour and would give it in any company. A figure that could not have come out otherwise is not a finding.",
            ru="Пока клиента конкурента убеждают, он у нас ничего не покупает: в месяц работы маржи нет по определению. В таблице у часа конверсии { $conversion }, и так вышло бы в любой компании. Число, которое не могло получиться другим, — не находка.",
        ),
        why_figures=lambda case: {
            "conversion": figure(same_month(case)["conversion"], "krub", 1),
        },
    ),
    question(
        "lag.half",
        "number",
        unit="months",
        guess=True,
        ask=Words(
            en="An hour of conversion was worked today. After how many months will half of what it brings in two years have come?",
            ru="Сегодня отработан час конверсии. Через сколько месяцев придёт половина денег, которые он принесёт за два года?",
        ),
    ),
    question(
        "lag.along_deals",
        "number",
        points=1,
        criterion="lag",
        basis="computed",
        unit="krub_per_hour",
        tolerance=0.2,
        ask=Words(
            en="What first-year margin does an hour of conversion bring, counted deal by deal, { $currency }k?",
            ru="Сколько маржи первого года приносит час конверсии, если считать по сделкам, тыс. { $currency }?",
        ),
        hints=(
            Words(
                en="The margin comes from won deals. Which hours had to be paid for it?",
                ru="Маржу дают выигранные сделки. А какие часы пришлось за неё оплатить?",
            ),
            Words(
                en='The row of all decided deals: "all" in the place of the dots.',
                ru='Строка со всеми решёнными сделками: "all" вместо трёх точек.',
            ),
        ),
        right=along_deals,
        mistakes={
            "won_alone": mistake(
                lambda case: along_deals(case, "won"),
                en="These are the hours of won deals alone. Nobody knows beforehand which will be won: the hours of the lost ones were paid for, too.",
                ru="Это часы одних выигранных сделок. Заранее никто не знает, какие выиграют: часы проигранных тоже оплачены.",
            ),
            "lost_alone": mistake(
                lambda case: along_deals(case, "lost"),
                en="These are the hours of lost deals alone. Those of the won ones belong to the divisor as well.",
                ru="Это часы одних проигранных сделок. В знаменателе должны стоять и часы выигранных.",
            ),
            "revenue": mistake(
                lambda case: along_deals(case, money="revenue_krub"),
                en="That is revenue per hour. What the goods cost us is still in it: margin is asked for.",
                ru="Это выручка на час: из неё ещё не вычли, во что обошлось проданное. Спрашивается маржа.",
            ),
        },
        why=Words(
            en="{ $answer } of margin in the first year alone, where the controller found { $same_month }: the same hours and the same money, only they meet in the deal and not in the month. By the hours of won deals alone it would be { $won }, as wrong as the controller’s nought.",
            ru="Маржи — { $answer }, и это за один только первый год, а контролёр нашёл { $same_month }: часы те же и деньги те же, но встретились они в сделке, а не в месяце. Если делить на часы одних побед, выйдет { $won }, и это так же неверно, как ноль контролёра.",
        ),
        why_figures=lambda case: {
            "same_month": figure(same_month(case)["conversion"], "krub", 1),
            "won": figure(along_deals(case, "won"), "krub", 1),
        },
    ),
    question(
        "deals.cycle",
        "choice",
        points=4,
        criterion="lag",
        ask=Words(
            en="A colleague shows the table above: “Deals opened in the last ten months take far less time. We have become quicker.” What do you answer?",
            ru="Коллега показывает таблицу выше: «Сделки, начатые за последние десять месяцев, идут намного короче. Мы стали быстрее». Что Вы ответите?",
        ),
        options={
            "open_left_out": Words(
                en="The slow ones of the late deals are still open: count them in as “so long already, and not over”",
                ru="Медленные из поздних ещё открыты: учесть их как «уже столько-то, и это не конец»",
            ),
            "faster": Words(
                en="A median of dozens of deals hardly depends on single ones, and the step is large: we do seem quicker",
                ru="Медиана по десяткам сделок почти не зависит от отдельных, а разница велика: похоже, и правда быстрее",
            ),
            "eight_said": Words(
                en="By the case a deal takes eight months: such a gap points to a slip in the dates, so check those first",
                ru="По кейсу сделка идёт восемь месяцев: такой разрыв похож на ошибку в датах, их и надо проверить",
            ),
            "call_ended": Words(
                en="Close the open ones with today’s date and take the median again: then no deal is left out",
                ru="Закрыть открытые сегодняшней датой и пересчитать медиану: тогда не пропущена ни одна сделка",
            ),
            "call_lost": Words(
                en="Put the open ones among the lost, for most deals are lost in the end, and take the median again",
                ru="Отнести открытые к проигранным, ведь так кончается большинство сделок, и пересчитать медиану",
            ),
        },
        hints=(
            Words(
                en="Think of a deal opened five months ago. In which case does it stand among the decided ones, and in which among the open?",
                ru="Представьте сделку, начатую пять месяцев назад. В каком случае она среди решённых, а в каком — среди открытых?",
            ),
            Words(
                en="What is not over says something all the same: “as long as this already, and more to come”. Which answer makes use of exactly that?",
                ru="Незаконченное тоже кое-что говорит: «уже столько-то, и это ещё не всё». Какой ответ использует именно это?",
            ),
        ),
        right="open_left_out",
        mistakes={
            "faster": mistake(
                "faster",
                en="Many deals do not help if the slow ones are missing from all of them. See how many of the late ones are still open.",
                ru="Много сделок не поможет, если медленных среди них нет вовсе. Посмотрите, сколько поздних ещё открыто.",
            ),
            "eight_said": mistake(
                "eight_said",
                en="What a text says is no evidence against a table; the company may have changed. Dates and sums are right, and the table misleads for another reason.",
                ru="Слова кейса — не довод против таблицы: компания могла измениться. Даты и суммы верны, а обманывает таблица по другой причине.",
            ),
            "call_ended": mistake(
                "call_ended",
                en="Then every open deal is cut short at its present age, and the time comes out shorter still.",
                ru="Тогда каждая открытая сделка обрезана на сегодняшнем возрасте, и срок выйдет ещё короче.",
            ),
            "call_lost": mistake(
                "call_lost",
                en="An open deal is neither lost nor over. Many wins come late: calling them lost throws away the best of the book.",
                ru="Открытая сделка не проиграна и не закончена. Многие победы приходят поздно: счесть их проигранными — выбросить лучшее из журнала.",
            ),
        },
        why=Words(
            en="{ $open } of the { $late } late deals are still open, and those are the slow ones. The decided ones alone give { $quick } months; with open ones counted as long as they have lasted, late deals take { $late_cycle } and all deals { $cycle }. Whatever is measured while it runs looks quick.",
            ru="Из { $late } поздних сделок { $open } ещё открыты, и это как раз медленные. По одним решённым выходит { $quick } мес., а если учесть открытые — столько, сколько они уже длятся, — { $late_cycle } у поздних и { $cycle } у всех. Всё, что измеряют на ходу, кажется быстрым.",
        ),
        why_figures=lambda case: {
            "open": int(late(case).loc["lately", "open"]),
            "late": int(late(case).loc["lately", "pursuits"]),
            "quick": figure(late(case).loc["lately", "decided_months"], "", 1),
            "late_cycle": late_cycle(case),
            "cycle": figure(cycle(case)["with_open"], "", 1),
        },
    ),
    question(
        "deals.scattering",
        "several",
        points=5,
        criterion="lag",
        ask=Words(
            en="Compared with those who pursue few at once: which of these sentences do the picture and the table bear out?",
            ru="В сравнении с теми, кто ведёт мало сделок сразу: какие из этих фраз подтверждены графиком и таблицей?",
        ),
        options={
            "many_dearer": Words(
                en="with six or more at once a win takes more hours",
                ru="при шести сделках и больше победа отнимает больше часов",
            ),
            "half_as_much_again": Words(
                en="with six or more at once a win takes at least half as many hours again",
                ru="при шести сделках и больше победа отнимает хотя бы в полтора раза больше часов",
            ),
            "some_dearer": Words(
                en="with four or five at once a win already takes more hours",
                ru="уже при четырёх-пяти сделках победа отнимает больше часов",
            ),
            "wins_ratio": Words(
                en="how much dearer a win is with six or more can be read from the two groups’ numbers of wins",
                ru="насколько дороже победа при шести и больше, видно из чисел побед в двух группах",
            ),
            "order_it": Words(
                en="those who are told to pursue three will need as few hours a win as those who do so now",
                ru="те, кому велят вести три сделки, потратят на победу столько же, сколько те, кто ведёт три уже сейчас",
            ),
            "nothing": Words(
                en="wins are so few here that of the hours for one these ranges leave everything open",
                ru="побед здесь так мало, что при таком разбросе о часах на победу сказать нельзя ничего",
            ),
        },
        hints=(
            Words(
                en="The last columns give the ends of the range. A sentence is borne out if even the lower end bears it.",
                ru="Последние столбцы — во сколько раз больше часов, от и до. Фраза подтверждена, если её подтверждает и нижний край.",
            ),
            Words(
                en="Two sentences are of another sort: one compares what hours cannot be read from, one speaks of what nobody has tried.",
                ru="Две фразы — другого рода: одна сравнивает то, из чего часов не видно, другая говорит о том, чего никто не пробовал.",
            ),
        ),
        right=borne_out,
        also={
            "edge": reading(
                bands_at_the_edge,
                en="A band ends within a hair of the mark here: one may read it either way.",
                ru="Край полосы здесь почти на самой границе: можно прочесть и так, и так.",
            ),
        },
        mistakes={
            "wins": mistake(
                holds("wins_ratio"),
                en="Numbers of wins are at hand, they stand in the table. But neither hours nor people are alike in the groups: ask what one win takes.",
                ru="Числа побед под рукой: они стоят в таблице. Но ни часов, ни людей в группах не поровну: спросите, сколько стоит одна победа.",
            ),
            "cause": mistake(
                holds("order_it"),
                en="Those who pursue few chose it, and may differ in more than that. What an order would do, only a trial shows.",
                ru="Кто ведёт мало, тот сам так решил и отличается, возможно, не только этим. Что даст приказ, покажет только проба.",
            ),
            "middle": mistake(
                holds("half_as_much_again", "some_dearer"),
                en="The dot says so, its range does not: see where the lower end lies.",
                ru="Точка говорит так, а разброс — нет: посмотрите, где нижний край.",
            ),
            "too_careful": mistake(
                holds("nothing"),
                en="Wins are few, and that is just what the range has in it. Does it hold one, that is, no difference?",
                ru="Побед мало, но разброс это уже учёл. Захватывает ли он единицу, то есть отсутствие разницы?",
            ),
            "missed": mistake(
                lacks("many_dearer", "half_as_much_again", "some_dearer", "nothing"),
                en="One sentence more is borne out, with its lower end too. Caution that leaves out what is known is no caution.",
                ru="Есть ещё фраза, которую подтверждает и нижний край. Осторожность, которая отбрасывает известное, — не осторожность.",
            ),
        },
        why=Words(
            en="Borne out: { $answer }. With six deals or more at once a win takes { $times } times the hours, { $low } to { $high } nine times in ten. The numbers of wins ({ $wins } times as many) say nothing of hours. Why it is so is another matter: people who scatter may differ in other ways as well, and an order is not what was observed.",
            ru="Подтверждено: { $answer }. У тех, кто ведёт шесть сделок и больше, на победу уходит в { $times } раза больше часов, в девяти случаях из десяти — от { $low } до { $high }. Отношение побед ({ $wins }) о часах не говорит ничего. Почему так — другой вопрос: те, кто распыляется, могут отличаться и ещё чем-то, а приказа никто не наблюдал.",
        ),
        why_figures=lambda case: {
            "times": figure(focus(case).at["many", "times_few"], "ratio", 1),
            "low": figure(focus(case).at["many", "times_few_low"], "ratio", 1),
            "high": figure(focus(case).at["many", "times_few_high"], "ratio", 1),
            "wins": figure(wins_ratio(case), "ratio", 2),
        },
    ),
    question(
        "deals.recurring_share",
        "number",
        points=1,
        criterion="lag",
        basis="computed",
        unit="share",
        tolerance=0.005,
        ask=Words(
            en="What share of a win’s margin over three years is not from equipment?",
            ru="Какую долю маржи, которую победа приносит за три года, даёт не оборудование?",
        ),
        hints=(
            Words(
                en="The table win has two rows, equipment and all the rest. The sum below the line is given.",
                ru="В таблице win две строки: оборудование и всё остальное. Сумма в знаменателе уже стоит.",
            ),
            Words(
                en='In the place of the dots: "recurring".',
                ru='Вместо трёх точек: "recurring".',
            ),
        ),
        right=lambda case: part_of_win(case, "recurring", "three_years_margin_krub"),
        mistakes={
            "equipment": mistake(
                lambda case: part_of_win(case, "equipment", "three_years_margin_krub"),
                en="That is the part of equipment. The rest is asked for.",
                ru="Это доля оборудования. Спрашивается остальное.",
            ),
            "of_first_year": mistake(
                lambda case: part_of_win(case, "recurring", "first_year_krub"),
                en="That is the part in first-year revenue, where machines weigh most. The margin of three years is asked for.",
                ru="Это доля в выручке первого года, где машины весят больше всего. Спрашивается маржа трёх лет.",
            ),
            "ratio_to_equipment": mistake(
                lambda case: (
                    part_of_win(case, "recurring", "three_years_margin_krub")
                    / part_of_win(case, "equipment", "three_years_margin_krub")
                ),
                en="The divisor here is equipment alone. Divide by the sum of both rows.",
                ru="Здесь делитель — одно оборудование. Делите на сумму обеих строк.",
            ),
        },
        why=Words(
            en="{ $answer } of three years’ margin comes from consumables and service, of first-year revenue it is only { $first }. Equipment is sold once and at a thin margin, the rest every month.",
            ru="Расходные материалы и сервис дают { $answer } маржи трёх лет, а в выручке первого года их только { $first }. Оборудование продают один раз и с небольшой маржой, остальное — каждый месяц.",
        ),
        why_figures=lambda case: {
            "first": figure(part_of_win(case, "recurring", "first_year_krub"), "share"),
        },
    ),
    question(
        "opinions.hour",
        "choice",
        ask=Words(
            en="The controller: “Put the hours where the margin per hour is highest; conversion is a hobby.” What do the data say?",
            ru="Контролёр: «Часы надо отдавать туда, где на час больше маржи; конверсия похожа на хобби». Что говорят данные?",
        ),
        options=VERDICTS,
        right=judged_hour,
        also={
            "open": reading(
                lambda case: "unsaid" if conversion_against_retention(case) == "alike" else None,
                en="His reasoning falls; which of the two next hours is worth more, though, these data do not tell.",
                ru="Рассуждение неверно, но какой из двух следующих часов ценнее, эти данные и правда не говорят.",
            ),
            "table": reading(
                lambda case: "wrong" if conversion_against_retention(case) == "less" else None,
                en="His reasoning is wrong throughout: hours and margin meet in the deal. That the advice happens to point the right way does not mend it.",
                ru="Рассуждение неверно целиком: часы и маржа встречаются в сделке. То, что совет случайно указал верно, его не исправляет.",
            ),
        },
        mistakes={
            "believed": mistake(
                "right",
                en="The division is right. What is divided, though, belongs to different months, and an average hour is not the next one.",
                ru="Поделено верно. Но делится то, что относится к разным месяцам, да и средний час — не следующий.",
            ),
            "compromise": mistake(
                "partly",
                en="The arithmetic is right; that alone makes no conclusion right. See whether the next hours bear out his order.",
                ru="Арифметика верна, но от этого вывод верным не становится. Посмотрите, подтверждают ли его порядок следующие часы.",
            ),
            "unknown": mistake(
                "unsaid",
                en="Ranges are wide, but here those of retention and conversion can be told apart.",
                ru="Разброс велик, но удержание и конверсию здесь можно различить.",
            ),
        },
        why=Words(
            en="Average margin an hour misleads in every company: within the same month an hour of conversion brings { $same_month }, counted deal by deal { $along }. What should decide is the next hour: { $retention } for retention, { $conversion } for conversion.",
            ru="Средняя маржа на час обманывает в любой компании: за тот же месяц час конверсии даёт { $same_month }, а если считать по сделкам — { $along }. Решать же должен следующий час: { $retention } у удержания и { $conversion } у конверсии.",
        ),
        why_figures=lambda case: {
            "same_month": figure(same_month(case)["conversion"], "krub", 1),
            "along": figure(along_deals(case), "krub", 1),
            "retention": figure(hour(case).at["retention", "marginal"], "krub", 1),
            "conversion": figure(hour(case).at["conversion", "marginal"], "krub", 1),
        },
    ),
    question(
        "experiment.repeat",
        "choice",
        points=4,
        criterion="risk",
        ask=Words(
            en="Would you repeat the region’s experiment?",
            ru="Повторили бы Вы опыт региона?",
        ),
        options={
            "everywhere": Words(
                en="Yes, in the other regions too from next quarter: pursuits begun rose at once, and wins will follow them",
                ru="Да, со следующего квартала и в других регионах: начатых сделок сразу стало больше, за ними придут победы",
            ),
            "never": Words(
                en="No: old clients bought less afterwards, and to win a client back costs more than to keep one",
                ru="Нет: прежние клиенты стали покупать меньше, а вернуть клиента дороже, чем удержать",
            ),
            "margin_says": Words(
                en="Go by margin, which has both sides in it: repeat if it rose more than elsewhere, else not",
                ru="Решить по марже, в ней видны обе стороны: выросла больше, чем у остальных, — повторить, нет — оставить",
            ),
            "smaller": Words(
                en="Yes, in a smaller form: people drawn by lot within regions, and a figure named beforehand",
                ru="Да, но скромнее: людей внутри регионов выбрать жребием, а показатель назвать заранее",
            ),
            "wait": Words(
                en="Not yet: first follow the pursuits it opened, and its old clients, for another year",
                ru="Пока нет: сначала ещё год следить за начатыми тогда сделками и прежними клиентами",
            ),
        },
        hints=(
            Words(
                en="Hold each effect against its noise: which are clearly larger, and is margin among them?",
                ru="Сравните каждый эффект с его случайностью: какие явно больше и есть ли среди них маржа?",
            ),
            Words(
                en="Two answers can be defended. They share one thing: they do not claim to know what the noise hides, and they say what would settle it.",
                ru="Отстаивать можно два ответа. Общее у них одно: они не притворяются, будто знают скрытое случайностью, и говорят, что дало бы ответ.",
            ),
        ),
        right="smaller",
        also={
            "wait": reading(
                "wait",
                en="Also sound: waiting costs nothing but time, and the losses of a cut are still to come. What it cannot give is a comparison that luck did not choose.",
                ru="Тоже разумно: ожидание стоит только времени, а потери от сокращения ещё впереди. Не даст оно одного — сравнения, в котором группу выбрал не случай.",
            ),
        },
        mistakes={
            "everywhere": mistake(
                "everywhere",
                en="What comes first is what looks good. Look at the old clients after the experiment, and at the noise of margin.",
                ru="Первым приходит то, что хорошо выглядит. Посмотрите на прежних клиентов после опыта и на случайность маржи.",
            ),
            "never": mistake(
                "never",
                en="It weighs one side. The pursuits opened will still bring margin; whether that is less than was lost, the noise does not let one say.",
                ru="Так взвешена одна сторона. Начатые сделки ещё принесут маржу, а больше она потерянного или меньше, за случайностью не видно.",
            ),
            "margin_says": mistake(
                "margin_says",
                en="Margin is the right aim and a poor judge here: compare its effect with what luck makes of six people’s clients.",
                ru="Маржа — верная цель, но плохой судья: сравните её эффект с тем, что случайность делает с клиентами шести человек.",
            ),
        },
        why=Words(
            en="Margin against the other regions: { $margin }, with a noise of { $noise }; nothing can be read from that. What came first looks like success: { $opened } more pursuits opened than elsewhere. What came later looks like loss: the purchases of old clients, against elsewhere, { $old }. What would settle it: a smaller change, drawn by lot within regions, and one figure named beforehand that moves early, such as pursuits opened and business lost at old clients.",
            ru="Маржа против других регионов: { $margin } при случайности { $noise } — по ней не сказать ничего. То, что пришло первым, похоже на успех: начатых сделок прибавилось на { $opened } больше, чем у остальных. Пришедшее позже — на потерю: покупки прежних клиентов против остальных — { $old }. Ответ дал бы опыт поменьше: жребий внутри регионов и заранее названный ранний показатель: начатые сделки и потери у прежних клиентов.",
        ),
        why_figures=lambda case: {
            "margin": figure(experiment(case).at["margin_krub", "effect_after"], "share", 1),
            "noise": figure(experiment(case).at["margin_krub", "noise_after"], "share", 1),
            "opened": figure(experiment(case).at["opened", "effect_during"], "share"),
            "old": figure(experiment(case).at["old_clients_krub", "effect_after"], "share", 1),
        },
    ),
    question(
        "opinions.hunting",
        "choice",
        ask=Words(
            en="The head of region: “Growth comes from hunting. Take the hours from the regulars: they reorder by themselves.” What do the data say?",
            ru="Руководитель региона: «Рост даёт только охота. Часы возьмём у постоянных клиентов: они и сами закажут». Что говорят данные?",
        ),
        options=VERDICTS,
        right=judged_hunting,
        also={
            "net": reading(
                lambda case: None if conversion_against_retention(case) == "less" else "unsaid",
                en="By the experiment alone the net cannot be told from noise: with that as the measure, nothing can be said yet.",
                ru="По одному опыту региона итог не отличить от случайности: если мерить им, сказать пока нельзя.",
            ),
        },
        mistakes={
            "believed": mistake(
                "right",
                en="There are two sentences in it. Look at the second: what did the old clients do after the visits had ended?",
                ru="Здесь две фразы. Посмотрите на вторую: что сделали прежние клиенты, когда к ним перестали ездить?",
            ),
            "all_wrong": mistake(
                "wrong",
                en="The second sentence is not borne out. Of the first, look at what one more hour of conversion brings, beside one of retention.",
                ru="Вторая фраза и правда не подтверждается. А по первой посмотрите, что приносит ещё один час конверсии рядом с часом удержания.",
            ),
            "half": mistake(
                "partly",
                en="Which half? That regulars reorder by themselves is not borne out, for an hour of retention is worth something; and that an hour of hunting brings more than one of retention is not what the picture shows here.",
                ru="Какая же часть? Что постоянные закажут и сами, не подтверждается: час удержания чего-то стоит. А что час охоты приносит больше часа удержания, график здесь не показывает.",
            ),
            "shrug": mistake(
                "unsaid",
                en="By the experiment’s margin it cannot be said; the next hours of both kinds, though, can be told apart here.",
                ru="По марже опыта — да, не сказать. Но следующие часы обоих видов здесь различимы.",
            ),
        },
        why=Words(
            en="Of growth { $first }: one more hour is worth { $conversion } in conversion and { $retention } in retention. Of the regulars he is not borne out: if they reordered by themselves, an hour of retention would be worth nothing. His quarter in which “nothing happened to the sales” was too short to show anything, for losses come late. The experiment alone decides nothing unless its effect passes two noises: old clients’ purchases after it, against elsewhere, changed by { $old }, with a noise of { $noise }.",
            ru="О росте { $first }: ещё один час приносит { $conversion } в конверсии и { $retention } в удержании. О постоянных клиентах — не подтверждается: если бы они заказывали сами, час удержания не стоил бы ничего. Квартал, когда «на продажах это никак не сказалось», слишком короток, чтобы что-то показать: потери приходят поздно. Сам опыт региона решает что-то, только если эффект больше двух случайностей: покупки прежних клиентов после него изменились, против остальных, на { $old } при случайности { $noise }.",
        ),
        why_figures=lambda case: {
            "first": HUNTING[conversion_against_retention(case)],
            "conversion": figure(hour(case).at["conversion", "marginal"], "krub", 1),
            "retention": figure(hour(case).at["retention", "marginal"], "krub", 1),
            "old": figure(experiment(case).at["old_clients_krub", "effect_after"], "share", 1),
            "noise": figure(experiment(case).at["old_clients_krub", "noise_after"], "share", 1),
        },
    ),
    question(
        "marginal.order",
        "several",
        points=4,
        criterion="marginal",
        ask=Words(
            en="One hour a month is moved from one kind of selling to another. Which of these moves will bring more than they take, ranges allowed for?",
            ru="Один час в месяц переносят из одного вида продаж в другой. Какие из этих переносов принесут больше, чем отнимут, — с учётом разброса?",
        ),
        options=MOVES,
        hints=(
            Words(
                en="The picture has two signs, diamonds and dots. Which of them is about an hour that is still to be moved?",
                ru="На графике два знака: ромбы и точки. Какой из них — о часе, который ещё предстоит перенести?",
            ),
            Words(
                en="What a move brings is the dot where the hour goes, what it takes the dot where it came from. Bars that part bear it out, and so do bars that meet a little at their ends.",
                ru="Перенос приносит то, что показывает точка там, куда пришёл час, а отнимает то, что показывает точка там, откуда он ушёл. Перенос подтверждён, если полосы разошлись или чуть заходят друг на друга краями.",
            ),
        ),
        right=moves_borne_out,
        also={
            "careful": reading(
                lambda case: unlike(case, careful_moves(case)),
                en="The careful reading counts only bars that do not touch. A little stricter than need be, and sound.",
                ru="Осторожное чтение: засчитаны только полосы, которые не касаются друг друга. Чуть строже, чем нужно, зато надёжно.",
            ),
            "nearly": reading(
                lambda case: unlike(case, moves_borne_out(case, 1.0 - NEARLY)),
                en="Two of the bars overlap about as far as they may: that pair can be read either way.",
                ru="Две полосы перекрываются примерно настолько, насколько можно: эту пару можно прочесть и так, и так.",
            ),
            "hardly": reading(
                lambda case: unlike(case, moves_borne_out(case, 1.0 + NEARLY)),
                en="Two of the bars overlap about as far as they may: that pair can be read either way.",
                ru="Две полосы перекрываются примерно настолько, насколько можно: эту пару можно прочесть и так, и так.",
            ),
        },
        mistakes={
            "average": mistake(
                lambda case: moves_by(average(case)["margin_krub_per_hour"]),
                en="These are the moves of the average hour, the diamonds. It credits retention with what clients would have bought anyway; what is moved is the next hour.",
                ru="Это переносы по среднему часу, по ромбам. Он приписывает удержанию и то, что клиенты купили бы и так; а переносят следующий час.",
            ),
            "dots_alone": mistake(
                lambda case: moves_by(hour(case)["marginal"]),
                en="The dots say so. But where bars overlap widely, the true order may be the other one, and the move may take more than it brings.",
                ru="Точки говорят так. Но где полосы сильно перекрываются, порядок на деле может оказаться обратным, и перенос отнимет больше, чем принесёт.",
            ),
            "regulars": mistake(
                holds("expansion_retention", "conversion_retention"),
                en="Retention leads on average, for habit is credited to it. Compare its dot and bar with those of the kind that gives the hour.",
                ru="В среднем удержание впереди: ему приписана привычка. Сравните его точку и полосу с теми, откуда уходит час.",
            ),
            "hunters": mistake(
                holds("retention_conversion", "expansion_conversion"),
                en="Hunting is what one would like to believe in. Compare the two dots, and see whether their bars part.",
                ru="В охоту хочется верить. Сравните обе точки и посмотрите, расходятся ли их полосы.",
            ),
            "doors": mistake(
                holds("retention_expansion", "conversion_expansion"),
                en="The dot of expansion may well lie ahead. See whether its bar parts from that of the kind that gives the hour.",
                ru="Точка расширения, может быть, и впереди. Посмотрите, расходится ли его полоса с той, откуда уходит час.",
            ),
            "nothing": mistake(
                holds("none"),
                en="Ranges are wide, and yet some bars part. Caution that leaves out what is known is no caution.",
                ru="Разброс велик, и всё же есть полосы, которые расходятся. Осторожность, которая отбрасывает известное, — не осторожность.",
            ),
            "too_careful": mistake(
                lacks(*MOVES),
                en="One move more is borne out: its bars part, or hardly meet.",
                ru="Подтверждён ещё один перенос: его полосы расходятся или едва встречаются.",
            ),
        },
        why=Words(
            en="Borne out: { $answer }. The next hour brings { $retention } in retention, { $expansion } in expansion and { $conversion } in conversion; the average hour of the same three { $average_retention }, { $average_expansion } and { $average_conversion }. They differ for two reasons: the average credits retention with what clients buy out of habit, and every further hour of a kind brings less than the one before.",
            ru="Подтверждено: { $answer }. Следующий час приносит { $retention } в удержании, { $expansion } в расширении и { $conversion } в конверсии, а средний час тех же трёх видов — { $average_retention }, { $average_expansion } и { $average_conversion }. Расходятся они по двум причинам: среднее приписывает удержанию то, что клиенты покупают по привычке, и каждый добавленный час одного вида приносит меньше предыдущего.",
        ),
        why_figures=lambda case: {
            **{name: figure(hour(case).at[name, "marginal"], "krub", 1) for name in SELLING},
            **{
                f"average_{name}": figure(average(case).at[name, "margin_krub_per_hour"], "krub", 1)
                for name in SELLING
            },
        },
    ),
    question(
        "lag.letter",
        "text",
        points=6,
        criterion="memo",
        ask=Words(
            en="What do you write to the finance director about the controller’s table, in four to six sentences?",
            ru="Что Вы напишете финансовому директору о таблице контролёра, в четырёх–шести предложениях?",
        ),
        hints=(
            Words(
                en="Begin with what is right about the table. Then say when the money comes, and what is seen deal by deal.",
                ru="Начните с того, в чём таблица права. Потом — когда приходят деньги и что видно по сделкам.",
            ),
            Words(
                en="Say what the data do not know yet, and propose how to find it out.",
                ru="Скажите, чего данные ещё не знают, и предложите, как это узнать.",
            ),
        ),
        checklist=(
            Words(
                en="It says why the table is added up correctly and misleads all the same",
                ru="Сказано, почему таблица посчитана верно и всё же вводит в заблуждение",
            ),
            Words(
                en="It says what to look at instead, with a figure and its unit",
                ru="Сказано, на что смотреть вместо неё, с числом и единицей",
            ),
            Words(
                en="It sets the next hour against the average one",
                ru="Следующий час отделён от среднего",
            ),
            Words(
                en="It says what to do until the open deals are decided",
                ru="Сказано, что делать, пока открытые сделки не решены",
            ),
            Words(
                en="It names what is not known, with a range, and what would change your mind",
                ru="Названо, чего мы не знаем, с разбросом, и что изменило бы Ваше мнение",
            ),
        ),
    ),
)
