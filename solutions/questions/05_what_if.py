"""Questions of notebook 05, what if: words, right answers and known mistakes."""

from typing import Any

import pandas as pd

from casekit.board.shared import HELD
from casekit.company import Case
from casekit.model import (
    benchmark_plan,
    best_plan,
    calibrate_history,
    project,
    proposals,
    share_of_gain,
)
from casekit.model import service_left as leave_service
from casekit.model.plans.explaining import learned_basis
from casekit.model.plans.norm import NORM_HOURS
from casekit.model.plans.proposals import people_affected
from casekit.questions.record import Words, figure, mistake, question, reading

from ..figures import VERDICTS, kept

#: What the kinds of selling were learned to, by how much of a curve the data settled.
BASIS = {"mostly": "learned", "partly": "partly", "hardly": "assumed", "told": "assumed"}
#: Shares of a curve at which words change, and how near to them both words can be defended.
EDGES, NEAR = (0.25, 0.6), 0.05
SELLING_ROWS = ("retention", "expansion", "conversion")
#: Under this change of margin in two years, level and falling or rising can hardly be told apart.
HARDLY_FALLS, LEVEL = 0.005, 0.001


@kept
def learned(case: Case) -> pd.Series:
    """How much of each curve the data settled."""
    return calibrate_history(case).intervals.set_index("activity")["learned_share"]


def rests_on(case: Case) -> dict[str, str]:
    """What each statement of the model rests on."""
    curves = {name: BASIS[learned_basis(float(learned(case)[name]))] for name in SELLING_ROWS}
    return {"level": "learned", **curves, "below_floor": "assumed", "rivals": "assumed"}


def rests_on_the_other_way(case: Case) -> dict[str, str] | None:
    """The same where a curve lies so near to an edge that the next word fits as well."""
    words = rests_on(case)
    lower, upper = EDGES
    for name in SELLING_ROWS:
        share = float(learned(case)[name])
        if abs(share - lower) < NEAR:
            words[name] = "assumed" if words[name] == "partly" else "partly"
        elif abs(share - upper) < NEAR:
            words[name] = "learned" if words[name] == "partly" else "partly"
    return None if words == rests_on(case) else words


@kept
def yearly_margin(case: Case) -> pd.Series:
    """Gross margin of each year under today's hours, thousands."""
    return project(case).profit["margin_krub"]


def margin_fall(case: Case) -> float:
    """By what share the margin of the third year is below that of the first."""
    margin = yearly_margin(case)
    return 1.0 - float(margin.iloc[-1] / margin.iloc[0])


def kept_level(case: Case) -> str:
    """What a plan has brought whose margin stays on the level."""
    fall = margin_fall(case)
    return "gained" if fall > LEVEL else "nothing" if fall > -LEVEL else "lost"


def kept_level_nearly(case: Case) -> str | None:
    """What can be said as well where today's hours hardly lose or gain anything."""
    return "nothing" if LEVEL < abs(margin_fall(case)) < HARDLY_FALLS else None


@kept
def service(case: Case) -> pd.Series:
    """What it is worth to leave everybody so many hours of service, thousands."""
    return leave_service(case)["gain_krub"]


def at_floor(case: Case) -> float:
    """What service down to its floor is worth against today, thousands."""
    return float(service(case)[case.terms.service_floor_hours])


def without_service(case: Case) -> float:
    """What no service at all is worth against today, thousands."""
    return float(service(case)[0.0])


def verdict_on_service(case: Case) -> str:
    """Whether the head of service is right: all of it, every last hour."""
    if without_service(case) >= at_floor(case):
        return "right"
    return "partly" if at_floor(case) > 0 else "wrong"


@kept
def benchmark_share(case: Case) -> float:
    """Part of the attainable gain that the best quarter's split for everybody reaches."""
    return share_of_gain(case, benchmark_plan(case))


@kept
def people_of_benchmark(case: Case) -> int:
    """How many people's months the best quarter's split would change."""
    plan, c = benchmark_plan(case), calibrate_history(case)
    return people_affected(plan.hours(c.today_hours, c.rep_ids, c.regions), c.today_hours)


def verdict_on_norm(case: Case) -> str:
    """Whether the chief executive is right: the mix of the best as a norm for everybody."""
    share = benchmark_share(case)
    return "wrong" if share <= 0 else "right" if share >= 0.95 else "partly"


@kept
def whole(case: Case) -> Any:
    """The best plan."""
    return best_plan(case)


def whole_gain(case: Case) -> float:
    """Gain of both levers, share of today's value."""
    return float(whole(case).gain_krub / whole(case).present_krub)


@kept
def reshuffle_gain(case: Case) -> float:
    """Gain of reshuffled selling hours, share of today's value."""
    found = best_plan(case, HELD)
    return float(found.gain_krub / found.present_krub)


@kept
def weighed(case: Case) -> pd.DataFrame:
    """The three proposals side by side."""
    return proposals(case).table


@kept
def half_way(case: Case) -> float:
    """Part of the gain that half of the way to the best plan brings."""
    return share_of_gain(case, whole(case).plan.scaled(0.5))


def surer(case: Case) -> str | None:
    """The norm for its chance, where its chance of a gain is the higher one."""
    chance = weighed(case)["chance"]
    return "norm_surer" if chance["norm"] > chance["personal"] + 0.02 else None


def person(case: Case) -> str | None:
    """A plan for each person, where it is ahead of the norm even when things go badly."""
    low = weighed(case)["p20_krub"]
    return "person" if low["personal"] > low["norm"] else None


def not_ahead(case: Case) -> str | None:
    """A plan for each person, where it is behind the norm when things go badly."""
    return None if person(case) else "person"


TOPICS = {
    "plan": Words(en="What if", ru="Что будет, если"),
    "opinions": Words(en="Six opinions around one table", ru="Шесть мнений за одним столом"),
}

QUESTIONS = (
    question(
        "plan.rests_on",
        "grid",
        points=6,
        criterion="marginal",
        ask=Words(
            en="What does each statement of the model rest on: on this company’s 24 months, on them in part, or on an assumption?",
            ru="На чём держится то, что скажет модель: на 24 месяцах компании, отчасти на них или на допущении?",
        ),
        rows={
            "level": Words(
                en="How much margin the coming months bring under today’s hours",
                ru="Сколько маржи дадут ближайшие месяцы при сегодняшних часах",
            ),
            "retention": Words(
                en="How much business is lost where retention’s hours are cut",
                ru="Сколько бизнеса уйдёт, если сократить часы удержания",
            ),
            "expansion": Words(
                en="What eight more hours of expansion bring",
                ru="Что дадут ещё восемь часов расширения",
            ),
            "conversion": Words(
                en="What eight more hours of conversion bring",
                ru="Что дадут ещё восемь часов конверсии",
            ),
            "below_floor": Words(
                en="How many clients leave where service goes below its floor",
                ru="Сколько клиентов уйдёт, если сервиса станет меньше минимума",
            ),
            "rivals": Words(
                en="That competitors will press on for three years as they do now",
                ru="Что конкуренты и следующие три года будут давить как сейчас",
            ),
        },
        options={
            "learned": Words(en="mostly learned", ru="в основном по данным"),
            "partly": Words(en="learned in part", ru="отчасти по данным"),
            "assumed": Words(en="mostly assumed", ru="в основном допущение"),
        },
        hints=(
            Words(
                en="Hours that somebody worked are one thing, knowing what they bring another. What has differed here so much, between people or months, that its effect shows, and of what has there never been any?",
                ru="Одно дело — кто-то столько отработал, другое — известно, сколько это даёт. Что здесь различалось у людей или по месяцам так сильно, что видны последствия, а чего не было ни разу?",
            ),
            Words(
                en="The hindcast held the first statement against the books. Retention has a region that tried something else. For expansion and conversion look at the band eight hours to the right of today’s dot, not at the solid line: is it still narrow? Of the last two rows: did it happen in these 24 months?",
                ru="Первое утверждение проверено на прошлом. С удержанием один регион ставил опыт. У расширения и конверсии смотрите не на сплошную линию, а на полосу в восьми часах правее сегодняшней точки: узкая ли она ещё? О двух последних строках спросите себя: было ли такое за эти 24 месяца?",
            ),
        ),
        right=rests_on,
        also={
            "near": reading(
                rests_on_the_other_way,
                en="One of the curves lies just between two words: this one can be defended as well.",
                ru="Одна из кривых лежит как раз между двумя словами: и это можно отстаивать.",
            ),
        },
        mistakes={
            "hindcast_proves_all": mistake(
                {
                    "expansion": "learned",
                    "conversion": "learned",
                    "below_floor": "learned",
                    "rivals": "learned",
                },
                en="The hindcast was a success and seems to vouch for everything. But the hours of those months were much like those before: what has it not tested?",
                ru="Проверка на прошлом удалась и будто бы ручается за всё. Но часы в те месяцы были почти прежние: чего он не проверил?",
            ),
            "all_models_assume": mistake(
                {"level": "assumed", "retention": "assumed"},
                en="A model is made of assumptions: that is quickly said. This one was held against months it did not know, and against hours that did differ.",
                ru="Проще всего сказать, что модель — сплошное допущение. Но эту проверили на месяцах, которых она не знала, и на часах, которые различались.",
            ),
            "retention_in_part": mistake(
                {"retention": "partly"},
                en="Some of it stays open, that is so. But compare the bands: is the first picture’s, after a cut, as wide as the others’ after an addition? Fewer hours have been worked here.",
                ru="Кое-что здесь и правда открыто. Но сравните полосы: так ли широка первая после сокращения, как две другие после прибавки? Меньше часов здесь уже отрабатывали.",
            ),
            "in_the_middle": mistake(
                {
                    "level": "partly",
                    "below_floor": "partly",
                    "rivals": "partly",
                },
                en="“In part” is the cautious answer. Be bolder: ask whether the company has ever seen this differ, or never at all.",
                ru="«Отчасти» — ответ осторожный. Решайтесь: бывало ли здесь такое по-разному или не было ни разу?",
            ),
        },
        why=Words(
            en="What differed could be learned: how much margin today’s hours bring, and how much business leaves where retention is cut. Of expansion and conversion it is known what today’s hours bring, and not what more would, though somebody worked more: the books narrowed the bounds by { $retention } for retention, by { $expansion } and { $conversion } for these two. Nobody has ever worked below the service floor, and nobody knows what competitors will do. One would like the hindcast to vouch for all, but it tested hours much like those before.",
            ru="Узнать можно было то, что бывало разным: сколько маржи дают сегодняшние часы и сколько бизнеса уходит, если убавить удержание. О расширении и конверсии известно, что дают сегодняшние часы. Кто-то отрабатывал и больше, но сколько это даёт, этим ещё не сказано: отчётность сузила границы на { $retention } у удержания, на { $expansion } у расширения и на { $conversion } у конверсии. Ниже минимума сервиса здесь никто не работал, а чем займутся конкуренты, не знает никто. Удачную проверку на прошлом хочется отнести ко всему сразу, но она касалась часов, почти не отличавшихся от прежних.",
        ),
        why_figures=lambda case: {
            "retention": figure(learned(case)["retention"], "share"),
            "expansion": figure(learned(case)["expansion"], "share"),
            "conversion": figure(learned(case)["conversion"], "share"),
        },
    ),
    question(
        "plan.against_what",
        "choice",
        points=1,
        criterion="plan",
        ask=Words(
            en="A plan keeps the yearly margin for three years at the level of the first. “So it has brought nothing,” says the finance director. What has it brought?",
            ru="План три года держит годовую маржу на уровне первого года. «Значит, он ничего не принёс», — говорит финансовый директор. Что он принёс?",
        ),
        options={
            "gained": Words(
                en="as much as today’s hours would have lost by then",
                ru="столько, сколько за это время потеряли бы сегодняшние часы",
            ),
            "nothing": Words(
                en="nothing beyond what there was: the third year brings what the first one brought",
                ru="ничего сверх прежнего: третий год принёс столько же, сколько первый",
            ),
            "lost": Words(
                en="a loss: with today’s hours margin would have grown by then",
                ru="убыток: при сегодняшних часах маржа к тому времени выросла бы",
            ),
            "unknown": Words(
                en="it cannot be told: nobody has lived through these years without the plan",
                ru="сказать нельзя: этих лет без плана никто не прожил",
            ),
        },
        hints=(
            Words(
                en="A plan is held against what would happen without it, not against yesterday.",
                ru="План сравнивают с тем, что было бы без него, а не со вчерашним днём.",
            ),
            Words(
                en="In the picture: where does the line of today’s hours stand in the third year, and where in the first?",
                ru="На графике: где линия сегодняшних часов на третьем году и где на первом?",
            ),
        ),
        right=kept_level,
        also={
            "hardly": reading(
                kept_level_nearly,
                en="In this company margin under today’s hours hardly moves, so “nothing” can be defended; the comparison, though, must be made.",
                ru="В этой компании маржа при сегодняшних часах почти не меняется, так что и «ничего» можно отстаивать; но сравнить всё равно нужно.",
            ),
        },
        mistakes={
            "against_yesterday": mistake(
                lambda case: None if kept_level_nearly(case) else "nothing",
                en="That compares with yesterday, as reports do. A decision is compared with what would come without it.",
                ru="Это сравнение со вчерашним днём, как в отчётах. Решение сравнивают с тем, что было бы без него.",
            ),
            "money_dearer": mistake(
                "lost",
                en="That answer has interest in mind, or growth that was hoped for. Today’s hours would have brought neither: look at their line.",
                ru="Так отвечает тот, кто думает о процентах или о росте, на который надеялись. Но сегодняшние часы дали бы не это: посмотрите на их линию.",
            ),
            "agnostic": mistake(
                "unknown",
                en="It was not seen, that is true. It was estimated, though, by a model that has just been held against nine months it did not know.",
                ru="Видеть этого никто не мог, верно. Но это оценила модель, которую только что проверили на девяти месяцах, ей неизвестных.",
            ),
            "gained_after_all": mistake(
                "gained",
                en="In many companies that would be so. Look where the line of today’s hours goes in this one.",
                ru="Во многих компаниях было бы так. Посмотрите, куда идёт линия сегодняшних часов в этой.",
            ),
        },
        why=Words(
            en="Under today’s hours the third year’s margin would be { $part } of the first’s: that is what the plan is measured against. “Nothing” is a natural answer, because reports compare with the year before.",
            ru="При сегодняшних часах маржа третьего года составила бы { $part } маржи первого: с этим план и сравнивают. «Ничего» отвечают потому, что отчёты сравнивают с прошлым годом.",
        ),
        why_figures=lambda case: {"part": figure(1.0 - margin_fall(case), "share", 1)},
    ),
    question(
        "plan.guess_cut",
        "number",
        guess=True,
        unit="share",
        tolerance=0.01,
        ask=Words(
            en="Your guess: what percentage of recurring revenue will be missing after three years?",
            ru="Ваша догадка: скольких процентов регулярной выручки недостанет через три года?",
        ),
    ),
    question(
        "plan.below_floor",
        "number",
        points=2,
        criterion="marginal",
        unit="krub",
        tolerance=500.0,
        ask=Words(
            en="The head of service wants the last hours too, those below the floor. How much value would it cost the company to give away these very hours, { $currency }k?",
            ru="Руководитель сервиса просит и последние часы, те, что ниже минимума. Сколько ценности потеряет компания, если отдаст именно их, тыс. { $currency }?",
        ),
        hints=(
            Words(
                en="Two plans carry a figure: service down to the floor, and none at all. What is asked is what lies between them.",
                ru="Подписаны два плана: сервис до минимума и никакого сервиса. Спрашивается о том, что между ними.",
            ),
            Words(
                en="Take the figure on the right off the one at the floor; mind the signs.",
                ru="Вычтите из числа у минимума число справа; не забудьте о знаках.",
            ),
        ),
        right=lambda case: at_floor(case) - without_service(case),
        mistakes={
            "against_today": mistake(
                lambda case: -without_service(case),
                en="That compares the second plan with today. Today’s hours have a good deal of service to free before the floor: what would have been won there is lost as well. Compare plan with plan.",
                ru="Это сравнение второго плана с сегодняшним днём. Но до минимума ещё можно было выиграть, и этот выигрыш тоже потерян. Сравните план с планом.",
            ),
            "to_floor_alone": mistake(
                at_floor,
                en="That is what the way to the floor brings. Asked is what the way on costs.",
                ru="Это то, что даёт путь до минимума. Спрашивается, чего стоит путь дальше.",
            ),
            "sign_dropped": mistake(
                lambda case: at_floor(case) + without_service(case),
                en="A sign was lost on the way: the figure on the right is a loss, and taking a loss off adds it.",
                ru="По дороге потерялся знак: число справа — убыток, а вычесть убыток значит прибавить его.",
            ),
            "turned": mistake(
                lambda case: without_service(case) - at_floor(case),
                en="The size is right. Asked is what it costs: a cost is given without a minus.",
                ru="Величина верная. Но спрашивается, сколько это стоит: стоимость называют без минуса.",
            ),
        },
        why=Words(
            en="{ $answer }: down to the floor the freed hours bring { $floor }, technicians paid; then clients notice that nobody comes. How many leave for it is assumed in this case, for nobody here has tried. Comparing with today hides what was already won.",
            ru="{ $answer }: до минимума высвобожденные часы приносят { $floor }, и техники уже оплачены, а дальше клиенты замечают, что к ним не едут. Сколько их уйдёт, для кейса принято условно: здесь этого никто не пробовал. Кто сравнит с сегодняшним днём, уже выигранного не заметит.",
        ),
        why_figures=lambda case: {"floor": figure(at_floor(case), "money")},
    ),
    question(
        "opinions.service",
        "choice",
        ask=Words(
            en="The head of service: “Give us all of the service, every last hour, and they will have time to sell.” What do the data say?",
            ru="Руководитель сервиса: «Отдайте нам весь сервис, до последнего часа, — и у них появится время продавать». Что говорят данные?",
        ),
        options=VERDICTS,
        right=verdict_on_service,
        mistakes={
            "all_of_it": mistake(
                "right",
                en="Up to a point he is. Read the right end of the picture: does the last hour still pay?",
                ru="До некоторого предела — да. Посмотрите на правый край графика: окупается ли последний час?",
            ),
            "none_of_it": mistake(
                "wrong",
                en="That throws out what he saw. Read the left part of the picture: technicians are paid in it already.",
                ru="Так пропадёт и то, что он увидел. Посмотрите на левую часть графика: техники в ней уже оплачены.",
            ),
            "not_from_this": mistake(
                "unsaid",
                en="How many clients leave below the floor is assumed, that is true. Above it the data and the prices say enough.",
                ru="Сколько клиентов уйдёт ниже минимума, и правда допущение. Но выше минимума данных и цен достаточно.",
            ),
            "in_part_after_all": mistake(
                "partly",
                en="Look at both ends of the picture once more.",
                ru="Посмотрите ещё раз на оба края графика.",
            ),
        },
        why=Words(
            en="Down to the floor it brings { $floor } with technicians paid; “every last hour” comes to { $none } against today. He saw something real and went one step too far.",
            ru="До минимума это приносит { $floor }, техники оплачены; а «до последнего часа» обернулось бы иначе: { $none } против сегодняшнего дня. Он заметил верное, но пошёл на шаг дальше, чем следовало.",
        ),
        why_figures=lambda case: {
            "floor": figure(at_floor(case), "money"),
            "none": figure(without_service(case), "money"),
        },
    ),
    question(
        "plan.committed",
        "plan",
        points=5,
        criterion="plan",
        attainable=3,
        ask=Words(
            en="Your plan: move the hours on the board, answer “Why this plan?” in a line, and press “Commit”",
            ru="Ваш план: передвиньте часы на панели, ответьте одной строкой на «Почему этот план?» и нажмите «Принять план»",
        ),
        hints=(
            Words(
                en="See on the board where one more hour is worth most, and move hours there from where it is worth least.",
                ru="Посмотрите на панели, где ещё один час даёт больше всего, и перенесите часы туда, откуда он даёт меньше всего.",
            ),
            Words(
                en="Try a proposal of the meeting, then move back the hours that bring less than where they were. In the reason say what you gave up and why.",
                ru="Попробуйте одно из предложений совещания, а потом верните часы, которые дают меньше, чем на прежнем месте. В причине напишите, чем Вы пожертвовали и почему.",
            ),
        ),
        mistakes={
            "unchanged": mistake(
                en="These are today’s hours. That can be an answer, but leaving them is not free: see the margin of today’s hours above.",
                ru="Это сегодняшние часы. И такой ответ возможен, но он не бесплатный: посмотрите выше на маржу сегодняшних часов.",
            ),
            "benchmark_mix": mistake(
                en="That is the split borrowed from other firms. It was measured elsewhere: say for whom here it fits and for whom not, and mend it there.",
                ru="Это деление часов, взятое у других фирм. Измеряли его не здесь: скажите, кому у нас оно подходит, а кому нет, и поправьте у тех, кому не подходит.",
            ),
        },
        why=Words(
            en="A plan earns its points by keeping the limits and by a reason that another can check; how much of the attainable it reaches counts for three of the five. Nobody can hit the top blind: it is flat, and the direction counts.",
            ru="План получает баллы за то, что держится ограничений, и за причину, которую другой может проверить; доля достижимого — это три балла из пяти. Вслепую вершину не угадать, да и незачем: она плоская, важно направление.",
        ),
    ),
    question(
        "plan.benchmark",
        "number",
        points=1,
        criterion="plan",
        unit="ratio",
        told_as="percent",
        tolerance=0.01,
        ask=Words(
            en="What part of the attainable gain does the chief executive’s norm bring? (The attainable gain is that of a plan for each person.)",
            ru="Какую часть достижимого выигрыша даёт норма гендиректора? (Достижимый — это выигрыш плана для каждого.)",
        ),
        hints=(
            Words(
                en="“What part” is a division: the gain of the norm by the gain of the best there is.",
                ru="«Какую часть» — это деление: выигрыш нормы делят на выигрыш лучшего из возможного.",
            ),
            Words(
                en="Both gains stand in the first column of the table of proposals, by the best estimate.",
                ru="Оба выигрыша стоят в первом столбце таблицы предложений, по лучшей оценке.",
            ),
        ),
        right=benchmark_share,
        mistakes={
            "hundred": mistake(
                lambda case: 1.0,
                en="That would mean that nothing better can be done with these people. It is the best of other firms: is there no row above it in the table?",
                ru="Это значило бы, что лучшего с этими людьми не сделать. Но это лучшие в других фирмах: разве в таблице нет строки с большим выигрышем?",
            ),
            "of_the_value": mistake(
                lambda case: benchmark_share(case) * whole_gain(case),
                en="That is the gain as a share of today’s value. Asked is its part of the attainable gain: divide gain by gain.",
                ru="Это выигрыш как доля сегодняшней ценности. Спрашивается часть достижимого выигрыша: делите выигрыш на выигрыш.",
            ),
            "lost_part": mistake(
                lambda case: 1.0 - benchmark_share(case),
                en="That is the part that is lost. Asked is the part that is gained.",
                ru="Это потерянная часть. Спрашивается та, которая получена.",
            ),
            "upside_down": mistake(
                lambda case: 1.0 / benchmark_share(case),
                en="The fraction is upside down: the norm’s gain belongs on top.",
                ru="Дробь перевёрнута: выигрыш нормы должен стоять сверху.",
            ),
        },
        why=Words(
            en="{ $answer }: a lot for so little effort, but not everything. Other people’s shares know nothing of your clients nor of your next hour. “All of it” tempts because it is what the best do, elsewhere.",
            ru="{ $answer }: немало для решения, над которым никто не думал, но не всё. Чужие доли не знают ни Ваших клиентов, ни Вашего следующего часа. Ответить «всё» хочется потому, что так делают лучшие — но у других.",
        ),
    ),
    question(
        "plan.dilemma",
        "choice",
        points=2,
        criterion="plan",
        ask=Words(
            en="You may put one proposal before the board, and must say why. Which sentence can you defend with the table?",
            ru="Совету можно предложить одно — и сказать почему. Какую фразу Вы сможете защитить с таблицей в руках?",
        ),
        options={
            "norm": Words(
                en="The small norm: one sentence tells it, few months change much; for that we give up part of the gain",
                ru="Небольшая норма: умещается в одну фразу, мало чей месяц сильно меняется; за это отдаём часть выигрыша",
            ),
            "person": Words(
                en="A plan for each person: it is ahead of the norm even in the gain reached four times in five; for that we talk to each",
                ru="План для каждого: он впереди нормы и по выигрышу, который выходит в четырёх случаях из пяти; поговорим с каждым",
            ),
            "person_sum": Words(
                en="A plan for each person: it will bring what the first column says, and no other comes near",
                ru="План для каждого: он принесёт то, что стоит в первом столбце, а другие столько не принесут",
            ),
            "norm_surer": Words(
                en="The small norm: it moves fewer hours, so its chance of a gain is higher",
                ru="Небольшая норма: сдвигает меньше часов, поэтому и вероятность выигрыша выше",
            ),
            "chief": Words(
                en="The chief executive’s norm: it has been measured in other firms, so it is no guess like the others",
                ru="Норма гендиректора: её уже измерили в других фирмах, так что это не догадка, как остальные",
            ),
            "leave": Words(
                en="Leave it: what nobody changes cannot fail, and people go on with what they know",
                ru="Оставить как есть: чего не меняли, то не сорвётся, и люди делают то, что умеют",
            ),
        },
        hints=(
            Words(
                en="Hold each reason against its column. A reason that the table does not bear is out, whatever the proposal is worth.",
                ru="Сверьте каждый довод с его столбцом. Довод, которого таблица не подтверждает, отпадает, чего бы ни стоило само предложение.",
            ),
            Words(
                en="The first column is a best estimate. The best-looking estimate is usually too optimistic: see the columns beside it. Two sentences remain.",
                ru="Первый столбец — лучшая оценка. Самая красивая из многих оценок обычно завышена: посмотрите на соседние столбцы. Остаются две фразы.",
            ),
        ),
        right="norm",
        also={
            "for_each": reading(
                person,
                en="Defensible as well: more is left of it even when things go badly, and the price, a talk with each in place of one sentence, is named.",
                ru="Тоже можно защитить: даже при неудаче от него остаётся больше, а цена — разговор с каждым вместо одной фразы — названа.",
            ),
            "surer_too": reading(
                surer,
                en="In this company the norm’s chance is indeed the higher one, so this too can be defended.",
                ru="В этой компании вероятность у нормы действительно выше, поэтому и это можно защитить.",
            ),
        },
        mistakes={
            "promised": mistake(
                "person_sum",
                en="The largest number tempts. It was found by choosing the best of many estimates for each person, and such a choice picks up luck as well: carried out, it brings less than it promises. Look for a column that allows for it.",
                ru="Самое большое число соблазняет. Но его нашли, выбирая каждому лучшее из многих оценок, а такой выбор прихватывает и удачу: на деле он даст меньше обещанного. Поищите столбец, в котором это учтено.",
            ),
            "looks_surer": mistake(
                lambda case: None if surer(case) else "norm_surer",
                en="Smaller and simpler feels surer. Look at the column of chances: does it tell the two apart?",
                ru="Что меньше и проще, кажется надёжнее. Посмотрите на столбец вероятностей: различает ли он эти два плана?",
            ),
            "measured_elsewhere": mistake(
                "chief",
                en="Measured, yes, on other people with other clients. What it brings here had to be estimated by the same curves as the other proposals: it is no less of a guess. A reason that holds stands in the table.",
                ru="Измерили, да — на других людях с другими клиентами. Что она даст здесь, пришлось оценить по тем же кривым, что и остальные предложения: догадки в ней не меньше. Годный довод должен стоять в таблице.",
            ),
            "nothing_fails": mistake(
                "leave",
                en="Nobody is blamed for what was left alone. Look at the first picture of doing nothing: what does it cost?",
                ru="За то, что оставили как есть, никого не ругают. Вернитесь к картинке «оставить как есть»: чего это стоит?",
            ),
            "not_here": mistake(
                not_ahead,
                en="In many companies that holds. Read the column of the gain reached four times in five once more: here it does not.",
                ru="Во многих компаниях это так. Перечитайте столбец с выигрышем в четырёх случаях из пяти: здесь это не подтверждается.",
            ),
        },
        why=Words(
            en="Two sentences can be defended: the norm reaches { $norm } of the attainable, a plan for each person promises all of it and four times in five brings { $low } or more of that. People whose month changes much: { $few } under the norm, { $many } under plans for each. The first column alone misleads: the best-looking estimate is usually too optimistic.",
            ru="Защитить можно две фразы: норма даёт { $norm } достижимого; план для каждого обещает всё и в четырёх случаях из пяти приносит { $low } обещанного или больше. Людей, чей месяц сильно меняется: при норме — { $few }, при плане для каждого — { $many }. Обманывает первый столбец: самая красивая из многих оценок обычно завышена.",
        ),
        why_figures=lambda case: {
            "norm": figure(weighed(case)["share"]["norm"], "share"),
            "few": figure(weighed(case)["people_affected"]["norm"]),
            "many": figure(weighed(case)["people_affected"]["personal"]),
            "low": figure(
                weighed(case)["p20_krub"]["personal"] / weighed(case)["gain_krub"]["personal"],
                "share",
            ),
        },
    ),
    question(
        "opinions.norm",
        "choice",
        ask=Words(
            en="The chief executive: “Let us take the mix of the best and set it as the norm for everybody.” What do the data say?",
            ru="Генеральный директор: «Возьмём распределение времени у лучших и с первого числа сделаем его нормой для всех». Что говорят данные?",
        ),
        options=VERDICTS,
        right=verdict_on_norm,
        mistakes={
            "works_for_them": mistake(
                "right",
                en="It works for them, and here it brings something. Compare it with the best there is for these very people.",
                ru="У них получилось, и здесь это кое-что даёт. Сравните с лучшим, что есть для этих самых людей.",
            ),
            "no_good": mistake(
                "wrong",
                en="Borrowed is not worthless. Look at its gain against today’s hours.",
                ru="Чужое — ещё не значит бесполезное. Посмотрите на его выигрыш против сегодняшних часов.",
            ),
            "not_from_this": mistake(
                "unsaid",
                en="What it rests on elsewhere is not known, that is true. What it would bring here, the model has counted as for every other plan.",
                ru="На чём оно держится у других, и правда неизвестно. Но что оно даст здесь, модель посчитала так же, как для любого другого плана.",
            ),
            "in_part_after_all": mistake(
                "partly",
                en="Compare its gain with the attainable once more.",
                ru="Сравните его выигрыш с достижимым ещё раз.",
            ),
        },
        why=Words(
            en="A norm can be defended; his, borrowed from others, brings { $share } of the attainable (months changed by more than a quarter: { $people }). The small norm, found on one’s own data, brings { $own }, because it may move no more than { $moved } hours of a month; his moves as many as the limits allow.",
            ru="Норму можно отстаивать, но норма гендиректора взята у других: она даёт { $share } достижимого и сильно меняет месяц многим (больше чем на четверть: { $people }). Небольшая норма, найденная по своим данным, даёт { $own }: ей разрешено передвинуть не больше { $moved } ч в месяц, а его норма идёт так далеко, как пускают ограничения.",
        ),
        why_figures=lambda case: {
            "share": figure(benchmark_share(case), "share"),
            "people": figure(people_of_benchmark(case)),
            "own": figure(weighed(case)["share"]["norm"], "share"),
            "moved": figure(NORM_HOURS),
        },
    ),
    question(
        "plan.half_way",
        "number",
        guess=True,
        unit="share",
        tolerance=0.01,
        ask=Words(
            en="Your guess: everybody goes half of the way to a plan of their own. What part of its gain does that bring?",
            ru="Ваша догадка: каждый прошёл половину пути к своему плану. Какую часть его выигрыша это даст?",
        ),
    ),
    question(
        "plan.reshuffle_gain",
        "number",
        points=1,
        criterion="plan",
        basis="computed",
        unit="share",
        tolerance=0.001,
        ask=Words(
            en="What share of today’s value does reshuffling selling hours alone add?",
            ru="Какую долю сегодняшней ценности прибавляет одно лишь перераспределение часов продаж?",
        ),
        hints=(
            Words(
                en="The row is given: the first lever. A gain can be told in money, as a share of today’s value, or as a share of the whole gain. Which one is asked?",
                ru="Строка уже указана — первый рычаг. Прирост можно назвать в деньгах, долей сегодняшней ценности или долей всей прибавки. О чём вопрос?",
            ),
            Words(
                en='In place of the dots write the column "of_value_share", in quotes.',
                ru='Вместо точек впишите столбец "of_value_share", в кавычках.',
            ),
        ),
        right=reshuffle_gain,
        mistakes={
            "of_the_best": mistake(
                lambda case: reshuffle_gain(case) / whole_gain(case),
                en="That is gain divided by gain: which part of both levers the first one is. Asked is how much it adds to today’s value.",
                ru="Это выигрыш, делённый на выигрыш: какую часть обоих рычагов даёт первый. Спрашивается, сколько он прибавляет к сегодняшней ценности.",
            ),
            "both_levers": mistake(
                whole_gain,
                en="That is both levers together, with hours freed from service and paperwork. The first alone is meant.",
                ru="Это оба рычага вместе, с часами, высвобожденными из сервиса и бумаг. Спрашивается только первый.",
            ),
            "freed_hours": mistake(
                lambda case: whole_gain(case) - reshuffle_gain(case),
                en="That is the second lever, the freed hours. The first is meant.",
                ru="Это второй рычаг, высвобожденные часы. Спрашивается первый.",
            ),
        },
        why=Words(
            en="{ $answer } without one new person or one new hour; freed hours add another { $freed }, technicians and assistants paid. Do not confuse a share of the gain with growth: the two numbers stand side by side.",
            ru="{ $answer } — без единого нового человека и нового часа; высвобожденные часы добавляют ещё { $freed }, и техники с помощниками уже оплачены. Не путайте долю выигрыша с приростом: эти числа стоят рядом.",
        ),
        why_figures=lambda case: {
            "freed": figure(whole_gain(case) - reshuffle_gain(case), "share", 1)
        },
    ),
)
