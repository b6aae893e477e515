"""Questions of notebook 03, what the hours bring: words, right answers and known mistakes."""

import pandas as pd

from casekit import analysis
from casekit.company import SELLING, Case
from casekit.questions.record import Words, mistake, question

from ..figures import average, kept


def costs(case: Case) -> pd.Series:
    """What an hour costs, all hours and selling hours, thousands."""
    return analysis.cost_of_hours(case.financials, case.reports)["krub_per_hour"]


def hour_cost(case: Case) -> float:
    """What an hour of a specialist costs, thousands."""
    return float(costs(case)["total"])


def selling_hour_cost(case: Case) -> float:
    """What an hour of selling costs, thousands."""
    return float(costs(case)["selling"])


@kept
def windows(case: Case) -> pd.DataFrame:
    """Revenue by origin under each window."""
    return analysis.origins_by_window(
        case.sales, case.positions, case.terms.attribution_windows_months
    )


def growth_share(case: Case, window_months: int) -> float:
    """Growth's share of the last year's revenue under a window."""
    return float(windows(case).loc[window_months, "growth_share"])


@kept
def league(case: Case) -> pd.DataFrame:
    """Specialists by revenue, and by revenue for their territory."""
    return analysis.league_table(case.sales, case.accounts)


def follows_territory(case: Case) -> float:
    """Rank correlation of revenue with what the territory spends elsewhere."""
    table = league(case)
    return analysis.rank_correlation(table["revenue_krub"], table["elsewhere_krub"])


def place_adjusted(case: Case) -> int:
    """Place of the first by revenue once territory is allowed for."""
    return int(league(case)["adjusted_rank"].iloc[0])


def wins(case: Case) -> pd.DataFrame:
    """Hours per win of those who won at least twice."""
    table = analysis.hours_per_win(case.reports, case.deals)
    return table[table["wins"] >= 2]


#: Codes of the specialists: every company of the case has so many.
REP_CODES = tuple(f"R{number:02d}" for number in range(1, 25))

TOPICS = {
    "cost": Words(en="What an hour costs", ru="Во сколько обходится час"),
    "output": Words(en="What an hour brings", ru="Что приносит час"),
    "people": Words(en="Who is productive", ru="Кто продуктивен"),
}

QUESTIONS = (
    question(
        "cost.hour",
        "number",
        points=1,
        criterion="measures",
        unit="krub_per_hour",
        tolerance=0.02,
        ask=Words(
            en="What does an hour of a specialist cost, { $currency }k?",
            ru="Во сколько обходится час специалиста, тыс. { $currency }?",
        ),
        hints=(
            Words(
                en="The table costs has two rows, all hours and hours of selling. Any working hour is meant here.",
                ru="В таблице costs две строки: все часы и часы продаж. Нужен любой рабочий час.",
            ),
            Words(
                en='Row "total", column "krub_per_hour": costs.loc["total", "krub_per_hour"].',
                ru='Строка "total", столбец "krub_per_hour": costs.loc["total", "krub_per_hour"].',
            ),
        ),
        right=hour_cost,
        mistakes={
            "selling_hour": mistake(
                selling_hour_cost,
                en='That is an hour of selling. Any working hour is meant: the row "total".',
                ru='Это час продаж. Спрашивается любой рабочий час — строка "total".',
            ),
            "hours_per_krub": mistake(
                lambda case: 1 / hour_cost(case),
                en="That is how much of an hour a thousand roubles buys. Turn it round: money is divided by hours.",
                ru="Это часы, делённые на деньги. Переверните: деньги делят на часы.",
            ),
        },
        why=Words(
            en="The divisor is all hours: travel and paperwork are paid for as well. A common slip is to take the lower row, which answers the next question.",
            ru="Делим на все часы: оплачены и дорога, и бумаги. Частая ошибка — взять нижнюю строку: она отвечает на следующий вопрос.",
        ),
    ),
    question(
        "cost.selling_hour",
        "number",
        points=1,
        criterion="measures",
        unit="ratio",
        tolerance=0.03,
        ask=Words(
            en="How many times as much does an hour of selling cost as an average working hour?",
            ru="Во сколько раз час продаж дороже рабочего часа?",
        ),
        hints=(
            Words(
                en='Both numbers stand in the column "krub_per_hour". “How many times” is a division.',
                ru='Оба числа стоят в столбце "krub_per_hour". «Во сколько раз» — это деление.',
            ),
            Words(
                en='An hour of selling is costs.loc["selling", "krub_per_hour"]; divide it by hour_cost.',
                ru='Час продаж — costs.loc["selling", "krub_per_hour"]; разделите его на hour_cost.',
            ),
        ),
        right=lambda case: selling_hour_cost(case) / hour_cost(case),
        mistakes={
            "difference": mistake(
                lambda case: selling_hour_cost(case) - hour_cost(case),
                en="That is by how much it is dearer. Divide rather than subtract: the question is how many times.",
                ru="Это на сколько дороже. Спрашивается, во сколько раз: не вычитайте, а делите.",
            ),
            "upside_down": mistake(
                lambda case: hour_cost(case) / selling_hour_cost(case),
                en="The fraction is upside down: the hour of selling goes on top.",
                ru="Дробь перевёрнута: час продаж должен стоять сверху.",
            ),
            "cost_itself": mistake(
                selling_hour_cost,
                en="That is what an hour of selling costs. Divide it by what an average working hour costs.",
                ru="Это то, во что обходится час продаж. Разделите ещё на то, во что обходится рабочий час.",
            ),
        },
        why=Words(
            en="The smaller the share of selling in the time, the dearer each of its hours: it is one number turned upside down. A common slip is to subtract, which gives by how much, not how many times.",
            ru="Чем меньше доля продаж во времени, тем дороже каждый их час: это одно и то же число, перевёрнутое. Частая ошибка — вычесть одно из другого: разность скажет, на сколько, а не во сколько раз.",
        ),
    ),
    question(
        "output.margin_per_hour",
        "table",
        points=2,
        criterion="measures",
        unit="krub_per_hour",
        tolerance=0.1,
        choices=SELLING,
        words="activity",
        ask=Words(
            en="What margin does an hour of each kind of selling earn on average, { $currency }k?",
            ru="Сколько маржи приносит в среднем час каждого вида продаж, тыс. { $currency }?",
        ),
        hints=(
            Words(
                en="A whole column of the table average is needed: it has a number for each kind of selling.",
                ru="Нужен целый столбец таблицы average: в нём по числу на каждый вид продаж.",
            ),
            Words(
                en='The column of margin per hour is called "margin_krub_per_hour".',
                ru='Столбец про маржу на час называется "margin_krub_per_hour".',
            ),
        ),
        right=lambda case: average(case)["margin_krub_per_hour"],
        mistakes={
            "revenue": mistake(
                lambda case: average(case)["revenue_krub_per_hour"],
                en="That is revenue per hour. What the goods cost us is still in it: take the column of margin.",
                ru="Это выручка на час. Из неё ещё не вычли, во что обошлось проданное: возьмите столбец с маржой.",
            ),
            "window_6": mistake(
                lambda case: average(case, 6)["margin_krub_per_hour"],
                en="That is what comes out when half a year is called growth. Use the table average, whose window is twelve months.",
                ru="Так выходит, если называть приростом полгода. Возьмите таблицу average, где окно — двенадцать месяцев.",
            ),
            "window_24": mistake(
                lambda case: average(case, 24)["margin_krub_per_hour"],
                en="That is what comes out when two years are called growth. Use the table average, whose window is twelve months.",
                ru="Так выходит, если называть приростом два года. Возьмите таблицу average, где окно — двенадцать месяцев.",
            ),
        },
        why=Words(
            en="Margin and not revenue: equipment and consumables leave very different parts of it. Revenue is tempting because it is larger and more familiar.",
            ru="Маржа, а не выручка: у оборудования и расходных материалов она разная. Соблазнительно взять выручку — она больше и знакомее.",
        ),
    ),
    question(
        "output.window_moves",
        "number",
        points=1,
        criterion="lag",
        unit="share",
        told_as="points",
        tolerance=0.005,
        ask=Words(
            en="By how much is growth’s share larger with a window of 24 months than with one of 6?",
            ru="На сколько доля прироста при окне в 24 месяца больше, чем при окне в 6?",
        ),
        hints=(
            Words(
                en="Column growth_share of the table windows: take the row 24 and the row 6.",
                ru="Столбец growth_share таблицы windows: возьмите строку 24 и строку 6.",
            ),
            Words(
                en='windows.loc[24, "growth_share"] minus windows.loc[6, "growth_share"].',
                ru='windows.loc[24, "growth_share"] минус windows.loc[6, "growth_share"].',
            ),
        ),
        right=lambda case: growth_share(case, 24) - growth_share(case, 6),
        mistakes={
            "sign_turned": mistake(
                lambda case: growth_share(case, 6) - growth_share(case, 24),
                en="The size is right, the sign is not: take the shorter window from the longer.",
                ru="Величина верная, знак — нет: вычитайте меньшее окно из большего.",
            ),
            "against_twelve": mistake(
                lambda case: growth_share(case, 24) - growth_share(case, 12),
                en="That is the difference from twelve months. The shortest window is meant.",
                ru="Это разница с двенадцатью месяцами. Спрашивается о самом коротком окне.",
            ),
            "how_many_times": mistake(
                lambda case: growth_share(case, 24) / growth_share(case, 6) - 1,
                en="That is by what percentage one share is larger than the other. The difference of the shares themselves is needed.",
                ru="Это на сколько процентов одна доля больше другой. Нужна разность самих долей.",
            ),
        },
        why=Words(
            en="By a definition alone a good part of revenue passes from one source to another. A common slip is to compare with twelve months; the question is about the outer windows.",
            ru="От одного лишь определения заметная часть выручки переходит из одного источника в другой. Частая ошибка — сравнить с двенадцатью месяцами: вопрос о крайних окнах.",
        ),
    ),
    question(
        "people.follows_territory",
        "number",
        points=4,
        criterion="territory",
        unit="ratio",
        tolerance=0.02,
        ask=Words(
            en="How closely does the order by revenue follow the order by what the territory spends elsewhere (rank correlation)?",
            ru="Насколько порядок по выручке повторяет порядок по тому, сколько территория закупает у других (ранговая корреляция)?",
        ),
        hints=(
            Words(
                en="The function needs two columns of the table league: revenue, and what the same clients spend elsewhere.",
                ru="Функции нужны два столбца таблицы league: выручка и то, сколько те же клиенты закупают у других.",
            ),
            Words(
                en='Like this: ck.analysis.rank_correlation(league["revenue_krub"], league["elsewhere_krub"]).',
                ru='Так: ck.analysis.rank_correlation(league["revenue_krub"], league["elsewhere_krub"]).',
            ),
        ),
        right=follows_territory,
        mistakes={
            "part_of_whole": mistake(
                lambda case: analysis.rank_correlation(
                    league(case)["revenue_krub"], league(case)["potential_krub"]
                ),
                en="That compares revenue with the whole potential, of which it is a part: the two would go together in any case. Take what is spent elsewhere.",
                ru="Это сравнение с потенциалом целиком, а выручка — его часть: вместе они росли бы в любом случае. Возьмите закупки у других.",
            ),
            "adjusted": mistake(
                lambda case: analysis.rank_correlation(
                    league(case)["adjusted"], league(case)["elsewhere_krub"]
                ),
                en='Here territory has been taken out of revenue already. Take revenue as it stands: "revenue_krub".',
                ru='Здесь территория в выручке уже учтена. Возьмите выручку как она есть: "revenue_krub".',
            ),
            "squared": mistake(
                lambda case: follows_territory(case) ** 2,
                en="That is the correlation squared. Leave it as it is.",
                ru="Это квадрат корреляции. Возводить её не нужно.",
            ),
            "the_two_ranks": mistake(
                lambda case: analysis.rank_correlation(
                    league(case)["rank"], league(case)["adjusted_rank"]
                ),
                en="That compares the two ranks, as the example does. You need revenue and what is spent elsewhere.",
                ru="Это сравнение двух мест, как в примере. Вам нужны выручка и закупки у других.",
            ),
        },
        why=Words(
            en="Those at the top by revenue are mostly those who were given a rich territory. Taking the adjusted ranks instead is tempting, but they were adjusted precisely so as not to depend on territory.",
            ru="Первые по выручке — в основном те, кому досталась богатая территория. Соблазнительно взять места с учётом территории, но их для того и пересчитали, чтобы от территории они не зависели.",
        ),
    ),
    question(
        "people.first_adjusted",
        "number",
        points=3,
        criterion="territory",
        unit="count",
        tolerance=0.5,
        ask=Words(
            en="Where does the leader by revenue rank once territory is allowed for?",
            ru="Какое место с учётом территории у первого по выручке?",
        ),
        hints=(
            Words(
                en="The table league begins with the leader by revenue, so its first row is needed.",
                ru="Таблица league начинается с первого по выручке, значит, нужна её первая строка.",
            ),
            Words(
                en='Column "adjusted_rank", first number: .iloc[0].',
                ru='Столбец "adjusted_rank", первое число: .iloc[0].',
            ),
        ),
        right=place_adjusted,
        mistakes={
            "not_adjusted": mistake(
                lambda case: 1,
                en="That is the rank by revenue. The rank with territory allowed for is needed.",
                ru="Это его место по выручке. Нужно место с учётом территории.",
            ),
            "places_lost": mistake(
                lambda case: place_adjusted(case) - 1,
                en="That is how many places were lost. The rank itself is asked for.",
                ru="Это на сколько мест он опустился. Спрашивается само место.",
            ),
            "from_the_end": mistake(
                lambda case: len(league(case)) + 1 - place_adjusted(case),
                en="That counts from the end. Count from the top: the first is the best.",
                ru="Это место с конца. Считайте с начала: первое место — лучшее.",
            ),
        },
        why=Words(
            en="A rank in the league table is mostly a gift of the territory. The adjusted rank is no verdict either: it is noisy too, and most people cannot be told apart by it, so it is a reason to talk and not to give orders.",
            ru="Место в рейтинге — в основном подарок территории. Но и место с учётом территории — не приговор: в нём тоже много случайного, и большинство людей по нему не различить, поэтому оно — повод для разговора, а не для приказа.",
        ),
    ),
    question(
        "people.cheapest_win",
        "choice",
        points=3,
        criterion="territory",
        choices=REP_CODES,
        ask=Words(
            en="Whose wins take the fewest hours?",
            ru="Кому из специалистов победа обходится в наименьшее число часов?",
        ),
        hints=(
            Words(
                en="The column hours_per_win of the table wins has the hours a win takes. Look for the smallest.",
                ru="Столбец hours_per_win таблицы wins показывает часы на победу. Ищите наименьшее.",
            ),
            Words(
                en='wins["hours_per_win"].idxmin() gives the specialist’s code.',
                ru='wins["hours_per_win"].idxmin() назовёт код специалиста.',
            ),
        ),
        right=lambda case: str(wins(case)["hours_per_win"].idxmin()),
        mistakes={
            "dearest": mistake(
                lambda case: str(wins(case)["hours_per_win"].idxmax()),
                en="That is whose wins take the most hours. The fewest are asked for.",
                ru="Это тот, кому победа обходится дороже всех. Нужно наименьшее число часов.",
            ),
            "most_wins": mistake(
                lambda case: str(wins(case)["wins"].idxmax()),
                en="This specialist has the most wins, and spent many hours on them. Look at the hours of one win.",
                ru="У этого специалиста больше всего побед. Но и часов ушло много: смотрите на часы одной победы.",
            ),
            "first_by_revenue": mistake(
                lambda case: str(league(case).index[0]),
                en="That is the leader by revenue. The question is whose wins take the fewest hours.",
                ru="Это первый по выручке. Спрашивается, кому дешевле победы.",
            ),
            "first_adjusted": mistake(
                lambda case: str(league(case)["adjusted"].idxmax()),
                en="That is the leader once territory is allowed for. The question is whose wins take the fewest hours.",
                ru="Это первый с учётом территории. Спрашивается, кому победа обходится в наименьшее число часов.",
            ),
            "second": mistake(
                lambda case: str(wins(case)["hours_per_win"].nsmallest(2).index[1]),
                en="Close, but somebody’s wins take fewer hours still. Let .idxmin() find the smallest.",
                ru="Близко, но у кого-то часов на победу ещё меньше. Число выбирает .idxmin().",
            ),
        },
        why=Words(
            en="Hours count here and not the number of wins: many wins may just come from many hours. But each has few wins, and by hours per win the first ones cannot be told apart: the best of today may be in the middle tomorrow. Where the hours are the same every month, do not trust the quotient either. Look where this person stands in the league table; often it is nowhere near the top.",
            ru="Смотрим на часы, а не на число побед: много побед бывает и от множества часов. Но побед у каждого мало, и по часам на победу первых не различить: вчерашний лучший завтра может оказаться в середине. А если часы каждый месяц одни и те же, не верьте и частному. Взгляните на место этого человека в рейтинге — часто оно совсем не первое.",
        ),
    ),
)
