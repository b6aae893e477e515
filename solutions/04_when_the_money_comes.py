# %% [markdown] lang="ru"
# # Почему конверсия кажется бесполезной?
#
# **Вопрос руководителя.** Финансовый директор принёс таблицу контролёра: час, потраченный на клиентов конкурента, не приносит почти ничего. Он предлагает перестать к ним ездить. Есть ли здесь ошибка — и где она?
#
# **40 минут.** Вы:
#
# - найдёте ошибку в таблице, где всё сложено верно;
# - увидите, когда приходят деньги за час конверсии;
# - решите, повторять ли опыт региона, который урезал удержание;
# - отличите средний час от следующего;
# - проверите ещё два мнения с доски.
#
# **На занятии в 90 минут** ответьте на вопросы 1, 6 и 7, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**.
# %% [markdown] lang="en"
# # Why does conversion look worthless?
#
# **The manager’s question.** The finance director has brought the controller’s table: an hour spent on competitors’ clients brings next to nothing. He proposes to stop visiting them. Is there an error, and where?
#
# **40 minutes.** You will:
#
# - find the error in a table whose every sum is right;
# - see when the money of an hour of conversion comes;
# - decide whether to repeat the experiment of a region that cut retention;
# - tell the average hour from the next one;
# - put two more opinions from the whiteboard to the test.
#
# **In a workshop of 90 minutes** answer questions 1, 6 and 7; run everything else.
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
# ## Таблица контролёра
#
# К каждой строке отчётов — одному клиенту за один месяц — контролёр приписал маржу, которую этот клиент принёс в том же месяце; если часы продаж были разных видов, поделил её пропорционально часам. Дорогу он не считал. Потом разделил маржу на часы; его таблица показана полосами. (В блокноте 03 маржу делили по тому, откуда она взялась.)
#
# ### Вопрос 1. Какой шаг вводит в заблуждение?
# %% [markdown] lang="en" tags=["your-turn"]
# ## The controller’s table
#
# Beside each row of the reports, one client in one month, the controller put the margin which that client brought in the same month; where selling hours were of several kinds, he shared it out in proportion to them. Travel he left out. Then he divided margin by hours; his table is drawn as bars. (Notebook 03 split margin by where it came from.)
#
# ### Question 1. Which step misleads?
# %% tags=["your-turn", "hide-input"]
controller = ck.analysis.same_month_productivity(case.reports, case.sales)
ck.show(ck.charts.plot_productivity(controller, currency=case.currency, joined="month"))
# <solution>
ck.ask("lag.analysts_error", "same_month")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Куда ведёт час конверсии
#
# Проведём каждый час конверсии до той сделки, на которую он потрачен, а от сделки — до маржи, пока клиент покупает. Часы проигранных сделок считаются тоже: они оплачены. **Сначала прикиньте.**
# %% [markdown] lang="en" tags=["your-turn"]
# ## Where an hour of conversion leads
#
# Let us follow every hour of conversion to the deal it was spent on, and the deal to its margin for as long as the client buys. The hours of lost deals count as well: they were paid for. **Guess first.**
# %% tags=["your-turn"]
# <solution>
ck.guess("lag.half", 12)
# </solution>
# %% tags=["run-only"]
money = ck.analysis.money_after_hours(case.reports, case.sales, case.deals, case.positions)
ck.show(ck.charts.plot_money_after_hours(money, case.currency))
ck.guess("lag.half", truth=int((money["come_share"] < 0.5).sum()))
# %% [markdown] lang="ru" tags=["your-turn"]
# **Обратите внимание.** Таблица контролёра видит один столбик — нулевой, и он пуст. Первые деньги приходят скоро лишь потому, что это час из **идущих** сделок. Час новой сделки ждёт её целиком, а раньше четвёртого месяца не решается ни одна. Значит, о новых часах в первый квартал скажет только число начатых сделок; о победах и о клиентах, у которых эти часы взяли, судят через год.
#
# ## Вдоль сделок
#
# В таблице — сделки, которые отчёты видели от начала до решения: часы конверсии на них и маржа первого года всех побед.
#
# ### Вопрос 2. Сколько маржи первого года приносит час конверсии, если считать по сделкам?
#
# **Ваш ход.** *Для тех, кто считает.* Вместо трёх точек впишите в кавычках название строки, на часы которой надо делить: `"won"` — победы, `"lost"` — проигрыши, `"all"` — все решённые. Подсказка — `ck.hint("lag.along_deals")` в пустой ячейке.
# %% [markdown] lang="en" tags=["your-turn"]
# **What to notice.** The controller’s table sees one bar, that of month 0, and it is empty. The first money comes soon only because this is an hour of pursuits that are **running**. An hour on a new pursuit waits for the whole of it, and none is decided before month 4. So in the first quarter only the pursuits opened say anything about new hours; wins, and the clients from whom the hours were taken, are judged after a year.
#
# ## Along the deals
#
# The table has the deals that the reports saw from beginning to decision: the hours of conversion on them, and the first-year margin of all wins.
#
# ### Question 2. What first-year margin does an hour of conversion bring, counted deal by deal?
#
# **Your turn.** *For those who compute.* In place of the three dots write in quotes the name of the row whose hours are to be the divisor: `"won"`, `"lost"`, or `"all"` for all decided deals. For a hint write `ck.hint("lag.along_deals")` into an empty cell.
# %% tags=["your-turn"]
pursuits = ck.analysis.pursuits_by_outcome(case.reports, case.sales, case.deals, case.positions)
ck.show(ck.charts.show_table(pursuits[["pursuits", "hours", "margin_krub"]]))
# <blank>along_deals = pursuits.loc["all", "margin_krub"] / pursuits.loc[..., "hours"]</blank>
# <solution>
along_deals = pursuits.loc["all", "margin_krub"] / pursuits.loc["all", "hours"]
# </solution>
ck.check("lag.along_deals", along_deals)
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Первый год после победы — в основном оборудование
#
# Что приносит в среднем одна победа? В столбце первого года — выручка, в столбце трёх лет — маржа; в ней учтено, что часть бизнеса за это время снова уходит.
#
# ### Вопрос 3. Какую долю маржи трёх лет даёт **не** оборудование?
#
# **Ваш ход.** *Для тех, кто считает.* Вместо трёх точек впишите в кавычках строку: `"equipment"` — оборудование, `"recurring"` — расходные материалы и сервис.
# %% [markdown] lang="en" tags=["your-turn"]
# ## The first year of a win is mostly equipment
#
# What does a win bring on average? The column of the first year is revenue; the column of three years is margin, with business lost again in that time taken off.
#
# ### Question 3. What share of the margin of three years is **not** from equipment?
#
# **Your turn.** *For those who compute.* In place of the three dots write a row in quotes: `"equipment"`, or `"recurring"` for consumables and service.
# %% tags=["your-turn"]
win = ck.analysis.win_over_time(case.sales, case.deals, case.positions, case.accounts)
ck.show(ck.charts.show_table(win))
margins = win["three_years_margin_krub"]
# <blank>recurring_share = margins.loc[...] / margins.sum()</blank>
# <solution>
recurring_share = margins.loc["recurring"] / margins.sum()
# </solution>
ck.check("deals.recurring_share", recurring_share)
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Стали ли мы быстрее?
#
# Коллега взял решённые сделки и посчитал медиану — за сколько месяцев решилась половина из них: у начатых раньше и у начатых в последние десять месяцев.
#
# ### Вопрос 4. Что Вы ответите коллеге?
# %% [markdown] lang="en" tags=["your-turn"]
# ## Have we become quicker?
#
# A colleague took the decided deals and worked out the median, the months within which half of them were decided: those opened earlier, and those opened in the last ten months.
#
# ### Question 4. What do you answer?
# %% tags=["your-turn"]
by_opening = ck.analysis.decided_by_opening(case.deals, case.first_month, case.last_month)
ck.show(ck.charts.show_table(by_opening))
# <solution>
ck.ask("deals.cycle", "open_left_out")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Много клиентов сразу — мало часов каждому?
#
# Одни ведут двух-трёх клиентов конкурента одновременно, другие семь. Разделим специалистов по тому, сколько сделок у них обычно открыто; незаконченные сделки учтены. Полоса — разброс, как в блокноте 03. В таблице — во сколько раз больше часов уходит на победу, чем у тех, кто ведёт до трёх сделок; рядом границы оценки.
#
# ### Вопрос 5. Что здесь подтверждено?
# %% [markdown] lang="en" tags=["your-turn"]
# ## Many clients at once, few hours for each?
#
# Some pursue two or three competitors’ clients at a time, others seven. Let us split the specialists by how many deals they usually have open; deals not yet decided are counted in. A bar is a range, as in notebook 03. The table gives hours per win relative to those who pursue up to three deals, with a range.
#
# ### Question 5. What is borne out here?
# %% tags=["your-turn"]
focus = ck.analysis.wins_by_focus(case.reports, case.deals, case.first_month, case.last_month)
columns = ["wins", "times_few", "times_few_low", "times_few_high"]
ck.show(ck.charts.plot_wins_by_focus(focus), ck.charts.show_table(focus[columns]))
# <solution>
low = focus["times_few_low"]
borne_out = {
    "many_dearer": low["many"] > 1,
    "half_as_much_again": low["many"] > 1.5,
    "some_dearer": low["some"] > 1,
    "nothing": low["many"] <= 1,
}
ck.ask("deals.scattering", [name for name, holds in borne_out.items() if holds])
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Что вышло у региона, который урезал удержание
#
# Один регион попробовал то, чего просит руководитель региона: девять месяцев отдавал конверсии часы удержания, потом вернул их. На графике — прежние клиенты, те, кто покупал в последние три месяца перед опытом. В таблице — на сколько регион изменился сверх других, в долях от своего уровня до начала. Рядом — случайность: столько даёт одна удача с клиентами. Эффект меньше двух случайностей мало что значит, а побед у региона и до опыта было немного.
#
# ### Вопрос 6. Повторили бы Вы этот опыт?
# %% [markdown] lang="en" tags=["your-turn"]
# ## What became of the region that cut retention
#
# One region did what the head of region asks for: for nine months it gave hours of retention to conversion, and then it gave them back. The picture has the old clients, those who bought in the last three months before it. The table says by how much the region changed beyond the others, as a share of its own level before. Beside it stands the noise: what luck with clients gives by itself. An effect of less than twice the noise means little, and of wins the region had few even before.
#
# ### Question 6. Would you repeat the experiment?
# %% tags=["your-turn", "hide-input"]
tried = ck.analysis.region_that_changed(case)
months = (tried.first_month, tried.last_month)
old_clients = ck.analysis.region_against_others(case, tried.region, "old_clients_krub", *months)
name = case.label(tried.region)
ck.show(ck.charts.plot_region_against_others(old_clients, name, "old_clients_krub"))
figures = ["opened", "wins", "revenue_krub", "margin_krub", "old_clients_krub"]
effect = ck.analysis.region_experiment(case, tried.region, *months, figures)
columns = ["effect_during", "noise_during", "effect_after", "noise_after"]
ck.show(ck.charts.show_table(effect[columns]))
# <solution>
ck.ask("experiment.repeat", "smaller")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Следующий час — не средний час
#
# Переносим мы не средний час прошлого года, а **следующий**: сколько принесёт добавленный час, если смотреть на три года вперёд, со всеми задержками? Это оценка по истории компании; полоса — насколько она надёжна. Час, который забрали, отнимает столько же, сколько принёс бы добавленный.
#
# ### Вопрос 7. Какие переносы часа окупятся?
# %% [markdown] lang="en" tags=["your-turn"]
# ## The next hour is not the average hour
#
# What we move is not the average hour of last year, it is the **next** one: what would one more hour bring, counted over the next three years, delays and all? This is estimated from the company’s history; a bar shows how far to trust it. An hour taken away takes as much as one more would bring.
#
# ### Question 7. Which moves of an hour pay?
# %% tags=["your-turn"]
known = ck.model.calibrated(case)
average = ck.analysis.average_productivity(case.reports, case.sales, case.positions)
ck.show(ck.charts.plot_hour_values(known.intervals, case.currency, average=average))
# <solution>
hours = known.intervals.set_index("activity")
next_hour, apart = hours["marginal"], ck.analysis.told_apart(hours, "marginal")
kinds = list(hours.index)
moves = [
    f"{giver}_{taker}"
    for giver in kinds
    for taker in kinds
    if apart.loc[giver, taker] and next_hour[taker] > next_hour[giver]
]
ck.ask("marginal.order", moves or ["none"])
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Назад к доске
#
# Два мнения с доски — контролёра и руководителя региона.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Back to the whiteboard
#
# Two opinions from the whiteboard, the controller’s and that of the head of region.
# %% tags=["your-turn"]
# <solution>
told = apart.loc["conversion", "retention"]
more = next_hour["conversion"] > next_hour["retention"]
ck.ask("opinions.hour", "partly" if told and not more else "wrong")
# </solution>
# %% tags=["your-turn"]
# <solution>
ck.ask("opinions.hunting", "partly" if told and more else "wrong")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Ответ финансовому директору
#
# ### Вопрос 8. Что Вы напишете финансовому директору?
#
# Четыре–шесть предложений. Под полем — чего от письма ждут. *Письмо прочтёт и оценит человек.*
# %% [markdown] lang="en" tags=["your-turn"]
# ## An answer to the finance director
#
# ### Question 8. What do you write to the finance director?
#
# Four to six sentences. Below the field stands what is expected of the letter. *A person reads and marks it.*
# %% tags=["your-turn", "text-answer"]
# <solution>
letter = {
    "ru": """Таблица контролёра посчитана верно, но сводит часы с маржой того же месяца, а клиент
конкурента до решения не покупает у нас ничего: путь от первой встречи до решения занимает 7,8
месяца, если учесть и открытые сделки. Если считать по сделкам, включая проигранные, час конверсии
приносит за первый год победы 12,3 тыс. ₽ маржи, а обходится час продаж по отчётам в 6,1 тыс. ₽, по
наблюдению — в 7,9 тыс. ₽; при этом 62 % маржи трёх лет дают покупки, которые в первый год только
начинаются: расходные материалы и сервис. Решать же надо не по среднему часу, а по следующему: у
конверсии он принесёт 12,4 тыс. ₽, у удержания — 2,5 тыс. ₽. Пока 97 открытых сделок не решены, я не
убавлял бы часов конверсии, а сосредоточил бы их, не больше трёх сделок сразу: у тех, кто ведёт шесть
и больше, победа отнимает в 2,4 раза больше часов, чем у тех, кто ведёт до трёх. Чего мы не знаем
точно: в этом сравнении всего 38 побед, и отношение может оказаться и 1,6, и 4,4, хотя разброс и не
захватывает единицы; а следующий час конверсии может принести и 8,7, и 15,1 тыс. ₽. Мнение изменил бы
пилот: люди, выбранные жребием, девять месяцев ведут не больше трёх сделок сразу, — если бы часов на
победу у них уходило не меньше прежнего.""",
    "en": """The controller’s table is added up correctly, but it joins hours to margin of the same month, and a
competitor’s client buys nothing from us until the decision: from first meeting to decision takes
7.8 months, with open deals counted. Counted deal by deal, the lost ones included, an hour of
conversion brings ₽12.3k of margin in the first year of a win, while an hour of selling costs ₽6.1k
by the reports and ₽7.9k as observed; and 62% of the margin of three years comes from purchases that
only begin in that year, consumables and service. Nor should the average hour decide but the next
one: it brings ₽12.4k in conversion and ₽2.5k in retention. Until the 97 open deals are decided I
would take nothing from the hours of conversion and gather them instead, no more than three deals at
once: those who pursue six and more spend 2.4 times as many hours on a win as those who pursue up to
three. What we do not know exactly: that comparison rests on only 38 wins, and the ratio may be 1.6
or 4.4, though its band does not reach down to one; the next hour of conversion may bring ₽8.7k or
₽15.1k. A pilot would change my mind: people drawn by lot who pursue no more than three deals at once
for nine months, if a win took as many hours there as before.""",
}[lang]
ck.ask("lag.letter", letter)
# </solution>
# %% [markdown] lang="ru"
# ## Три вывода
#
# 1. Часы и деньги встречаются **в сделке, а не в месяце**: кто сводит их помесячно, видит пустоту. Судите о новых часах, когда результат уже мог появиться.
# 2. Число без **разброса** — полуправда: сделки, места, победы и маржа региона говорят меньше, чем кажется, — но и больше, чем ничего.
# 3. Переносят **следующий час**, а не средний: средний говорит лишь о том, что часы принесли раньше.
#
# Дальше — блокнот **05**: что будет, если перераспределить часы.
# %% [markdown] lang="en"
# ## Three key points
#
# 1. Hours and money meet **in a deal, not in a month**: whoever joins them by the month sees nothing. And do not judge new hours before their results can appear.
# 2. A figure without its **range** is half the truth: deals, places, wins and a region’s margin say less than they seem to, and yet more than nothing.
# 3. What is moved is the **next hour**, not the average one, which tells no more than what hours have brought before.
#
# Next: notebook **05**, what happens when hours are moved.
