"""Questions of notebook 02, where the hours go: words, right answers and known mistakes."""

import pandas as pd

from casekit import analysis, language
from casekit.company import Case
from casekit.questions.record import Words, figure, holds, lacks, mistake, question, reading

from ..figures import in_each_language, kept

#: Activities beside selling, which lacks the hours that they take.
OTHERS = ["service", "travel", "admin"]
#: From this part of the largest excess on a second one counts as much as the first.
CLOSE = 0.8


@kept
def audit(case: Case) -> pd.DataFrame:
    """Hours and shares by activity, beside the reference values."""
    return analysis.time_audit(case.reports, case.benchmarks)


@kept
def gaps(case: Case) -> pd.DataFrame:
    """Hours above or below the reference, by activity."""
    return analysis.reference_gaps(audit(case))


@kept
def both_ways(case: Case) -> pd.DataFrame:
    """The same as reported and as observed, with a band."""
    return analysis.audit_both_ways(case.reports, case.calendar, case.benchmarks)


def selling_gap(case: Case) -> float:
    """Hours a month by which selling falls short of its reference."""
    return -float(gaps(case).loc["selling", "gap_hours"])


def gap_to_best_quarter(case: Case) -> float:
    """Hours a month by which selling falls short of the best specialists elsewhere."""
    by_activity = audit(case)
    month_hours = by_activity["hours"].sum() - by_activity.loc["selling", "hours"]
    best = by_activity.loc["selling", "best_quarter_share"] * month_hours
    return float(best - by_activity.loc["selling", "hours"])


@kept
def rebooked_hours(case: Case) -> float:
    """Service hours that one region had booked as retention."""
    clean, as_booked = (
        analysis.clean_reports(case.received, case, service_by_tickets=by_tickets)
        for by_tickets in (True, False)
    )
    return float(clean["service_hours"].sum() - as_booked["service_hours"].sum())


def excesses(case: Case) -> pd.Series:
    """Hours beyond the reference as reported, the most first."""
    return gaps(case).loc[OTHERS, "gap_hours"].sort_values(ascending=False)


def largest_excess(case: Case) -> str:
    """Activity with the most hours beyond its reference."""
    return str(excesses(case).index[0])


def close_second(case: Case) -> list[str] | None:
    """The same conclusion from an activity that is nearly as far beyond its reference."""
    first, second = excesses(case).iloc[:2]
    return [str(excesses(case).index[1]), "ask"] if second >= CLOSE * first else None


def at_first(case: Case) -> dict[str, bool]:
    """Of each activity, whether it may be called the furthest beyond its reference as observed."""
    table = both_ways(case).loc[OTHERS]
    return {
        str(name): bool(told)
        for name, told in analysis.as_good_as_best(table, "seen_gap_hours").items()
    }


def still_first(case: Case) -> bool:
    """Whether the same activity is furthest beyond its reference by the observer's hours."""
    return str(both_ways(case).loc[OTHERS, "seen_gap_hours"].idxmax()) == largest_excess(case)


def undecided(case: Case) -> bool:
    """Whether the sample leaves open which activity is furthest beyond its reference."""
    best = at_first(case)
    return best[largest_excess(case)] and sum(best.values()) > 1


def sure_of(case: Case, order: bool) -> list[str]:
    """What the observer's sample allows to say, with or without a change of the order."""
    table = both_ways(case).loc["selling"]
    wider = table["seen_gap_hours_high"] < table["told_gap_hours"]
    return [*(["wider"] if wider else []), "like", *(["order"] if order else [])]


def activity(name: str) -> Words:
    """An activity in each language."""
    return in_each_language(lambda: language.text(f"activity-{name}"))


TOPICS = {
    "reports": Words(en="Can the reports be trusted?", ru="Можно ли верить отчётам?"),
    "time": Words(en="Where the hours go", ru="Куда уходят часы"),
}

QUESTIONS = (
    question(
        "reports.repair",
        "several",
        points=2,
        criterion="data",
        ask=Words(
            en="Which of these findings may be repaired without asking anybody?",
            ru="Что из найденного можно исправить, никого не спрашивая?",
        ),
        options={
            "decimal_comma": Words(
                en="Hours written with a decimal comma", ru="Часы записаны с десятичной запятой"
            ),
            "duplicate_report": Words(
                en="A report sent twice: the same lines with the same hours in two files",
                ru="Отчёт прислан дважды: те же строки и часы в двух файлах",
            ),
            "renamed_account": Words(
                en="A client under an old name; the letter gives both names and the code",
                ru="Клиент под старым названием; в письме есть оба названия и код",
            ),
            "unknown_account": Words(
                en="Hours at a client that neither the register nor any letter knows",
                ru="Часы у клиента, которого нет ни в реестре, ни в письмах",
            ),
            "service_as_retention": Words(
                en="Work on service tickets booked as retention, as the region’s letter says itself",
                ru="Работа по заявкам сервиса записана как удержание, о чём регион пишет и сам",
            ),
            "round_months": Words(
                en="The same round hours in every month of one specialist’s reports",
                ru="Одни и те же круглые часы в отчётах одного специалиста за каждый месяц",
            ),
            "negative_revenue": Words(
                en="Negative revenue in the table of sales",
                ru="Отрицательная выручка в таблице продаж",
            ),
        },
        hints=(
            Words(
                en="Ask of each finding: is there one way only to repair it, and does it leave alone what people say about their work?",
                ru="О каждой находке спросите: один ли способ её исправить и не меняет ли он того, что люди рассказали о своей работе?",
            ),
            Words(
                en="Three may be repaired: each rests on what lies in the files and letters already. The others may be the truth, a matter of definition, or something nobody here knows.",
                ru="Исправить можно три: для каждой всё нужное уже есть в файлах и письмах. Остальное может оказаться правдой, вопросом определений или тем, чего здесь не знает никто.",
            ),
        ),
        right=("decimal_comma", "duplicate_report", "renamed_account"),
        mistakes={
            "service_moved": mistake(
                holds("service_as_retention"),
                en="Is a repair at a client’s service or retention? That is a matter of definition. Whoever moves the hours unasked changes what a region says of its work.",
                ru="Ремонт у клиента — сервис или удержание? Это вопрос определений. Кто переносит часы без спроса, меняет рассказ региона о своей работе.",
            ),
            "months_smoothed": mistake(
                holds("round_months"),
                en="Nobody knows the real hours behind identical months. To fill in averages is to invent figures; talk to the specialist.",
                ru="Настоящих часов за одинаковыми месяцами не знает никто. Подставить средние — значит выдумать цифры; поговорите со специалистом.",
            ),
            "returns_struck": mistake(
                holds("negative_revenue"),
                en="A minus in sales need not be a slip: goods that come back are booked so. Whoever drops it makes the revenue too high.",
                ru="Минус в продажах — не обязательно описка: так записывают возврат. Уберёте его — завысите выручку.",
            ),
            "unknown_guessed": mistake(
                holds("unknown_account"),
                en="To put these hours to the likeliest client is a guess, and to strike them out is one too. Set them aside and ask.",
                ru="Отнести эти часы к самому похожему клиенту — догадка, вычеркнуть — тоже. Отложите и спросите.",
            ),
            "letter_unread": mistake(
                lacks("renamed_account"),
                en="The letter has answered already: it names the old name, the new one and the code. Read the letters before asking.",
                ru="Письмо уже ответило: в нём старое название, новое и код. Прежде чем спрашивать, читайте письма.",
            ),
            "copy_kept": mistake(
                lacks("duplicate_report"),
                en="The copy holds nothing that is not in the main file, and counted twice it would double somebody’s month.",
                ru="В повторе нет ничего, чего не было бы в основном файле, а посчитанный дважды он удвоит кому-то месяц.",
            ),
            "comma_left": mistake(
                lacks("decimal_comma"),
                en="A comma for a point is a way of writing; the number stays what it is. There is nobody to ask.",
                ru="Запятая вместо точки — способ записи, число от неё не меняется. Спрашивать тут не о чем.",
            ),
        },
        why=Words(
            en="The comma, the copy and the old name: each has one repair, and what it rests on lies in the files and letters. The other four may be true, or are a matter of definition, or nobody here knows: repaired unasked, the figures would be our own invention.",
            ru="Запятая, повтор и старое название: у каждой находки один способ исправления, и всё нужное для него есть в файлах и письмах. Остальные четыре могут быть правдой, вопросом определений или тем, чего здесь не знает никто: исправив их без спроса, цифры придумаем уже мы.",
        ),
    ),
    question(
        "reports.ask",
        "choice",
        points=1,
        criterion="data",
        ask=Words(
            en="One region books work on service tickets as retention and says so in its letter. What do you ask of it?",
            ru="Один регион записывает работу по заявкам сервиса в удержание и прямо пишет об этом. С чем Вы к нему обратитесь?",
        ),
        options={
            "definition": Words(
                en="Let us agree for all regions what counts as service, and move the past hours by your column of tickets",
                ru="Договоримся для всех регионов, что считать сервисом, и перенесём прошлые часы по Вашему столбцу заявок",
            ),
            "explain": Words(
                en="Please give reasons in writing for booking tickets as retention, and book them as service from now on",
                ru="Поясните письменно, почему заявки записаны в удержание, и впредь записывайте их в сервис",
            ),
            "resend": Words(
                en="Please fill in the reports of both years again by the form that the other regions use, so that all are alike",
                ru="Заполните, пожалуйста, отчёты за оба года заново — по форме других регионов, чтобы всё было одинаково",
            ),
            "average": Words(
                en="Nothing to be done by you: we put in the other regions’ average service hours and take the rest as retention",
                ru="От Вас ничего не нужно: подставим средние часы сервиса других регионов, остальное сочтём удержанием",
            ),
            "leave": Words(
                en="Nothing to be changed: we keep the figures as they are, with a note that retention includes tickets in your region",
                ru="Менять ничего не нужно: оставим как записано, со сноской, что удержание у Вас включает заявки",
            ),
        },
        hints=(
            Words(
                en="What does the region know that you do not, and what do you have already?",
                ru="Что регион знает такого, чего не знаете Вы, а что у Вас уже есть?",
            ),
            Words(
                en="The hours on tickets are in its report. Only the word is missing on which all agree.",
                ru="Часы по заявкам в его отчёте есть. Не хватает только слова, о котором все договорились.",
            ),
        ),
        right="definition",
        mistakes={
            "leave": mistake(
                "leave",
                en="Then one word means two things, note or no note, and every comparison of regions is worthless: the one that repairs most looks the most caring.",
                ru="Тогда одно слово, со сноской или без, значит две разные вещи, и сравнивать регионы бессмысленно: заботливее всех покажется тот, кто больше чинит.",
            ),
            "explain": mistake(
                "explain",
                en="The region has given its reasons in the letter, and shown the hours in a column. Asked to justify itself, it will leave out the column next time; and the past two years stay as they are.",
                ru="Причины регион уже назвал в письме, а часы показал в столбце. Если требовать оправданий, в следующий раз столбца не будет; да и два прошлых года останутся как есть.",
            ),
            "resend": mistake(
                "resend",
                en="That costs weeks and brings nothing new: hours on tickets are entered separately already.",
                ru="Уйдут недели, а нового не появится: часы по заявкам и так записаны отдельно.",
            ),
            "average": mistake(
                "average",
                en="You have the region’s own hours on tickets. Why put somebody else’s in their place?",
                ru="У Вас есть собственные часы региона по заявкам. Зачем подставлять вместо них чужие?",
            ),
        },
        why=Words(
            en="What is missing is a shared definition, not a culprit. The hours on tickets lie in the last column of the region’s report; once all agree that a repair is service, they can be moved line by line ({ $hours } in two years), and the region knows about it. Without that, regions cannot be compared.",
            ru="Не хватает общего определения, а не виноватого. Часы по заявкам лежат в последнем столбце отчёта региона; когда все договорятся, что ремонт — это сервис, их можно перенести строка за строкой ({ $hours } за два года), и регион об этом знает. Без общего определения регионы между собой не сравнить.",
        ),
        why_figures=lambda case: {"hours": figure(rebooked_hours(case), "hours")},
    ),
    question(
        "time.guess_selling",
        "number",
        guess=True,
        unit="share",
        ask=Words(
            en="What share of working time, in per cent, do specialists report as selling, all three kinds together?",
            ru="Какую долю рабочего времени, в процентах, специалисты записывают в продажи — все три вида вместе?",
        ),
    ),
    question(
        "time.selling_gap",
        "number",
        points=1,
        criterion="measures",
        basis="computed",
        unit="hours",
        tolerance=0.25,
        ask=Words(
            en="By how many hours a month does a specialist’s selling fall short of the reference?",
            ru="На сколько часов в месяц продажи специалиста не дотягивают до эталона?",
        ),
        hints=(
            Words(
                en="The table gaps has a row for each activity. Selling as a whole is one of them.",
                ru="В таблице gaps строка на каждый вид работы. Продажи в целом — одна из них.",
            ),
            Words(
                en='In place of the dots goes the code of selling, in quotes: "selling".',
                ru='На месте трёх точек — код продаж, в кавычках: "selling".',
            ),
        ),
        right=selling_gap,
        mistakes={
            "retention_alone": mistake(
                lambda case: -gaps(case).loc["retention", "gap_hours"],
                en="That is retention alone. Selling is retention, expansion and conversion together.",
                ru="Это одно удержание. Продажи — это удержание, расширение и конверсия вместе.",
            ),
            "conversion_alone": mistake(
                lambda case: -gaps(case).loc["conversion", "gap_hours"],
                en="That is conversion alone. Take the row of selling as a whole.",
                ru="Это одна конверсия. Возьмите строку продаж в целом.",
            ),
            "expansion_alone": mistake(
                lambda case: -gaps(case).loc["expansion", "gap_hours"],
                en="That is expansion alone. Take the row of selling as a whole.",
                ru="Это одно расширение. Возьмите строку продаж в целом.",
            ),
            "percentage_points": mistake(
                lambda case: (
                    100
                    * (
                        audit(case).loc["selling", "reference_share"]
                        - audit(case).loc["selling", "share"]
                    )
                ),
                en="Those are percentage points, not hours. A point is a hundredth of the month, which is more than an hour.",
                ru="Это процентные пункты, а не часы. Пункт — сотая часть месяца, то есть больше часа.",
            ),
            "best_quarter": mistake(
                gap_to_best_quarter,
                en="That is the distance to the best specialists elsewhere. The reference is meant.",
                ru="Это расстояние до лучших специалистов других компаний. Нужен эталон.",
            ),
            "sign_turned": mistake(
                lambda case: -selling_gap(case),
                en="The size is right, the sign is not: how much is lacking is a positive number.",
                ru="Величина верная, знак — нет: сколько не хватает — положительное число.",
            ),
        },
        why=Words(
            en="{ $answer } a month for each specialist, { $year } a year for the whole company.",
            ru="{ $answer } в месяц у каждого, { $year } в год у всей компании.",
        ),
        why_figures=lambda case: {"year": figure(selling_gap(case) * 12 * len(case.reps), "hours")},
    ),
    question(
        "time.explains",
        "several",
        points=2,
        criterion="data",
        ask=Words(
            en="What may you tell the board from the comparison with the reference?",
            ru="Что Вы вправе сказать совету директоров по сравнению с эталоном?",
        ),
        options={
            "service": Words(
                en="Of the non-selling activities, service runs furthest beyond its reference",
                ru="Если не считать продаж, сильнее всего превышает эталон сервис",
            ),
            "travel": Words(
                en="Of the non-selling activities, travel runs furthest beyond its reference",
                ru="Если не считать продаж, сильнее всего превышает эталон дорога",
            ),
            "admin": Words(
                en="Of the non-selling activities, paperwork runs furthest beyond its reference",
                ru="Если не считать продаж, сильнее всего превышают эталон бумаги",
            ),
            "all_but": Words(
                en="With the reference as 100% little is missing: a gap of that size need not concern the board",
                ru="Если принять эталон за 100 %, не хватает немного: такой разрыв совету рассматривать незачем",
            ),
            "retention": Words(
                en="Inside the month it is retention above all that leaves too little time for selling",
                ru="Внутри месяца времени на продажи не остаётся прежде всего из-за удержания",
            ),
            "published": Words(
                en="The references are averages of published surveys, so what lies beyond them is excess",
                ru="Эталоны — средние по опубликованным опросам, так что всё сверх них — излишек",
            ),
            "ask": Words(
                en="The reference says where to ask; what an hour brings there it does not say",
                ru="Эталон говорит, где спрашивать; что там приносит час, он не говорит",
            ),
        },
        hints=(
            Words(
                en="Look at the picture: of three activities one stands out on the far side of its mark. And what is retention a part of?",
                ru="Посмотрите на график: из трёх видов работы один заметно выступает за свою черту. А частью чего является удержание?",
            ),
            Words(
                en="Two statements hold: one about where the hours are, one about what a reference can do at all.",
                ru="Верны два утверждения: одно о том, где часы, другое о том, на что вообще годится эталон.",
            ),
        ),
        right=lambda case: [largest_excess(case), "ask"],
        also={
            "close_second": reading(
                close_second,
                en="Two activities are nearly as far beyond their references here: either may be named first.",
                ru="Здесь два вида работы выходят за эталон почти одинаково: первым можно назвать любой.",
            )
        },
        mistakes={
            "all_but": mistake(
                holds("all_but"),
                en="A reference is a share of the month, not a hundred per cent to be filled. Turn the missing points into hours and multiply by people and months: is it still little?",
                ru="Эталон — доля месяца, а не сто процентов, которые надо набрать. Переведите недостающие пункты в часы, умножьте на людей и месяцы: всё ещё немного?",
            ),
            "retention": mistake(
                holds("retention"),
                en="Retention is selling. It may crowd out the other two kinds, but selling as a whole it cannot make smaller.",
                ru="Удержание — это и есть продажи. Оно может теснить два других вида, но продажи в целом меньше от него не станут.",
            ),
            "published": mistake(
                holds("published"),
                en="Published is one of them, that of selling as a whole. All others were assumed for the case: good for asking, not for proving.",
                ru="Опубликован один — для продаж в целом. Остальные приняты для кейса: спрашивать по ним можно, доказывать нельзя.",
            ),
            "travel": mistake(
                holds("travel"),
                en="The road is what people complain of most. See how far its bar passes the mark, and compare it with the others.",
                ru="На дорогу жалуются чаще всего. Посмотрите, насколько её полоса заходит за черту, и сравните с другими.",
            ),
            "another": mistake(
                holds("service", "admin"),
                en="What is largest in the month need not be furthest beyond its reference. Compare what sticks out past the marks.",
                ru="Самое большое в месяце — не обязательно самое лишнее. Сравните то, что выступает за черту.",
            ),
            "no_caution": mistake(
                lacks("ask"),
                en="The bars say where hours go, not what they are worth there. That belongs on the slide, or the board will cut where it is longest.",
                ru="Полосы говорят, куда уходят часы, но не чего они там стоят. Без этой оговорки совет директоров отрежет там, где длиннее.",
            ),
        },
        why=Words(
            en="Furthest beyond its reference is { $largest }, by { $excess } a month. And a reference says where to ask, no more; only the one for selling as a whole is published, the others are assumed. Selling is at { $met } of it: { $gap } of every specialist’s month are missing.",
            ru="Дальше всех за эталон выходит { $largest }: на { $excess } в месяц. И эталон говорит, где спрашивать, — не больше: опубликован только эталон продаж в целом, остальные приняты для кейса. Продажи выполняют его на { $met }: каждому специалисту недостаёт { $gap } в месяц.",
        ),
        why_figures=lambda case: {
            "largest": activity(largest_excess(case)),
            "excess": figure(excesses(case).iloc[0], "hours", 1),
            "gap": figure(selling_gap(case), "hours", 1),
            "met": figure(
                audit(case).loc["selling", "share"] / audit(case).loc["selling", "reference_share"],
                "share",
            ),
        },
    ),
    question(
        "time.guess_observed",
        "number",
        guess=True,
        unit="share",
        ask=Words(
            en="By how many per cent less selling did the observer see than the same people reported for the same months?",
            ru="На сколько процентов меньше часов продаж увидел наблюдатель, чем те же люди записали за те же месяцы?",
        ),
    ),
    question(
        "time.how_sure",
        "several",
        points=3,
        criterion="data",
        ask=Words(
            en="What follows from the observer’s sample, and what does not? Mark what follows.",
            ru="Что следует из выборки наблюдателя, а что нет? Отметьте то, что следует.",
        ),
        options={
            "wider": Words(
                en="Going by the hours really worked, selling falls further short than reported, even with an unlucky sample",
                ru="По действительным часам продажам не хватает больше, чем по отчётам, — даже если с выборкой не повезло",
            ),
            "points": Words(
                en="The share of selling seen is the reported share less the observer’s percentage",
                ru="Доля продаж по наблюдениям — это доля из отчётов минус процент наблюдателя",
            ),
            "each": Words(
                en="To compare people, lower each one’s selling hours by the observer’s percentage",
                ru="Чтобы сравнивать людей, часы продаж каждого надо уменьшить на процент наблюдателя",
            ),
            "deceit": Words(
                en="Selling is overstated on purpose: honest slips would go both ways and cancel out",
                ru="Часы продаж завышают намеренно: честные ошибки шли бы в обе стороны и погасили друг друга",
            ),
            "like": Words(
                en="For comparing ourselves with a survey take the reports: there, too, people spoke of themselves",
                ru="С опросом сравнивать надо отчёты: там люди тоже отвечали о себе сами",
            ),
            "order": Words(
                en="A different activity is furthest beyond its reference now: look there first",
                ru="Дальше всех за эталон выходит теперь другой вид работы: искать сначала там",
            ),
            "watched": Words(
                en="Under observation nobody works as usual, so that reports are the safer ground",
                ru="Под наблюдением работают не как обычно, поэтому надёжнее опираться на отчёты",
            ),
        },
        hints=(
            Words(
                en="Look at the black ranges on the picture: do they reach the reported bars? And does the longest bar on the right belong to the same activity both times?",
                ru="Посмотрите на чёрные отрезки: достают ли они до полос по отчётам? И та же ли работа оба раза даёт самую длинную полосу справа?",
            ),
            Words(
                en="A percentage of hours is not a percentage point of the month; an average is not a single person; a difference is not a motive.",
                ru="Процент от часов — не процентный пункт месяца; среднее — не отдельный человек; расхождение — не умысел.",
            ),
        ),
        right=lambda case: sure_of(case, order=not still_first(case)),
        also={
            "order_open": reading(
                lambda case: sure_of(case, order=still_first(case)) if undecided(case) else None,
                en="Which activity is furthest beyond its reference the sample leaves open here: their ranges overlap too far. With or without that line the answer can be defended.",
                ru="Какая работа выходит за эталон дальше всех, выборка здесь не решает: диапазоны слишком перекрываются. Ответ можно защитить и с этой строкой, и без неё.",
            )
        },
        mistakes={
            "points": mistake(
                holds("points"),
                en="The observer’s percentage is a part of the hours reported as selling, not points of the month. Do not subtract it from the share; multiply the share by the part that was confirmed.",
                ru="Процент наблюдателя — часть часов, записанных в продажи, а не пункты месяца. Не вычитайте его из доли, а умножьте долю на ту часть часов, которая подтвердилась.",
            ),
            "each": mistake(
                holds("each"),
                en="The observer spent a few months with each of them: enough for the sum of all, too little for one. An average handed out to persons will be wrong for most.",
                ru="С каждым наблюдатель провёл считаные месяцы: для суммы довольно, для одного человека мало. Среднее, розданное каждому, для большинства будет неверным.",
            ),
            "deceit": mistake(
                holds("deceit"),
                en="The sample shows a difference, not a motive. Nearly everybody remembers selling better than paperwork, and that alone would be enough.",
                ru="Выборка показывает расхождение, а не умысел. Продажи почти всем запоминаются лучше бумаг: одного этого уже хватило бы.",
            ),
            "watched": mistake(
                holds("watched"),
                en="Being watched makes people sell rather more than less, so the true gap would be wider still. A reason for caution, none to throw the sample away.",
                ru="Под наблюдением продают скорее больше, чем меньше, — тогда настоящий разрыв ещё шире. Повод для осторожности, а не для того, чтобы выбросить выборку.",
            ),
            "not_like": mistake(
                lacks("like"),
                en="How did the survey learn its figure? Nobody went along with those people either.",
                ru="Откуда взялась цифра опроса? Рядом с теми людьми тоже никто не ходил.",
            ),
            "not_wider": mistake(
                lacks("wider"),
                en="Follow the range of selling on the picture to its end nearest to the reference, and compare it with the reported bar.",
                ru="Проследите на графике диапазон продаж до конца, ближайшего к эталону, и сравните с полосой по отчётам.",
            ),
            "order_changed": mistake(
                holds("order"),
                en="Compare the longest bars on the right, as reported and as observed: are they of different activities?",
                ru="Сравните самые длинные полосы справа, по отчётам и по наблюдениям: разные ли это виды работы?",
            ),
            "order_missed": mistake(
                lacks("order"),
                en="Look at the bars on the right again, first those as reported, then those as observed: does the same activity lead?",
                ru="Посмотрите на полосы справа ещё раз — сначала по отчётам, потом по наблюдениям: одна ли и та же работа впереди?",
            ),
        },
        why=Words(
            en="Selling falls short by { $told } as reported and by { $seen } as observed (from { $low } to { $high }): wider, even at its cautious end. The share seen is { $share }: the reported share times the part of its hours that the observer saw; percentages are not subtracted. For the comparison with a survey the reported figure is the like-for-like one; for the question how many hours there really are, the observed one. Furthest beyond its reference: as reported { $first }, as observed { $now }. Of persons and motives the sample says nothing.",
            ru="По отчётам продажам не хватает { $told }, по наблюдениям — { $seen } (от { $low } до { $high }): больше даже по осторожной оценке. Доля продаж по наблюдениям — { $share }: долю из отчётов умножили на ту часть часов, которую видел наблюдатель; проценты не вычитают. С опросом сравнивают отчёты — подобное с подобным; а сколько часов есть на самом деле, говорят наблюдения. Дальше всех за эталон выходит: по отчётам — { $first }, по наблюдениям — { $now }. О людях и умысле выборка молчит.",
        ),
        why_figures=lambda case: {
            "told": figure(-both_ways(case).loc["selling", "told_gap_hours"], "hours", 1),
            "seen": figure(-both_ways(case).loc["selling", "seen_gap_hours"], "hours", 1),
            "low": figure(-both_ways(case).loc["selling", "seen_gap_hours_high"], "hours", 1),
            "high": figure(-both_ways(case).loc["selling", "seen_gap_hours_low"], "hours", 1),
            "share": figure(both_ways(case).loc["selling", "seen_share"], "share", 1),
            "first": activity(largest_excess(case)),
            "now": activity(str(both_ways(case).loc[OTHERS, "seen_gap_hours"].idxmax())),
        },
    ),
    question(
        "time.conclusion",
        "text",
        ask=Words(
            en="Where would you take hours for selling from, and what do these reports not tell you? One or two sentences; nobody marks them.",
            ru="Откуда Вы взяли бы часы для продаж и чего эти отчёты не говорят? Одна-две фразы; их не оценивают.",
        ),
        checklist=(
            Words(
                en="It names the activity, and says whether that holds as observed as well",
                ru="Назван вид работы — и сказано, подтверждается ли это наблюдениями",
            ),
            Words(
                en="It says who could do that work instead, or how it could be left out",
                ru="Сказано, кто сделает эту работу вместо специалиста или как обойтись без неё",
            ),
            Words(
                en="It says what the reports do not tell: what an hour brings",
                ru="Сказано, чего отчёты не говорят: что приносит час",
            ),
        ),
    ),
)
