"""Questions of notebook 06, the decision: words, right answers and known mistakes."""

from itertools import combinations

import pandas as pd

from casekit.analysis import region_that_changed, stop_bounds
from casekit.company import Case
from casekit.questions.record import (
    Mistake,
    Words,
    figure,
    holds,
    lacks,
    mistake,
    question,
    reading,
)

from ..figures import kept

#: Months of the pilot, and the design whose luck the notebook shows.
MONTHS, DESIGN = 9, "half_randomised"
#: Rules to stop by: figure, and the change against the others at which one would stop.
RULES = {
    "opened_10": ("opened", -0.10),
    "opened_35": ("opened", -0.35),
    "gained_45": ("gained_krub", -0.45),
    "lost_20": ("lost_krub", 0.20),
    "recurring_6": ("recurring_krub", -0.06),
    "margin_3": ("margin_krub", -0.03),
}
#: How near to the bound of luck a rule can be kept or left.
NEAR = 0.10
#: Most rules near their bounds at once of which every choice is known.
MOST_NEAR = 2


@kept
def bounds(case: Case) -> pd.DataFrame:
    """Where luck alone ends after nine months, by figure."""
    region = region_that_changed(case)
    without = None if region is None else region.region
    figures = sorted({name for name, _ in RULES.values()})
    return stop_bounds(case, figures, (MONTHS,), DESIGN, without).xs(MONTHS, level="months")


def times_luck(case: Case, rule: str) -> float:
    """How many times the bound of luck a rule's change is."""
    name, change = RULES[rule]
    return float(change / bounds(case).at[name, "low_share" if change < 0 else "high_share"])


def outside_luck(case: Case) -> tuple[str, ...]:
    """Rules that luck alone hardly ever sets off."""
    return tuple(rule for rule in RULES if times_luck(case, rule) > 1.0)


def near_luck(case: Case, number: int) -> tuple[str, ...] | None:
    """The same with rules near their bound the other way round, the `number`th such choice."""
    near = [rule for rule in RULES if abs(times_luck(case, rule) - 1.0) < NEAR][:MOST_NEAR]
    ways = [set(some) for size in range(1, len(near) + 1) for some in combinations(near, size)]
    if number >= len(ways):
        return None
    turned = set(outside_luck(case)) ^ ways[number]
    return tuple(rule for rule in RULES if rule in turned)


BOTH_WAYS = reading(
    en="A rule that lies about where luck ends can be kept or left: both are defensible.",
    ru="Правило, стоящее примерно там, где кончается случайность, можно и взять, и оставить.",
)


def near_the_bound(number: int) -> Mistake:
    """Reading that takes rules near their bound the other way round."""
    return reading(lambda case: near_luck(case, number), **BOTH_WAYS.words)


TOPICS = {"decision": Words(en="The decision", ru="Решение")}

QUESTIONS = (
    question(
        "decision.plan",
        "plan",
        points=2,
        criterion="plan",
        ask=Words(
            en="Your decision: keep the plan, adjust it or take another on the board above, say why in a line, and press “Commit”",
            ru="Ваше решение: оставьте план, поправьте его или возьмите другой на панели выше, одной строкой напишите почему и нажмите «Принять план»",
        ),
        hints=(
            Words(
                en="You know now what was attainable. Keep what you can explain to the people it concerns; adjust it where the table of proposals showed a weakness.",
                ru="Теперь Вы знаете, чего можно было достичь. Оставьте то, что сможете объяснить людям; поправьте там, где таблица предложений показала слабое место.",
            ),
            Words(
                en="A good reason names what is given up for what: gain for simplicity, for instance, or a deeper trough for more in the third year.",
                ru="В хорошем объяснении сказано, что и ради чего отдано: например, часть выигрыша ради простоты или более глубокий провал ради третьего года.",
            ),
        ),
        mistakes={
            "unchanged": mistake(
                en="These are today’s hours. “Leave it as it is” is a decision if the reason says what it costs and why that is worth it.",
                ru="Это сегодняшние часы. «Оставить как есть» — тоже решение, если в причине сказано, чего это стоит и почему того стоит.",
            ),
            "benchmark_mix": mistake(
                en="That is the split borrowed from other firms. By now you have a table that shows where it pinches.",
                ru="Это деление часов, взятое у других фирм. Теперь у Вас есть таблица, по которой видно, где оно жмёт.",
            ),
        },
        why=Words(
            en="The points are for limits kept and for a reason that another can check, not for the size of the gain: the decision is yours.",
            ru="Баллы здесь за соблюдённые ограничения и за причину, которую другой может проверить, а не за размер выигрыша: решаете Вы.",
        ),
    ),
    question(
        "decision.first_year",
        "choice",
        points=3,
        criterion="plan",
        ask=Words(
            en="The board will read one sentence: “In its first year the plan raises profit by …” Which end is true of the table above?",
            ru="Совет прочтёт одну фразу: «В первый год план прибавит к прибыли…» Какое окончание верно по таблице выше?",
        ),
        options={
            "profit_first": Words(
                en="… what the table gives as the profit of year 1",
                ru="…сумму, указанную в таблице как прибыль за год 1",
            ),
            "profit_second": Words(
                en="… what it gives as the profit of year 2, when the plan runs as it should",
                ru="…сумму, указанную как прибыль за год 2: тогда план уже заработает",
            ),
            "margin_first": Words(
                en="… what it gives as the gross margin of year 1",
                ru="…сумму, указанную как валовая маржа за год 1",
            ),
            "of_attainable": Words(
                en="… as many per cent as the share it reaches of the attainable",
                ru="…столько процентов, сколько он даёт от достижимого",
            ),
        },
        hints=(
            Words(
                en="What is left when technicians and assistants have been paid? And of which year does the sentence speak?",
                ru="Что остаётся, когда техникам и помощникам уже заплатили? И о каком годе говорит фраза?",
            ),
            Words(
                en="A promise is kept or broken in the year and on the figure it names. Both must fit.",
                ru="Обещание держат в том году и по тому показателю, которые названы. Должны подойти и год, и показатель.",
            ),
        ),
        right="profit_first",
        mistakes={
            "year_two": mistake(
                "profit_second",
                en="The second year is the better story, for deals take their time. But the board will hold the first year’s books against the sentence.",
                ru="Второй год выглядит лучше: сделкам нужно время. Но фразу сверят с отчётностью первого года.",
            ),
            "not_paid_yet": mistake(
                "margin_first",
                en="Those who do the freed work have not been paid from it, and their pay begins in the first month.",
                ru="Из этого ещё не заплатили тем, кто взял высвобожденную работу, а платить им с первого месяца.",
            ),
            "gain_by_gain": mistake(
                "of_attainable",
                en="That is gain divided by gain. It says how much of the possible the plan takes, and nothing of how profit grows.",
                ru="Это выигрыш, делённый на выигрыш. Он говорит, какую часть возможного берёт план, и ничего — о росте прибыли.",
            ),
        },
        why=Words(
            en="Profit, in the year named: margin less technicians and assistants, who are paid from the first month, while deals take about eight. The first year’s books will prove the other sentences wrong.",
            ru="Прибыль — и того года, который назван: маржа за вычетом техников и помощников; им платят с первого месяца, а сделки зреют месяцев восемь. Остальные фразы опровергнет отчётность первого года.",
        ),
    ),
    question(
        "decision.forecast",
        "range",
        points=2,
        criterion="risk",
        unit="krub",
        ask=Words(
            en="Your forecast: by how much will the plan raise profit in its first nine months, { $currency }k? Give the range that you are 80% sure of",
            ru="Ваш прогноз: на сколько план поднимет прибыль за первые девять месяцев, тыс. { $currency }? Укажите границы, в которых Вы уверены на 80 %",
        ),
        hints=(
            Words(
                en="The fan shows the gain of each month: the first months are below zero. Add up nine of them in your head, once along its lower edge and once along its upper one.",
                ru="Веер показывает прирост по месяцам, и первые месяцы ниже нуля. Сложите в уме девять месяцев: один раз по нижнему краю, другой — по верхнему.",
            ),
            Words(
                en="The fan knows the model’s doubts, not the luck of nine months: most people’s first range is too narrow. Sure of 80% means that one forecast in five may miss.",
                ru="Веер учитывает сомнения модели, но не удачу девяти месяцев: у большинства первый диапазон слишком узок. Уверенность 80 % значит, что один прогноз из пяти вправе промахнуться.",
            ),
        ),
        why=Words(
            en="A range that always hits is too wide, one that often misses too narrow.",
            ru="Диапазон, который всегда попадает, слишком широк, а который часто промахивается — слишком узок.",
        ),
    ),
    question(
        "decision.stop",
        "several",
        points=5,
        criterion="risk",
        ask=Words(
            en="“After nine months we stop the pilot if its people, against the others, …” Which of these rules lie outside luck? Tick all that apply",
            ru="«Через девять месяцев останавливаем пилот, если у его участников против остальных…» Какие правила не сработают от одной случайности? Отметьте все такие",
        ),
        options={
            "opened_10": Words(
                en="… have opened 10% fewer pursuits", ru="…начато на 10 % меньше сделок"
            ),
            "opened_35": Words(
                en="… have opened 35% fewer pursuits", ru="…начато на 35 % меньше сделок"
            ),
            "gained_45": Words(
                en="… have won 45% less business from competitors at shared clients",
                ru="…у конкурентов отвоёвано на 45 % меньше бизнеса у общих клиентов",
            ),
            "lost_20": Words(
                en="… have lost 20% more business", ru="…потеряно на 20 % больше бизнеса"
            ),
            "recurring_6": Words(
                en="… have 6% less recurring revenue", ru="…регулярная выручка на 6 % меньше"
            ),
            "margin_3": Words(en="… have 3% less margin", ru="…маржа на 3 % меньше"),
        },
        hints=(
            Words(
                en="For each rule find its figure in the table, and on it the bound of the right side: a fall is held against the lower one, a rise against the upper.",
                ru="Для каждого правила найдите его показатель в таблице и границу с нужной стороны: падение сверяют с нижней, рост — с верхней.",
            ),
            Words(
                en="A rule inside the bounds will one day stop a good plan. The size of the number says nothing by itself: figures differ in how much luck moves them.",
                ru="Правило внутри границ однажды остановит хороший план. Сама величина числа ничего не говорит: случайность качает показатели по-разному.",
            ),
        ),
        right=outside_luck,
        also={f"near_{number + 1}": near_the_bound(number) for number in range(2**MOST_NEAR - 1)},
        mistakes={
            "margin": mistake(
                holds("margin_3"),
                en="Margin is what counts in the end, so one wants to stop by it. Compare this fall with the one that luck alone makes in nine months.",
                ru="В конце концов важна маржа, и хочется останавливаться по ней. Сравните это падение с тем, которое за девять месяцев даёт одна случайность.",
            ),
            "early_warning": mistake(
                holds("opened_10", "lost_20"),
                en="A strict rule feels prudent. This one would stop a plan that does nothing wrong: hold it against its bound.",
                ru="Строгое правило кажется осмотрительным. Но это остановит план, который ни в чём не виноват: сверьте его с границей.",
            ),
            "small_number": mistake(
                lacks("recurring_6"),
                en="A few per cent look like nothing. Recurring revenue hardly moves by luck: look at its bounds.",
                ru="Несколько процентов кажутся пустяком. Но регулярная выручка от случайности почти не меняется: посмотрите на её границы.",
            ),
            "leading_left": mistake(
                lacks("opened_35"),
                en="Pursuits opened are the first figure that moves, and this fall is a large one. Hold it against its bound.",
                ru="Начатые сделки меняются первыми, и такое падение велико. Сверьте его с границей.",
            ),
            "large_number": mistake(
                holds("gained_45"),
                en="Almost half sounds like a lot. Business gained comes in few and uneven pieces: look how far luck alone moves it here.",
                ru="Почти половина звучит внушительно. Но отвоёванный бизнес приходит редкими неровными кусками: посмотрите, как далеко его здесь уводит случайность.",
            ),
            "large_number_left": mistake(
                lacks("gained_45"),
                en="Business gained is uneven, and yet luck has an end here too: look at its bound.",
                ru="Отвоёванный бизнес неровен, но и у случайности здесь есть предел: посмотрите на его границу.",
            ),
        },
        why=Words(
            en="Luck alone can explain { $opened } in pursuits opened, { $gained } in business gained, { $recurring } in recurring revenue and { $margin } in margin, but no deeper fall; business lost may rise by { $lost }. Margin, which everybody looks at first, tells least.",
            ru="Случайностью ещё можно объяснить { $opened } у начатых сделок, { $gained } у отвоёванного бизнеса, { $recurring } у регулярной выручки и { $margin } у маржи; более сильное падение — уже нет. Потерянный бизнес сам по себе может вырасти на { $lost }. Маржа, на которую все смотрят первой, говорит меньше всего.",
        ),
        why_figures=lambda case: {
            "opened": figure(bounds(case).at["opened", "low_share"], "share"),
            "gained": figure(bounds(case).at["gained_krub", "low_share"], "share"),
            "recurring": figure(bounds(case).at["recurring_krub", "low_share"], "share", 1),
            "margin": figure(bounds(case).at["margin_krub", "low_share"], "share", 1),
            "lost": figure(bounds(case).at["lost_krub", "high_share"], "share"),
        },
    ),
    question(
        "decision.pilot",
        "choice",
        points=3,
        criterion="risk",
        ask=Words(
            en="Which pilot of nine months would tell you most? An early figure is one that moves early; it is named beforehand.",
            ru="Какой пилот на девять месяцев скажет больше всего? Ранний показатель меняется рано, и он назван заранее.",
        ),
        options={
            "lot_early": Words(
                en="half of each region’s people, by lot; judged by an early figure",
                ru="половина людей каждого региона по жребию; судить по раннему показателю",
            ),
            "lot_margin": Words(
                en="half of each region’s people, by lot; judged by margin, which counts in the end",
                ru="половина людей каждого региона по жребию; судить по марже: в итоге важна она",
            ),
            "region_early": Words(
                en="one whole region against the others; judged by an early figure",
                ru="один целый регион против всех остальных; судить по раннему показателю",
            ),
            "practised": Words(
                en="the region that tried it last year, against the others; judged by an early figure",
                ru="регион, который пробовал в прошлом году, против остальных; по раннему показателю",
            ),
            "volunteers": Words(
                en="volunteers from all regions; judged by an early figure",
                ru="добровольцы из всех регионов; судить по раннему показателю",
            ),
            "everybody": Words(
                en="everybody from the same month; compared with these months a year before",
                ru="все сразу с одного месяца; сравнить с теми же месяцами прошлого года",
            ),
        },
        hints=(
            Words(
                en="Two things are asked: who is compared with whom, and on what. A pilot is as good as the weaker of the two.",
                ru="Вопрос двойной: кого с кем сравнивают и по чему. Пилот не лучше слабейшего из двух ответов.",
            ),
            Words(
                en="Ask of each design what else differs between those inside and those outside. Then read the table of powers by column and by row.",
                ru="О каждом пилоте спросите, чем ещё участники отличаются от остальных. Потом прочтите таблицу по столбцам и по строкам.",
            ),
        ),
        right="lot_early",
        mistakes={
            "margin_counts": mistake(
                "lot_margin",
                en="The comparison is sound, and margin is what counts in the end. In nine months, though, luck moves margin more than the plan does: read its row.",
                ru="Сравнение честное, и в конце концов важна именно маржа. Но за девять месяцев случайность двигает маржу сильнее, чем план: посмотрите на её строку.",
            ),
            "one_region": mistake(
                "region_early",
                en="It is easy to arrange, and better than volunteers. But whatever happens in that region happens to all of the pilot: compare the two columns.",
                ru="Это легко устроить, и это лучше добровольцев. Но всё, что случится в регионе, случится со всем пилотом: сравните два столбца.",
            ),
            "they_know_how": mistake(
                "practised",
                en="Practice is useful and the comparison is spoilt: what these people did last year is still on its way to the books.",
                ru="Опыт полезен, а сравнение испорчено: то, что эти люди делали в прошлом году, ещё идёт к ним в книги.",
            ),
            "the_willing": mistake(
                "volunteers",
                en="With the willing it goes smoothly, and they differ from the others without any plan. The pilot would show them and not the plan.",
                ru="С добровольцами всё пойдёт гладко, но они и без плана не такие, как остальные. Пилот покажет их, а не план.",
            ),
            "no_comparison": mistake(
                "everybody",
                en="The season is allowed for, the year is not: prices, competitors and running deals were others. Nobody is left to compare with.",
                ru="Сезон учтён, а сам год — нет: цены, конкуренты и сделки в работе были другими. Сравнить будет не с кем.",
            ),
        },
        why=Words(
            en="A lot within each region makes both halves alike in all but the plan; one region’s luck is that of all its people at once. And an early figure, pursuits opened above all, shows a plan long before margin does. Name it beforehand: with five figures, one may well move by luck.",
            ru="Жребий внутри региона делает половины похожими во всём, кроме плана; у одного региона удача общая на всех. А ранний показатель, прежде всего начатые сделки, покажет план намного раньше маржи. Назовите его заранее: из пяти показателей какой-нибудь случайность да сдвинет.",
        ),
    ),
    question(
        "decision.memo",
        "text",
        points=9,
        criterion="memo",
        ask=Words(
            en="The memo for the board: one page on your plan. A person reads and marks it",
            ru="Записка совету директоров: одна страница о Вашем плане. Её прочтёт и оценит человек",
        ),
        hints=(
            Words(
                en="The decision is the first sentence. Then what it brings and what it costs, what may go wrong, how we find out.",
                ru="Решение — первая фраза. Затем что оно даёт и чего стоит, чем опасно и как мы об этом узнаем.",
            ),
            Words(
                en="Take figures from the tables above: they are your plan’s. The rule to stop by must lie outside luck, and the pilot needs people it is compared with whose year was an ordinary one.",
                ru="Числа берите из таблиц выше: они про Ваш план. Правило остановки должно быть за пределами случайности, а сравнивать пилот надо с теми, у кого год был обычный.",
            ),
        ),
        checklist=(
            Words(
                en="First sentence: who, by how many hours, from which month",
                ru="Первая фраза: кто, на сколько часов и с какого месяца",
            ),
            Words(
                en="Profit year by year, technicians and assistants paid; how far the plan falls behind at first and when it is paid back",
                ru="Прибыль по годам, техники и помощники оплачены; насколько план сначала отстанет и с какого месяца окупится",
            ),
            Words(
                en="What was learned from the data and what is assumed",
                ru="Что известно по данным, а что допущение",
            ),
            Words(
                en="“We stop if …”: a figure, its value, outside luck",
                ru="«Остановимся, если…»: показатель и его значение за пределами случайности",
            ),
            Words(
                en="The pilot: who, how long, compared with whom, by which figure",
                ru="Пилот: кто, сколько времени, с кем сравниваем и по какому показателю",
            ),
            Words(
                en="Not one “new client”: whose client does each hour go to?",
                ru="Ни одного «нового клиента»: чьему клиенту достаётся каждый час?",
            ),
        ),
    ),
)
