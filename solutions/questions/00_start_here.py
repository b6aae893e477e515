"""Questions of notebook 00, start here: words, right answers and known mistakes."""

from casekit.company import Case
from casekit.questions.record import Words, figure, mistake, question

from ..figures import VERDICTS


def clients(case: Case, *statuses: str) -> int:
    """How many accounts of the register have one of these statuses."""
    return int(case.accounts["status"].isin(statuses).sum())


TOPICS = {
    "start": Words(en="How to work with this", ru="Как здесь работать"),
    "opinions": Words(en="Six opinions around one table", ru="Шесть мнений за одним столом"),
}

QUESTIONS = (
    question(
        "start.whose_client",
        "choice",
        points=1,
        criterion="measures",
        ask=Words(
            en="A plant has been on our mailing list for years, and our specialist has called there three times. It buys everything for its line from a competitor and nothing from us. Whose client is it?",
            ru="Завод не первый год в нашей рассылке, специалист приезжал туда трижды. Всё для своей линии завод покупает у конкурента, у нас — ничего. Чей это клиент?",
        ),
        options={
            "our": Words(en="ours", ru="наш"),
            "shared": Words(
                en="shared: we and the competitor both work there",
                ru="общий: там бываем и мы, и конкурент",
            ),
            "competitor": Words(en="the competitor’s", ru="клиент конкурента"),
            "new": Words(en="new: nobody’s until it signs", ru="новый: пока договора нет — ничей"),
        },
        hints=(
            Words(
                en="It does not matter how well we know the plant. Ask who gets its money today.",
                ru="Неважно, хорошо ли мы знаем завод. Спросите, кому сегодня достаются его деньги.",
            ),
            Words(
                en="All purchases go to one side. Look in the table above for the row that says so.",
                ru="Все закупки идут одной стороне. Найдите в таблице выше строку, где так и сказано.",
            ),
        ),
        right="competitor",
        mistakes={
            "new": mistake(
                "new",
                en="“New” sounds as if nobody were holding on to the plant. Somebody delivers to it every month and will not give it up of their own accord. Ask who gets the money today.",
                ru="«Новый» звучит так, будто за завод никто не держится. А ему каждый месяц кто-то поставляет и сам его не уступит. Спросите, кому достаются деньги сегодня.",
            ),
            "shared": mistake(
                "shared",
                en="Visits do not make a client shared: a shared client buys a part from us. This one buys nothing here.",
                ru="Визиты ещё не делают клиента общим: общий часть закупок отдаёт нам. Этот у нас не покупает ничего.",
            ),
            "our": mistake(
                "our",
                en="A place on our list is not a purchase. A client of ours buys nearly everything from us.",
                ru="Строка в рассылке — не покупка. Наш клиент почти всё покупает у нас.",
            ),
        },
        why=Words(
            en="The competitor’s: all of its money goes there. What is called “new” can wait; a competitor who takes everything a plant buys forces us to act now, with a better solution and not with a price list.",
            ru="Клиент конкурента: туда идут все его деньги. «Новое» подождёт, а там, где все закупки завода забирает конкурент, действовать надо сейчас: не прайс-листом, а лучшим решением.",
        ),
    ),
    question(
        "start.competitors",
        "number",
        points=1,
        criterion="measures",
        basis="computed",
        unit="count",
        tolerance=0.5,
        ask=Words(
            en="How many clients in the register are competitors’ clients?",
            ru="Сколько в реестре клиентов конкурентов?",
        ),
        hints=(
            Words(
                en="Only the three dots have to go. In their place stands a code from the table above, in quotes.",
                ru="Заменить надо только три точки. На их месте — код из таблицы выше, в кавычках.",
            ),
            Words(
                en='The code of a competitor’s client is "competitor", so: clients.loc["competitor"].',
                ru='Код клиента конкурента — "competitor", значит: clients.loc["competitor"].',
            ),
        ),
        right=lambda case: clients(case, "competitor"),
        mistakes={
            "shared": mistake(
                lambda case: clients(case, "shared"),
                en="Those are the shared clients: they buy from us too. Take those who buy nothing from us.",
                ru="Это общие клиенты: они покупают и у нас. Возьмите тех, кто у нас не покупает ничего.",
            ),
            "our": mistake(
                lambda case: clients(case, "our"),
                en="Those are our own clients. Take the code of a competitor’s client.",
                ru="Это наши клиенты. Возьмите код клиента конкурента.",
            ),
            "all": mistake(
                lambda case: len(case.accounts),
                en="That is the whole register, with clients who buy from us.",
                ru="Это весь реестр вместе с теми, кто покупает у нас.",
            ),
            "not_ours": mistake(
                lambda case: clients(case, "competitor", "shared"),
                en="Here shared clients are counted in. They buy a part from us, so they are nobody’s alone.",
                ru="Сюда попали и общие клиенты. Часть закупок они отдают нам — это другой вид.",
            ),
        },
        why=Words(
            en="{ $answer } of { $all }: { $share } of the register pays somebody else for everything. They were always there; only the word “new” made them invisible.",
            ru="{ $answer } из { $all }: { $share } реестра за всё платит не нам. Они были здесь и раньше — их скрывало слово «новый».",
        ),
        why_figures=lambda case: {
            "all": len(case.accounts),
            "share": figure(clients(case, "competitor") / len(case.accounts), "share"),
        },
    ),
    question(
        "start.five_hours",
        "number",
        guess=True,
        unit="hours",
        ask=Words(
            en="If every specialist moves five hours a month into selling, how many hours does the whole company gain in a year?",
            ru="Если каждый специалист переведёт в продажи пять часов в месяц, сколько часов прибавит за год вся компания?",
        ),
    ),
    question(
        "opinions.bet",
        "grid",
        guess=True,
        ask=Words(
            en="How far is each of them right? Place your bets before opening the data.",
            ru="Насколько прав каждый? Сделайте ставку, пока данные не открыты.",
        ),
        rows={
            "costs": Words(
                en="Finance director: it is a cost problem; cut, beginning with the largest team",
                ru="Финансовый директор: дело в затратах; резать, начиная с самого большого отдела",
            ),
            "hunting": Words(
                en="Head of a region: growth comes from hunting; take the hours from the regulars",
                ru="Руководитель региона: рост даёт только охота; часы взять у постоянных клиентов",
            ),
            "hour": Words(
                en="Controller: put the hours where the margin per hour is highest",
                ru="Контролёр-аналитик: часы — туда, где на час больше маржи",
            ),
            "league": Words(
                en="Human resources: learn from the top three by revenue, part with the bottom three",
                ru="Директор по персоналу: учиться у тройки лучших по выручке, с тройкой последних проститься",
            ),
            "service": Words(
                en="Head of service: give us all of the service, every last hour",
                ru="Руководитель сервиса: отдайте нам весь сервис, до последнего часа",
            ),
            "norm": Words(
                en="Chief executive: make the mix of the best specialists the norm for everybody",
                ru="Генеральный директор: распределение времени у лучших — норма для всех",
            ),
        },
        options=VERDICTS,
    ),
)
