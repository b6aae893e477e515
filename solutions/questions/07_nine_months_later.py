"""Questions of notebook 07, nine months later: nothing in them is marked."""

from casekit.questions.record import Words, mistake, question

TOPICS = {"later": Words(en="Nine months later", ru="Девять месяцев спустя")}

QUESTIONS = (
    question(
        "later.outside",
        "number",
        guess=True,
        unit="count",
        ask=Words(
            en="Six figures of these months stand beside the same months a year before. How many of the six have changed by more than luck alone would change them?",
            ru="Шесть показателей этих месяцев сравним с теми же месяцами годом раньше. Сколько из шести изменились сильнее, чем их меняет одна только случайность?",
        ),
    ),
    question(
        "later.wins",
        "choice",
        ask=Words(
            en="Suppose that in the first three months of a plan fewer clients were won than a year before. What does that say?",
            ru="Допустим, в первые три месяца плана выиграно меньше клиентов, чем годом раньше. О чём это говорит?",
        ),
        options={
            "plan": Words(
                en="about the plan: hours have been moved since, and fewer clients are won",
                ru="о плане: часы с тех пор перенесены, а клиентов выигрывают меньше",
            ),
            "old_hours": Words(
                en="about the hours worked in the months before the plan began to change them",
                ru="о часах, которые были отработаны ещё до того, как начался план",
            ),
            "effort": Words(
                en="about the specialists, who are still getting used to their new month",
                ru="о специалистах, которые ещё не привыкли к новому месяцу",
            ),
            "luck": Words(
                en="about chance: in three months wins are so few that no more can be said",
                ru="о случайности: за три месяца побед так мало, что больше ничего не скажешь",
            ),
        },
        right="old_hours",
        mistakes={
            "plan": mistake(
                "plan",
                en="The month of the win is not the month of its hours. When were these pursuits opened?",
                ru="Месяц победы — не месяц часов, которые к ней привели. Когда были начаты эти сделки?",
            ),
            "effort": mistake(
                "effort",
                en="How people find their way now shows in pursuits that are opened, not in those that are decided. When were these opened?",
                ru="Как люди осваиваются сейчас, видно по начатым сделкам, а не по решённым. Когда были начаты эти?",
            ),
            "luck": mistake(
                "luck",
                en="Luck is large with so few, and it would be a fair remark about any three months. But something besides it is known of these wins: when their pursuits were opened.",
                ru="При таком числе побед случайность велика, и это верно для любых трёх месяцев. Но об этих победах известно ещё кое-что: когда начались сделки.",
            ),
        },
        why=Words(
            en="A deal takes about eight months, and none is decided in its first three. What is won or lost now was opened before the plan, in its old hours. The tempting reading takes the month of the win for the month of the work: the same trap as in notebook 04.",
            ru="Сделка длится около восьми месяцев, и в первые три не решается ни одна. Всё, что выиграно и проиграно сейчас, начато до плана, в прежние часы. Соблазн — принять месяц победы за месяц работы; это та же ловушка, что в блокноте 04.",
        ),
    ),
    question(
        "later.compare",
        "choice",
        ask=Words(
            en="What would best have told the plan’s doing from everything else that happened in these months?",
            ru="Что лучше всего отделило бы действие плана от всего остального, что случилось за эти месяцы?",
        ),
        options={
            "year_before": Words(
                en="the same months a year before, from the company’s books",
                ru="те же месяцы годом раньше, по отчётности компании",
            ),
            "forecast": Words(
                en="what the model expected for these very months",
                ru="то, чего модель ждала именно от этих месяцев",
            ),
            "others": Words(
                en="colleagues who by lot kept their old hours meanwhile",
                ru="коллеги, по жребию оставшиеся при прежних часах",
            ),
            "people": Words(
                en="specialists’ and clients’ accounts of what has changed since",
                ru="рассказ специалистов и клиентов о том, что с тех пор изменилось",
            ),
            "longer": Words(
                en="another nine months of the same plan, so that luck evens out",
                ru="ещё девять месяцев того же плана, чтобы случайность сгладилась",
            ),
        },
        right="others",
        mistakes={
            "year_before": mistake(
                "year_before",
                en="A year ago prices, competitors and the pipeline were different too. What did not differ for one group only?",
                ru="Годом раньше другими были и цены, и конкуренты, и сделки в работе. У кого всё это было таким же, кроме часов?",
            ),
            "forecast": mistake(
                "forecast",
                en="A model knows neither the events of these months nor their luck. Who lived through the same ones?",
                ru="Ни событий этих месяцев, ни их случайностей модель не знает. Кто прожил те же самые?",
            ),
            "people": mistake(
                "people",
                en="They see their own clients, and whoever chose the plan wants it to work. What is a comparison that nobody chose?",
                ru="Они видят своих клиентов, а тому, кто выбрал план, хочется, чтобы он удался. Какое сравнение никто не выбирал?",
            ),
            "longer": mistake(
                "longer",
                en="More months make luck smaller, but what changes for everybody stays in the figures. Who does not have the plan in the same months?",
                ru="От лишних месяцев случайность меньше, но то, что меняется у всех, остаётся в цифрах. У кого в те же месяцы плана нет?",
            ),
        },
        why=Words(
            en="Colleagues in the same months meet the same prices, events and season; the lot sees to it that they are no better and no worse. What differs is the plan, and luck, whose size the lot lets you count. The year before is always at hand, but comparing with it mixes the plan with the year.",
            ru="Коллеги в те же месяцы живут при тех же ценах, событиях и сезоне, а жребий следит, чтобы они были не лучше и не хуже. Различаются только план и случайность, размер которой жребий позволяет сосчитать. Прошлый год всегда под рукой, но сравнение с ним смешивает план с самим годом.",
        ),
    ),
    question(
        "later.next",
        "choice",
        guess=True,
        ask=Words(
            en="From what you have seen: what do you do now?",
            ru="Судя по тому, что Вы увидели: что делаете теперь?",
        ),
        options={
            "stop": Words(
                en="stop: back to the old hours",
                ru="останавливаемся: возвращаем прежние часы",
            ),
            "go_on": Words(
                en="go on as it is until the next review",
                ru="продолжаем без изменений до следующей проверки",
            ),
            "extend": Words(
                en="extend: more hours or more people",
                ru="расширяем: больше часов или больше людей",
            ),
        },
    ),
)
