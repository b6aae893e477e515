"""Questions of notebook 01, the company: words, right answers and known mistakes."""

import pandas as pd

from casekit import analysis, language
from casekit.company import Case
from casekit.questions.record import Words, figure, holds, lacks, mistake, question, reading

from ..figures import VERDICTS, in_each_language, kept, money

#: Steps of the profit bridge that are costs after cost of sales.
COSTS = [
    "reps",
    "sales_management",
    "marketing",
    "logistics",
    "administration",
    "depreciation",
]


@kept
def wallets(case: Case) -> pd.DataFrame:
    """Clients' money by status: ours, and what competitors hold."""
    return analysis.wallets_by_status(case.positions, case.accounts)


def served_share(case: Case) -> float:
    """Share of competitors' money that lies inside clients who buy from us."""
    return 1.0 - float(wallets(case).loc["competitor", "competitors_share"])


@kept
def books(case: Case) -> pd.DataFrame:
    """Profit and loss of two years, thousands."""
    return analysis.profit_and_loss(case.financials)


def margin(case: Case, year: str, line: str = "operating_profit") -> float:
    """A line of the books as a share of revenue."""
    return float(books(case).loc[line, year] / books(case).loc["revenue", year])


def margin_fall(case: Case, line: str = "operating_profit") -> float:
    """By how much that share fell, in shares of revenue."""
    return margin(case, "year_1", line) - margin(case, "year_2", line)


@kept
def steps(case: Case) -> pd.Series:
    """Steps of the profit bridge, the profits themselves left out, thousands."""
    bridge = analysis.profit_bridge(case.financials, case.sales, case.positions, case.accounts)
    return bridge.drop(["year_1", "year_2"])


def cost_share(case: Case) -> float:
    """Part of the fall of profit that costs below the gross margin make."""
    return float(steps(case)[COSTS].sum() / steps(case).sum())


def specialists_share(case: Case) -> float:
    """Part of the fall of profit that the rise of the specialists' cost makes."""
    return float(steps(case)["reps"] / steps(case).sum())


def of_all_that_fell(case: Case) -> float | None:
    """Part of all that took from profit; no other reading where growth gave nothing back."""
    falling = steps(case)[steps(case) < 0]
    return None if steps(case)["volume"] <= 0 else float(steps(case)[COSTS].sum() / falling.sum())


@kept
def prices(case: Case) -> pd.DataFrame:
    """Prices of consumables at our own clients and at shared ones, month by month."""
    return analysis.price_pressure(case)


def slide_figures(case: Case) -> dict[str, object]:
    """What a colleague's slide shows, and what the same months say of our own clients."""
    rise = prices(case).iloc[-1] / prices(case).iloc[-6] - 1.0
    return {
        "shared": figure(rise["shared_index"], "share", 1),
        "our": figure(rise["our_index"], "share", 1),
        "gap": figure(-prices(case)["gap_share"].iloc[-1], "share"),
    }


def experiment_figures(case: Case) -> dict[str, object]:
    """Which region tried something, and when."""
    found = analysis.region_that_changed(case)
    if found is None:
        raise ValueError("no region of this company worked otherwise for a while")
    return {
        "region": in_each_language(lambda: case.label(found.region)),
        "first": in_each_language(lambda: language.month(found.first_month)),
        "last": in_each_language(lambda: language.month(found.last_month)),
    }


def verdict_on_costs(case: Case) -> str:
    """Whether it is a cost problem that the largest team makes."""
    if cost_share(case) < 0.5:
        return "wrong"
    return "right" if specialists_share(case) > 0.5 else "partly"


TOPICS = {
    "company": Words(
        en="Clients, their money and our profit", ru="Клиенты, их деньги и наша прибыль"
    ),
}

QUESTIONS = (
    question(
        "company.guess_doors",
        "number",
        guess=True,
        unit="count",
        ask=Words(
            en="How many such doors stand open at all the clients who already buy from us, taken together?",
            ru="Сколько таких дверей открыто у всех клиентов, которые уже покупают у нас, вместе?",
        ),
    ),
    question(
        "company.served_share",
        "number",
        points=1,
        criterion="measures",
        basis="computed",
        unit="share",
        tolerance=0.005,
        ask=Words(
            en="What share of all the money competitors hold lies inside clients who already buy from us?",
            ru="Какая доля всех денег конкурентов лежит у тех, кто уже покупает у нас?",
        ),
        hints=(
            Words(
                en="The two parts make up the whole: what lies at competitors’ own clients, and what lies inside those who buy from us. The line takes one of them from 1.",
                ru="Целое складывается из двух частей: у собственных клиентов конкурентов и у тех, кто покупает у нас. Строка вычитает одну из них из единицы.",
            ),
            Words(
                en='In place of the dots goes the code of competitors’ own clients, in quotes: "competitor".',
                ru='На месте трёх точек — код собственных клиентов конкурентов, в кавычках: "competitor".',
            ),
        ),
        right=served_share,
        mistakes={
            "their_own_clients": mistake(
                lambda case: wallets(case).loc["competitor", "competitors_share"],
                en="That is the part at competitors’ own clients. The rest is wanted: what they hold inside clients who buy from us.",
                ru="Это часть, которая лежит у собственных клиентов конкурентов. Нужна остальная: то, что они держат у тех, кто покупает у нас.",
            ),
            "shared_taken_off": mistake(
                lambda case: 1 - wallets(case).loc["shared", "competitors_share"],
                en="Here the shared clients were taken off, but they are just what was asked about. Take off competitors’ own clients.",
                ru="Здесь вычли общих клиентов, а спрашивается как раз о них. Вычесть надо собственных клиентов конкурентов.",
            ),
            "our_taken_off": mistake(
                lambda case: 1 - wallets(case).loc["our", "competitors_share"],
                en="Here our own clients were taken off, and competitors hold hardly anything there. Take off competitors’ own clients.",
                ru="Здесь вычли наших клиентов, а у них конкуренты почти ничего не держат. Вычесть надо собственных клиентов конкурентов.",
            ),
            "shared_only": mistake(
                lambda case: wallets(case).loc["shared", "competitors_share"],
                en="That counts the shared clients alone. Competitors hold a little at our own clients too.",
                ru="Здесь учтены только общие клиенты. Немного денег конкурентов есть и у наших.",
            ),
            "number_of_accounts": mistake(
                lambda case: (
                    1
                    - wallets(case).loc["competitor", "accounts"] / wallets(case)["accounts"].sum()
                ),
                en="That is a share of clients, and clients differ in size. Take the column of competitors’ money.",
                ru="Это доля в числе клиентов, а клиенты разного размера. Возьмите столбец с деньгами конкурентов.",
            ),
        },
        why=Words(
            en="{ $answer }: of { $all } a month, { $inside } goes to competitors in buildings where our own people sign in at the gate. That money can be won without finding anybody new.",
            ru="{ $answer }: из { $all } в месяц { $inside } уходит конкурентам там, где наших людей знают на проходной. Чтобы выиграть эти деньги, искать никого не надо.",
        ),
        why_figures=lambda case: {
            "all": money(case, wallets(case)["competitors_krub"].sum()),
            "inside": money(case, wallets(case)["competitors_krub"].sum() * served_share(case)),
        },
    ),
    question(
        "company.margin_fall",
        "number",
        unit="share",
        told_as="points",
        tolerance=0.001,
        ask=Words(
            en="By how many percentage points did the operating margin fall?",
            ru="На сколько процентных пунктов снизилась операционная рентабельность?",
        ),
        hints=(
            Words(
                en="Each year’s margin is a part of a rouble of revenue. Points are the difference of two such parts.",
                ru="Рентабельность каждого года — это часть рубля выручки. Пункты — разность двух таких частей.",
            ),
        ),
        right=margin_fall,
        mistakes={
            "relative": mistake(
                lambda case: margin_fall(case) / margin(case, "year_1"),
                en="That is the relative fall of the margin. It sounds larger and says nothing about a rouble of revenue. Subtract one year’s margin from the other’s; do not divide.",
                ru="Это относительное падение рентабельности. Звучит громче, но о рубле выручки не говорит ничего. Не делите, а вычтите рентабельность одного года из другого.",
            ),
            "profit_fall": mistake(
                lambda case: (
                    -books(case).loc["operating_profit", "change"]
                    / books(case).loc["operating_profit", "year_1"]
                ),
                en="By that much profit itself became smaller. The margin is profit as a share of revenue: compare the two shares.",
                ru="На столько уменьшилась сама прибыль. Рентабельность — это прибыль как доля выручки: сравните две доли.",
            ),
            "gross_margin": mistake(
                lambda case: margin_fall(case, "gross_margin"),
                en="That is the fall of the gross margin, before the costs below it. Take the operating margin.",
                ru="Это снижение валовой рентабельности, до расходов, которые идут ниже. Возьмите операционную.",
            ),
            "sign_turned": mistake(
                lambda case: -margin_fall(case),
                en="The size is right, the sign is not: by how much it fell is a positive number.",
                ru="Величина верная, знак — нет: на сколько упала — положительное число.",
            ),
        },
        why=Words(
            en="{ $answer }: of every ₽100 of revenue the company keeps ₽{ $roubles } less than a year before. “Profitability fell by { $relative }” is true as well, but that is the relative fall: always say which of the two you mean.",
            ru="{ $answer }: с каждых 100 ₽ выручки остаётся на { $roubles } ₽ меньше. «Рентабельность упала на { $relative }» — тоже правда, но это относительное падение: сразу говорите, что из двух Вы имеете в виду.",
        ),
        why_figures=lambda case: {
            "roubles": figure(100 * margin_fall(case), "", 1),
            "relative": figure(margin_fall(case) / margin(case, "year_1"), "share"),
        },
    ),
    question(
        "company.cost_share",
        "number",
        points=1,
        criterion="measures",
        basis="computed",
        unit="ratio",
        told_as="percent",
        tolerance=0.005,
        ask=Words(
            en="What part of the fall in profit comes from costs below the gross margin?",
            ru="Какая часть падения прибыли приходится на расходы ниже валовой маржи?",
        ),
        hints=(
            Words(
                en="A part of the fall: what is the whole fall? All steps of the bridge together.",
                ru="Часть падения: а чему равно всё падение? Сумме всех шагов моста.",
            ),
            Words(
                en="The sum of all steps is steps.sum(): that goes below the line of the fraction.",
                ru="Сумма всех шагов — steps.sum(): она и стоит в знаменателе.",
            ),
        ),
        right=cost_share,
        also={
            "of_all_that_fell": reading(
                of_all_that_fell,
                en="This is the share of all steps that took from profit, before growth gave some of it back. It can be defended as well: it says how the losses divide. Of the fall that the board sees, costs are a larger part. Name the whole of which you tell a share.",
                ru="Это доля во всех шагах, которые отнимали прибыль, — до того как рост продаж кое-что вернул. Такой счёт тоже можно защитить: он говорит, как делятся потери. В том падении, которое видит совет директоров, доля расходов больше. Называя долю, говорите, от чего она.",
            ),
        },
        mistakes={
            "specialists_alone": mistake(
                specialists_share,
                en="That is the specialists’ cost alone. The list costs has six lines; logistics and administration rose as well.",
                ru="Это расходы на одних специалистов. В списке costs шесть строк; логистика и администрация выросли тоже.",
            ),
            "gross_margin_share": mistake(
                lambda case: 1 - cost_share(case),
                en="That is the other part: sales and margin together. Costs are wanted.",
                ru="Это другая часть: продажи и маржа вместе. Нужны расходы.",
            ),
            "without_specialists": mistake(
                lambda case: cost_share(case) - specialists_share(case),
                en="Here the specialists were left out. They are one of the cost lines, neither the only one nor an exception.",
                ru="Здесь нет специалистов. Они — одна из строк расходов: не единственная, но и не исключение.",
            ),
            "against_margin": mistake(
                lambda case: (
                    steps(case)[COSTS].sum() / steps(case)[["margin_our", "margin_shared"]].sum()
                ),
                en="That is how many times as much costs took as margin did. Divide by the whole fall.",
                ru="Это во сколько раз расходы отняли больше, чем маржа. Делите на всё падение.",
            ),
            "own_growth": mistake(
                lambda case: (
                    books(case).loc[COSTS, "change"].sum() / books(case).loc[COSTS, "year_1"].sum()
                ),
                en="By that much costs themselves rose. The question is what part of the fall in profit they make.",
                ru="На столько выросли сами расходы. Вопрос — какую часть падения прибыли они составляют.",
            ),
        },
        why=Words(
            en="{ $answer } of the fall is cost, spread over six lines; specialists make { $reps } of it. Together they weigh more, and yet the largest single step is none of them: it is the margin lost to competitors at shared clients ({ $margin }). Both thoughts are true, and the board needs both.",
            ru="{ $answer } падения — расходы, и они разложены по шести строкам; на специалистов приходится { $reps }. И всё же самый длинный отдельный шаг — не они, а маржа, потерянная у общих клиентов ({ $margin }). Вместе шесть строк весят больше, но поодиночке ни одна столько не отняла. Обе мысли верны, и совету директоров нужны обе.",
        ),
        why_figures=lambda case: {
            "reps": figure(specialists_share(case), "share"),
            "margin": money(case, -steps(case)["margin_shared"]),
        },
    ),
    question(
        "company.excluded",
        "several",
        points=1,
        criterion="measures",
        ask=Words(
            en="Five explanations of the fall were heard in the corridor. Which of them do the books exclude?",
            ru="В коридоре слышно пять объяснений падения. Какие из них отчётность исключает?",
        ),
        options={
            "sold_less": Words(
                en="We sell less than a year ago: revenue of the second year is lower than of the first",
                ru="Мы продаём меньше, чем год назад: выручка второго года ниже, чем первого",
            ),
            "costs": Words(
                en="Costs grew faster than sales, and so less is left of every rouble of revenue",
                ru="Расходы растут быстрее продаж, и от каждого рубля выручки остаётся меньше",
            ),
            "pay": Words(
                en="It is the specialists: had their cost stayed put, profit would not have fallen",
                ru="Всё дело в специалистах: не подорожай они, прибыль не упала бы",
            ),
            "shared": Words(
                en="Where a competitor works at the same client, the same sales bring less margin",
                ru="Там, где у того же клиента работает конкурент, те же продажи приносят меньше маржи",
            ),
            "alike": Words(
                en="Prices gave way everywhere: as much at our own clients as at shared ones",
                ru="В цене мы уступили всем: нашим клиентам не меньше, чем общим",
            ),
        },
        hints=(
            Words(
                en="Go through them one by one: which bar of the bridge would have to be long, if this were so?",
                ru="Пройдите по одному: какая полоса моста была бы длинной, будь это так?",
            ),
            Words(
                en="An explanation is excluded where its bar is missing, points the other way, or is far too short for the whole fall.",
                ru="Объяснение исключено, если его полосы нет, она смотрит в другую сторону или слишком коротка для всего падения.",
            ),
        ),
        right=("sold_less", "pay", "alike"),
        mistakes={
            "pay_left": mistake(
                lacks("pay"),
                en="The largest team need not make the largest step. Cover the bar of the specialists with your hand and see how much of the fall is left.",
                ru="Самый большой отдел — не обязательно самый большой шаг. Закройте ладонью полосу специалистов и посмотрите, много ли падения осталось.",
            ),
            "sold_less_left": mistake(
                lacks("sold_less"),
                en="When profit falls, one looks for lost sales. Look at revenue in the two years: does it fall?",
                ru="Когда падает прибыль, ищут потерянные продажи. Посмотрите на выручку двух лет: падает ли она?",
            ),
            "alike_left": mistake(
                lacks("alike"),
                en="Compare the two steps of margin, at our own clients and at shared ones: are they of the same length?",
                ru="Сравните два шага маржи — у наших клиентов и у общих: одной ли они длины?",
            ),
            "costs_taken": mistake(
                holds("costs"),
                en="Sales barely moved and every line of cost rose: that is what the bridge shows, so it does not exclude it.",
                ru="Продажи почти не изменились, а расходы выросли по всем строкам: мост это показывает, значит, не исключает.",
            ),
            "shared_taken": mistake(
                holds("shared"),
                en="The margin lost at shared clients is there among the steps, and not among the short ones. The bridge supports it.",
                ru="Маржа, потерянная у общих клиентов, среди шагов есть, и не из коротких. Мост это объяснение подтверждает.",
            ),
        },
        why=Words(
            en="Three are excluded. “We sell less”: revenue did not fall. “It is the specialists”: their cost makes { $reps } of the fall, and without it profit would still have fallen noticeably. “Everywhere as much”: at our own clients { $our } of margin was lost, at shared ones { $shared }. What remains are costs that outran sales, and margin given away where a competitor works next to us.",
            ru="Исключены три. «Продаём меньше»: выручка не упала. «Всё дело в специалистах»: на их подорожание приходится { $reps } падения, и без него прибыль всё равно заметно упала бы. «Уступили всем»: у наших клиентов потеряно { $our } маржи, у общих — { $shared }. Остаются расходы, обогнавшие продажи, и маржа, отданная там, где рядом работает конкурент.",
        ),
        why_figures=lambda case: {
            "reps": figure(specialists_share(case), "share"),
            "our": money(case, -steps(case)["margin_our"]),
            "shared": money(case, -steps(case)["margin_shared"]),
        },
    ),
    question(
        "company.slide",
        "choice",
        points=1,
        criterion="measures",
        ask=Words(
            en="A colleague wants to tell the board from this slide that the pressure is over. What is the trap in it?",
            ru="По этому слайду коллега хочет сказать совету директоров, что давление прошло. В чём его ловушка?",
        ),
        options={
            "season": Words(
                en="The bars stand alone: at our own clients, where nobody presses, prices may have risen as much",
                ru="Столбцы стоят одни: у наших клиентов, где никто не давит, цены могли вырасти так же",
            ),
            "axis": Words(
                en="The axis does not begin at zero: drawn in full, it would leave nothing of this rise but a hair",
                ru="Ось начинается не с нуля: на полной оси от этого роста осталась бы едва заметная разница",
            ),
            "volume": Words(
                en="The bars show sales and not prices: the same clients bought more, and prices need not have moved",
                ru="Столбцы показывают продажи, а не цены: те же клиенты купили больше, а цены могли и не вырасти",
            ),
            "no_trap": Words(
                en="Two months are few: with one or two more that also rose, the sentence could stay as it is",
                ru="Двух месяцев мало: добавить ещё один-два, где цены тоже выросли, и фразу можно оставить",
            ),
        },
        hints=(
            Words(
                en="What would the slide look like if there had never been any pressure?",
                ru="Как выглядел бы такой слайд, не будь давления вовсе?",
            ),
            Words(
                en="Which clients could serve as a yardstick for the same months?",
                ru="Какие клиенты могли бы служить меркой для тех же месяцев?",
            ),
        ),
        right="season",
        mistakes={
            "axis": mistake(
                "axis",
                en="The axis is cut, true, and that exaggerates. But the figures stand above the bars: the rise does not vanish with a full axis. Ask what a rise is to be compared with.",
                ru="Ось и правда обрезана, и это преувеличивает. Но числа стоят над столбцами: и на полной оси рост никуда не денется. Спросите, с чем его сравнивать.",
            ),
            "no_trap": mistake(
                "no_trap",
                en="Whoever wants to show a rise will find a third month that shows one. Are they months of the same kind? And what happened meanwhile where no competitor presses?",
                ru="Кто хочет показать рост, найдёт и третий подходящий месяц. Одинаковые ли это месяцы? И что было тем временем там, где конкурент не давит?",
            ),
            "volume": mistake(
                "volume",
                en="The label below says prices: what a rouble of the same clients’ needs brings. Quantity is taken out. Look at what the bars are not compared with.",
                ru="Подпись внизу говорит о ценах: сколько приносит та же потребность тех же клиентов. Количество из них убрано. Посмотрите, с чем столбцы не сравнили.",
            ),
        },
        why=Words(
            en="The season. At our own clients, where nobody presses, prices moved by { $our } between the same two months, at shared clients by { $shared }. Take out what both have in common, and prices at shared clients have fallen behind by { $gap } in two years: the next picture shows it. A change needs something to be compared with, in the same months.",
            ru="Сезон. Между теми же двумя месяцами у наших клиентов, где никто не давит, цены изменились на { $our }, у общих — на { $shared }. Уберите то, что у них общее, — и окажется, что за два года цены у общих клиентов отстали на { $gap }: это видно на следующем графике. Изменение надо с чем-то сравнить, и за те же месяцы.",
        ),
        why_figures=slide_figures,
    ),
    question(
        "company.experiment",
        "several",
        points=1,
        criterion="risk",
        ask=Words(
            en="The head of that region says: “We tried it, and it went well. Let all regions do the same.” What would you have to see before you call it a success?",
            ru="Руководитель этого региона говорит: «Мы попробовали, и дело пошло. Пусть так работают все». Что Вам надо увидеть, прежде чем назвать это успехом?",
        ),
        options={
            "quarter": Words(
                en="The region’s sales in the first quarter of the trial, against the quarter before",
                ru="Продажи региона за первый квартал опыта в сравнении с кварталом до него",
            ),
            "old_clients": Words(
                en="What those who were clients before the trial bought during it and after it",
                ru="Сколько покупали во время опыта и после него те, кто был клиентом до него",
            ),
            "others": Words(
                en="The same figures of the other regions in the same months",
                ru="Те же показатели других регионов за те же месяцы",
            ),
            "late": Words(
                en="What became, in the end, of the deals begun during the trial",
                ru="Чем в итоге кончились сделки, начатые за время опыта",
            ),
            "luck": Words(
                en="How far regions differ from each other when nobody tries anything",
                ru="Насколько регионы расходятся, когда никто ничего не пробует",
            ),
            "opinion": Words(
                en="How the region’s people and the clients they now visit rate the trial",
                ru="Как оценивают опыт люди региона и клиенты, к которым стали ездить",
            ),
        },
        hints=(
            Words(
                en="Hours were taken from somebody and given to somebody. When would each of the two show it?",
                ru="У кого-то часы взяли, кому-то отдали. Когда это покажет каждый из двух?",
            ),
            Words(
                en="One needs something to compare with, enough time, both sides of the trade, and a notion of how much luck alone would do.",
                ru="Нужны мерка для сравнения, достаточный срок, обе стороны обмена и представление о том, что сделал бы один случай.",
            ),
        ),
        right=("old_clients", "others", "late", "luck"),
        mistakes={
            "quarter_enough": mistake(
                holds("quarter"),
                en="A quarter shows equipment sold at once and hides what goes slowly: present clients leave late, deals are decided late. It is the very figure by which such a trial always looks well.",
                ru="Квартал показывает проданное сразу оборудование и прячет медленное: и действующие клиенты уходят не сразу, и сделки решаются не сразу. Именно по этому показателю такой опыт всегда выглядит удачным.",
            ),
            "no_others": mistake(
                lacks("others"),
                en="Without the other regions you would take for the trial’s merit what happened to the whole company.",
                ru="Без других регионов Вы припишете опыту то, что случилось со всей компанией.",
            ),
            "no_old_clients": mistake(
                lacks("old_clients"),
                en="The hours were taken from present clients. Whoever counts only what was won does not see the price.",
                ru="Часы взяли у действующих клиентов. Кто считает только выигранное, не видит, чем за него заплатили.",
            ),
            "no_time": mistake(
                lacks("late"),
                en="Hours of conversion pay when a deal is decided. How long does that take in this company?",
                ru="Часы конверсии окупаются, когда решается сделка. Сколько времени это занимает в компании?",
            ),
            "no_luck": mistake(
                lacks("luck"),
                en="Regions drift apart by themselves as well. As long as you do not know how far, you cannot tell a result from luck.",
                ru="Регионы расходятся и сами по себе. Пока неизвестно насколько, результат не отличить от случая.",
            ),
            "opinion_enough": mistake(
                holds("opinion"),
                en="Whoever began a trial rates it kindly. Useful for the next attempt, but it does not decide whether this one paid.",
                ru="Кто опыт начал, тот и оценит его мягко. Для следующей попытки полезно, но окупилась ли эта, так не решить.",
            ),
        },
        why=Words(
            en="You need four things: the price (old clients), a yardstick (other regions), time (deals are decided after many months), and the size of luck. In { $region } hours of retention became hours of conversion from { $first } to { $last }. What came of it notebook 04 shows. Until then it is a trial, neither a success nor a failure.",
            ru="Нужны четыре вещи: цена (прежние клиенты), мерка (другие регионы), срок (сделки решаются через много месяцев) и размер случайности. Регион { $region }: с { $first } по { $last } часы удержания стали часами конверсии. Что из этого вышло, покажет блокнот 04. А пока это опыт: не успех и не провал.",
        ),
        why_figures=experiment_figures,
    ),
    question(
        "opinions.costs",
        "choice",
        ask=Words(
            en="The finance director: “It is a cost problem. Cut costs, beginning with the largest team.” Your verdict, going by the books?",
            ru="Финансовый директор: «Дело в затратах. Начните резать с самого большого отдела». Ваш вердикт по отчётности компании?",
        ),
        options=VERDICTS,
        right=verdict_on_costs,
        mistakes={
            "all_right": mistake(
                "right",
                en="He has two sentences, a diagnosis and a cure. Test them one at a time: does the bridge support both?",
                ru="У него две фразы: диагноз и лечение. Проверьте их по очереди: подтверждает ли мост обе?",
            ),
            "all_wrong": mistake(
                "wrong",
                en="His diagnosis rests on something real. Look again at what all cost lines together make of the fall.",
                ru="Диагноз стоит на чём-то настоящем. Посмотрите ещё раз, какую часть падения составляют все строки расходов вместе.",
            ),
            "partly_after_all": mistake(
                "partly",
                en="Weigh what costs make of the fall, and the specialists’ part of it, once more.",
                ru="Взвесьте ещё раз, какую часть падения составляют расходы и какую — специалисты.",
            ),
            "cannot_yet": mistake(
                "unsaid",
                en="Of the cure that is so: the bridge does not show what an hour of a specialist brings. The diagnosis, though, can be tested with it.",
                ru="Про лечение — да: что приносит час специалиста, по мосту не видно. Но диагноз по мосту проверить можно.",
            ),
        },
        why=Words(
            en="Costs are { $costs } of the fall; the longest single step, margin lost at shared clients, is what the very people he would cut first are there to prevent. They make { $reps } of the fall. Whether cutting them saves more than it loses cannot be read from profit and loss: that is judged by what their hours bring.",
            ru="На расходы приходится { $costs } падения, а самый длинный отдельный шаг — маржа, потерянная у общих клиентов, — то, чему и должны помешать люди, которых он сократил бы первыми. На них самих приходится { $reps } падения. Сэкономит ли сокращение больше, чем потеряет, по отчётности не понять: об этом судят по тому, что приносят их часы.",
        ),
        why_figures=lambda case: {
            "costs": figure(cost_share(case), "share"),
            "reps": figure(specialists_share(case), "share"),
        },
    ),
    question(
        "company.reply",
        "text",
        ask=Words(
            en="Answer the finance director in one or two sentences: what is so, what is not, and what would change your mind. Nobody marks it.",
            ru="Ответьте финансовому директору одной-двумя фразами: что так, что не так и что изменило бы Ваше мнение. Это не оценивают.",
        ),
        checklist=(
            Words(
                en="It says how much of the fall is cost, and of what whole that is a share",
                ru="Сказано, какая часть падения — расходы и от чего это доля",
            ),
            Words(
                en="It names the longest single step and who has to deal with it",
                ru="Назван самый длинный отдельный шаг — и те, кто должен с ним справиться",
            ),
            Words(
                en="It says which figure would change your mind",
                ru="Сказано, какая цифра изменила бы Ваше мнение",
            ),
        ),
    ),
)
