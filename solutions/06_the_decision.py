# %% [markdown] lang="ru"
# # Что делаем в понедельник?
#
# **Вопрос руководителя.** План принят — вслепую. Оставить его, поправить или заменить? При чём мы остановимся — и с чего начнём?
#
# **45 минут.** Вы:
#
# - решите и дадите прогноз;
# - увидите свой план в прибылях и убытках и в часах людей;
# - отличите эффект от случайности и выберете пилот, который что-то скажет;
# - напишете о своём плане записку на одну страницу.
#
# **На занятии в 90 минут** ответьте на вопрос 4, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**.
# %% [markdown] lang="en"
# # What do we do on Monday?
#
# **The manager’s question.** A plan is committed, blind. Keep it, mend it or replace it? What makes us stop, and where do we start?
#
# **45 minutes.** You will:
#
# - decide, and give a forecast;
# - see your plan in profit and loss and in people’s hours;
# - tell an effect from luck, and choose a pilot that says something;
# - write a memo of one page on your own plan.
#
# **In a workshop of 90 minutes** answer question 4; run everything else.
#
# Run the cells in order: **Shift + Enter**.
# %% tags=["parameters", "hide-input"]
lang = "en"
data = None
# %% tags=["run-only", "hide-input"]
import casekit as ck

ck.language(lang)
case = ck.load_case(data)
case
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Решение
#
# ### Вопрос 1. Что Вы решили?
#
# **Ваш ход.** Панель откроется на плане, который Вы приняли. **Оставить** — ничего не двигайте. **Поправить** — передвиньте часы. **Заменить** — возьмите под бегунками другое предложение: теперь среди них и лучшая норма, и план для каждого. (Без панели: `ck.decide(case, план, "почему")` в пустой ячейке.) Всё, что ниже, — о Вашем плане: передумаете — выполните ячейки ниже ещё раз.
# %% [markdown] lang="en" tags=["your-turn"]
# ## The decision
#
# ### Question 1. What have you decided?
#
# **Your turn.** The board opens with the plan you committed to. **Keep**: move nothing. **Mend**: move hours. **Replace**: take another proposal below the sliders; the best norm and a plan for each person are among them now. (Without a board: `ck.decide(case, plan, "why")` in an empty cell.) All that follows is about your plan: if you change your mind, run the cells below once more.
# %% tags=["run-only", "nbval-ignore-output"]
board = ck.cockpit(case, decide=True)
board
# %% tags=["your-turn", "text-answer"]
# <solution>
why = {
    "ru": "Одна норма для всех: её можно сказать одной фразой, почти ничей месяц не переворачивается; за это отдаём часть выигрыша",
    "en": "One norm for everybody: it can be said in a sentence and turns hardly anybody’s month upside down; for that we give up part of the gain",
}[lang]
ck.ask("decision.plan", {"plan": ck.model.best_norm(case).plan, "reason": why})
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## План на языке прибылей и убытков
#
# Что план по годам прибавляет к тому, что принесли бы сегодняшние часы. Техникам и помощникам за высвобожденную работу платят с первого месяца. **Вопрос 2** — на карточке под таблицей.
# %% [markdown] lang="en" tags=["your-turn"]
# ## The plan in the language of profit and loss
#
# What the plan adds, year by year, to what today’s hours would bring. Technicians and assistants are paid for the freed work from the first month. **Question 2** is on the card below the table.
# %% tags=["your-turn"]
mine = ck.my_plan(case)
ck.show(mine, ck.charts.show_table(ck.model.plan_accounts(case, mine.plan)))
# <solution>
ck.ask("decision.first_year", "profit_first")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Когда это окупится — и насколько мы уверены?
#
# Первый год месяц за месяцем — и веер: насколько разной может выйти прирост за три года.
#
# ### Вопрос 3. Ваш прогноз
#
# **Ваш ход.** Точного числа не нужно — нужны границы, за которые Вы ручаетесь в четырёх случаях из пяти. С тем, что случится, их сверит блокнот 07. Карточка ждёт тысячи: 2,5 млн — это 2500, или так и впишите: «2,5 млн».
# %% [markdown] lang="en" tags=["your-turn"]
# ## When is it paid back, and how sure are we?
#
# The first year, month by month, and the fan: how widely the gain may vary over three years.
#
# ### Question 3. Your forecast
#
# **Your turn.** No exact figure is needed, but a range that you would vouch for four times in five. Notebook 07 holds it against what happens. The card takes thousands: 2.5 million is 2,500, or just type “2.5m”.
# %% tags=["your-turn"]
planned = ck.model.project(case, mine.plan, draws=200)
ck.show(ck.charts.plot_payback(ck.model.gained_by_month(case, mine.plan), case.currency))
ck.show(ck.charts.plot_fan(planned.fan, planned.outlook.chance_of_gain, case.currency))
# <solution>
fan = planned.fan.loc[1:9]
ck.ask("decision.forecast", [round(fan["p05"].sum(), -2), round(fan["p95"].sum(), -2)])
# </solution>
# %% [markdown] lang="ru"
# ## У кого меняется месяц
#
# Сначала те, у кого он меняется больше всего; у кого одинаково, стоят в одной строке. Часы по регионам покажет записка.
# %% [markdown] lang="en"
# ## Whose month changes
#
# First those whose month changes most; people whose months change alike share a row. The memo will have the hours by region.
# %% tags=["run-only"]
ck.charts.show_month_changes(ck.model.hours_by_person(case, mine.plan), 6, case.label)
# %% [markdown] lang="ru" tags=["your-turn"]
# ## По чему узнаем, что идёт не так
#
# Пять показателей: сколько сегодня, чего за девять месяцев ждёт план — и где кончается случайность, если по плану работает половина людей.
#
# ### Вопрос 4. «Остановимся, если…»
#
# **Ваш ход.** Правило внутри границ однажды остановит хороший план.
# %% [markdown] lang="en" tags=["your-turn"]
# ## How we notice that it goes wrong
#
# Five figures: what they are today, what the plan expects of them over nine months, and where luck ends if half of the people work by the plan.
#
# ### Question 4. “We stop if …”
#
# **Your turn.** A rule inside the bounds will one day stop a good plan.
# %% tags=["your-turn"]
watched = ck.model.indicators(case, mine.plan)
columns = ["a_month", "expected_share", "low_share", "high_share"]
ck.show(ck.charts.show_table(watched[columns]))
# <solution>
low, high = watched["low_share"], watched["high_share"]
rules = {
    "opened_10": low["opened"] > -0.10,
    "opened_35": low["opened"] > -0.35,
    "gained_45": low["gained_krub"] > -0.45,
    "lost_20": high["lost_krub"] < 0.20,
    "recurring_6": low["recurring_krub"] > -0.06,
    "margin_3": low["margin_krub"] > -0.03,
}
ck.ask("decision.stop", [rule for rule, outside in rules.items() if outside])
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Где попробовать сначала
#
# Сколько пилотов из ста заметили бы, что план работает, — по каждому показателю и для двух способов выбрать участников. Где пусто, там план показателя не меняет. **Вопрос 5** — на карточке под таблицей.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Where to try it first
#
# How many pilots in a hundred would notice that the plan works, by figure and for two ways to choose who takes part. Where it is empty, the plan does not change that figure. **Question 5** is on the card below the table.
# %% tags=["your-turn"]
ck.show(ck.charts.show_table(ck.model.pilots_of_plan(case, mine.plan)))
# <solution>
ck.ask("decision.pilot", "lot_early")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Записка на одну страницу
#
# ### Вопрос 6. Что Вы предлагаете?
#
# **Ваш ход.** Пишите прямо на карточке, абзацы — через пустую строку.
# %% [markdown] lang="en" tags=["your-turn"]
# ## A memo of one page
#
# ### Question 6. What do you propose?
#
# **Your turn.** Write it on the card itself, with a blank line between paragraphs.
# %% tags=["your-turn", "text-answer"]
# <solution>
my_memo = {
    "ru": """Предлагаю с 1 августа перейти на одну норму: у каждого специалиста плюс 4 часа в месяц на
расширение и плюс 4 на конверсию — минус 7 часов бумаг и минус 1 час сервиса; удержание не трогаем. Кому
мешают ограничения, тот идёт настолько, насколько они пускают. Четыре часа достаются общим клиентам, где
конкурент ещё держит точки, четыре — клиентам конкурентов; бумаги берут помощники, час сервиса — техники.

Когда по норме работают все, прибыль выше на 8,5 млн ₽ в первый год, на 24,5 млн ₽ во второй и на
35,4 млн ₽ в третий; 1,3 млн ₽ в год на техников и помощников из неё уже вычтены. Сначала норма стоит
денег: 3 месяца прибыль ниже, чем при сегодняшних часах, всего не больше чем на 333 тыс. ₽; с 6-го
месяца план впереди. План для каждого на бумаге принёс бы больше: норма берёт 58 % достижимого. Зато её
можно сказать одной фразой, и ничей месяц не меняется больше чем на четверть времени продаж. За первые
девять месяцев ждём прироста прибыли от 1,3 до 6,9 млн ₽.

Чем опасно. Сегодняшнюю отдачу показали данные, а сколько принесут добавленные часы — в основном
допущение, как и то, что из-за бумаг не уйдёт ни один клиент. Вероятность выигрыша модель оценивает
примерно в 49 из 50, и держится эта оценка на тех же допущениях. Остановимся, если через девять месяцев регулярная
выручка участников отстанет от остальных больше чем на 6 %: одна случайность даёт не больше 4,1 %.
Если же участники не начнут хотя бы на 24 % больше сделок, чем остальные, значит, по норме не работают:
план ждёт плюс 44 %, случайность кончается на 23 %.

Пилот: девять месяцев, три региона, в каждом половина специалистов по жребию, вторая половина работает
как раньше — с ней и сравниваем. Подгорье не участвует: в прошлом году оно работало иначе, и его сделки
ещё в пути. Показатель, названный заранее, — начатые сделки: такой пилот заметит план в 92 случаях из
100. По марже за девять месяцев не судим: она должна вырасти на 1,3 %, а случайность меняет её и на 6 %.""",
    "en": """I propose that from 1 August we work by one norm: every specialist has 4 hours a month more for
expansion and 4 more for conversion, with 7 hours less of paperwork and 1 hour less of service; retention
is left alone. Whoever meets a limit goes as far as it allows. Four of the hours go to shared clients,
where a competitor still holds points, four to competitors’ clients; assistants take the paperwork,
technicians the hour of service.

Once everybody works by the norm, profit rises by ₽8.5m in the first year, ₽24.5m in the second and
₽35.4m in the third; the ₽1.3m a year for technicians and assistants has been taken off. At first the norm
costs money: for 3 months profit is lower than today’s hours would make it, by no more than ₽333k in all;
from month 6 the plan is ahead. A plan for each person would bring more on paper: the norm takes 58% of the
attainable. But it can be said in one sentence, and nobody’s month changes by more than a quarter of the
selling time. For the first nine months we expect between ₽1.3m and ₽6.9m.

What may go wrong. What today’s hours bring the data have shown; what the added hours will bring is mostly
assumed, and so is that no client leaves over paperwork. The model puts the chance of a gain at about 49
in 50, and that figure rests on the same assumptions. We stop if after nine months the recurring revenue
of those who take part is more than 6% behind the others’: luck alone makes no more than 4.1%. And if they
have not opened at least 24% more pursuits than the others, the norm is not being worked by: the plan
expects 44% more, and luck ends at 23%.

The pilot: nine months, three regions, in each of them half of the specialists by lot; the other half work
as before, and it is with them that we compare. Podgorye takes no part: it worked otherwise last year, and
its deals are still on the way. The figure named beforehand is pursuits opened: 92 such pilots in 100 would
notice the plan. We do not judge by margin: over nine months it should rise by 1.3%, and luck alone moves it by 6%.""",
}[lang]
ck.ask("decision.memo", my_memo)
# </solution>
# %% [markdown] lang="ru"
# Записка с Вашими словами, числами плана и графиками — страница для печати и таблица Excel: рядом с блокнотом или кнопками под ячейкой. О сумме в тексте, которой в плане нет, ячейка предупредит.
# %% [markdown] lang="en"
# The memo with your words, the plan’s figures and pictures: a page to print and an Excel workbook, beside the notebook or by the buttons below the cell. It warns of an amount in the text that your plan does not have.
# %% tags=["run-only", "nbval-ignore-output"]
ck.memo(case, mine.plan)
# %% [markdown] lang="ru"
# ## Шесть мнений — и Ваш путь
#
# На что Вы ставили вначале, к чему пришли — и что говорят данные.
# %% [markdown] lang="en"
# ## Six opinions, and your path
#
# What you bet at the beginning, what you found on the way, and what the data say.
# %% tags=["run-only", "nbval-ignore-output"]
ck.opinions()
# %% [markdown] lang="ru"
# Сдаёте работу? Нажмите «Сдать работу» вверху страницы. В Jupyter такой кнопки нет: там сохраните все блокноты (**Ctrl + S**), впишите в пустую ячейку `ck.hand_in("Ваше имя или команда")` и выполните её.
#
# ## Три вывода
#
# 1. Обещают **прибыль того года, который назван**: техникам и помощникам уже заплачено.
# 2. Останавливаются по показателю **за пределами случайности**, а сравнивают тех, кого выбрал **жребий**. Маржа говорит последней.
# 3. Решение — это **план, причина и прогноз**. А вместо «нового клиента» — клиент конкурента: он платит каждый месяц, и не нам.
#
# Дальше, если хотите узнать, чем всё кончилось, — блокнот **07**: девять месяцев спустя.
# %% [markdown] lang="en"
# Handing in? Press “Hand in” at the top of the page. Jupyter has no such button: there, save all notebooks (**Ctrl + S**), write `ck.hand_in("your name or team")` into an empty cell and run it.
#
# ## Three key points
#
# 1. Promise **the profit of the year you name**, with technicians and assistants paid.
# 2. Stop by a figure **outside luck**, and compare **people drawn by lot**. Margin speaks last.
# 3. A decision is **a plan, a reason and a forecast**. And for “new client” say a competitor’s client: it pays every month, and it does not pay us.
#
# If you want to know how it ended: notebook **07**, nine months later.
