# %% [markdown] lang="ru"
# # Можно ли верить отчётам и куда уходят часы?
#
# **Вопрос руководителя.** Специалисты говорят, что на продажи не хватает времени: всё съедает дорога. Так ли это? И можно ли вообще верить отчётам?
#
# **25 минут.** Вы:
#
# - решите, что в отчётах исправлять без спроса, а о чём спросить регион;
# - сравните месяц специалиста с эталоном и решите, что из этого следует;
# - узнаете, что увидел наблюдатель, и пересчитаете по его часам;
# - скажете, в чём теперь можно быть уверенным, а в чём нет.
#
# **На занятии в 90 минут** ответьте на вопросы 4 и 5, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**.
# %% [markdown] lang="en"
# # Can we trust the reports, and where do the hours go?
#
# **The manager’s question.** Our specialists say there is no time left to sell: too much of it goes on the road. Is that so? And can the reports be trusted at all?
#
# **25 minutes.** You will:
#
# - decide what in the reports may be repaired without asking, and what to ask a region;
# - set a specialist’s month against the reference and decide what follows;
# - learn what an observer saw, and do the sum again with those hours;
# - say what you can be sure of now, and what you cannot.
#
# **In a workshop of 90 minutes** answer questions 4 and 5; run everything else.
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
# %% [markdown] lang="ru"
# ## Отчёт — это часы у каждого клиента
#
# Строка отчёта — месяц специалиста у одного клиента: продажи, сервис, дорога, бумаги. Часы продаж — трёх видов, и различает их то, **чей это клиент и зачем к нему едут**: **удержание** — сохранить то, что действующий клиент уже покупает; **расширение** — закрыть у общего клиента двери, которые ещё открыты конкуренту; **конверсия** — выиграть сделку у клиента конкурента.
#
# Отчёты прислали регионы — каждый как привык, с письмом (папка `data/received`). Вот что нашла в них проверка. Пометка «ошибка» значит одно: здесь явно что-то не так; можно ли это исправить, никого не спрашивая, — другой вопрос.
#
# ### Вопрос 1. Что исправить, никого не спрашивая?
# %% [markdown] lang="en"
# ## A report is hours at each account
#
# A row of a report is one month of one specialist at one account: selling, service, travel, paperwork. Selling hours come in three kinds, told apart by **whose client it is and what the visit is for**: **retention** keeps what a present client already buys; **expansion** closes doors at a shared client that are still open to the competitor; **conversion** wins a deal at a competitor’s client.
#
# The reports came from the regions, each in its own way, with a letter (folder `data/received`). Here is what a check found. The mark “fault” says no more than that something is certainly amiss; whether it may be repaired without asking anybody is another question.
#
# ### Question 1. What may be repaired without asking?
# %% tags=["your-turn"]
findings = ck.analysis.audit_reports(case.received, case)
ck.show(ck.charts.show_table(ck.analysis.findings_by_kind(findings)))
# <solution>
ck.ask("reports.repair", ["decimal_comma", "duplicate_report", "renamed_account"])
# </solution>
# %% [markdown] lang="ru"
# ## Письмо одного региона
#
# Один регион написал в письме, что работу по заявкам сервиса записывает в удержание: пока специалист чинит линию, он, мол, удерживает клиента. Часы по заявкам стоят в последнем столбце его отчёта.
#
# ### Вопрос 2. С чем Вы обратитесь к региону?
# %% [markdown] lang="en"
# ## A letter from one region
#
# One region says in its letter that it books work on service tickets as retention: while a specialist repairs the line, so it argues, the client is being retained. The hours on tickets stand in the last column of its report.
#
# ### Question 2. What do you ask of the region?
# %% tags=["your-turn"]
# <solution>
ck.ask("reports.ask", "definition")
# </solution>
# %% [markdown] lang="ru"
# ## Баланс времени показывает, на что уходит месяц
#
# Дальше работаем с чистой таблицей: средний месяц одного специалиста по всем отчётам. **Сначала прикиньте.**
# %% [markdown] lang="en"
# ## The time audit shows what fills the month
#
# From here on we use the clean table: the average month of one specialist over all reports. **Guess first.**
# %% tags=["your-turn"]
# <solution>
ck.guess("time.guess_selling", 50)
# </solution>
# %% tags=["run-only"]
audit = ck.analysis.time_audit(case.reports, case.benchmarks)
ck.show(ck.charts.plot_time_audit(audit))
ck.guess("time.guess_selling", truth=audit.loc["selling", "share"])
# %% [markdown] lang="ru"
# **Обратите внимание.** Тёмные полосы вместе составляют весь месяц; светлые — три части продаж. Оранжевая черта — эталон. Для продаж в целом он взят из опубликованного опроса: о себе рассказали более двух тысяч фирм; остальных не публикует никто: эти эталоны **условные**, приняты для кейса.
#
# ### Вопрос 3. Сколько часов в месяц не хватает продажам?
#
# **Ваш ход.** *Для тех, кто считает.* В столбце `gap_hours` — сколько часов в месяц выше или ниже эталона. Замените три точки кодом вида работы, в кавычках: `"service"`, `"travel"`, `"admin"`, `"retention"`, `"expansion"`, `"conversion"` или `"selling"` — продажи в целом.
# %% [markdown] lang="en"
# **What to notice.** The dark bars together make up the month; the pale ones are the three parts of selling. The orange mark is the reference. For selling as a whole it comes from a published survey of more than two thousand firms, by their own account; the others nobody publishes: those references are **assumed** for the case.
#
# ### Question 3. By how many hours a month does selling fall short?
#
# **Your turn.** *For those who compute.* The column `gap_hours` says how many hours a month are above or below the reference. Put the code of an activity, in quotes, in place of the three dots: `"service"`, `"travel"`, `"admin"`, `"retention"`, `"expansion"`, `"conversion"`, or `"selling"` for selling as a whole.
# %% tags=["your-turn"]
gaps = ck.analysis.reference_gaps(audit)
# <blank>selling_gap = -gaps.loc[..., "gap_hours"]</blank>
# <solution>
selling_gap = -gaps.loc["selling", "gap_hours"]
# </solution>
ck.check("time.selling_gap", selling_gap)
# %% [markdown] lang="ru"
# ### Вопрос 4. Что из сравнения следует, а что нет?
#
# Вернитесь к графику: что по нему можно сказать совету директоров, а что не выдержит первого же вопроса?
# %% [markdown] lang="en"
# ### Question 4. What follows from the comparison, and what does not?
#
# Go back to the picture: what can be said to the board from it, and what would not survive the first question?
# %% tags=["your-turn"]
# <solution>
largest = gaps.loc[["service", "travel", "admin"], "gap_hours"].idxmax()
ck.ask("time.explains", [largest, "ask"])
# </solution>
# %% [markdown] lang="ru"
# ## Что увидел наблюдатель
#
# Отчёты люди пишут о себе. Кто-то из месяца в месяц сдаёт одни и те же часы: это копия, ни о лени, ни об усердии она не говорит. По таким часам людей не сравнивают — их спрашивают. В блокноте 03 их отметит кружок без заливки.
#
# Остальных тоже можно проверить: в некоторые месяцы рядом со специалистами был наблюдатель и записывал, чем они заняты. Сравним его записи с отчётами тех же людей за те же месяцы. **Сначала прикиньте.**
# %% [markdown] lang="en"
# ## What the observer saw
#
# People write reports about themselves. Some hand in the same hours month after month: that is a copy, a sign neither of idleness nor of diligence. Nobody is judged by such hours; we ask. In notebook 03 a hollow dot marks them.
#
# The others can be checked as well: in some months an observer went along with the specialists and wrote down what they did. Let us put those notes beside the same people’s reports for the same months. **Guess first.**
# %% tags=["your-turn"]
# <solution>
ck.guess("time.guess_observed", 10)
# </solution>
# %% tags=["run-only"]
seen = ck.analysis.reports_against_calendar(case.reports, case.calendar)
ck.show(ck.charts.plot_told_and_seen(seen))
ck.guess("time.guess_observed", truth=-seen.loc["selling", "difference_share"])
# %% [markdown] lang="ru"
# Тогда и разрыв с эталоном не тот, и искать, возможно, надо не там. Пересчитаем весь баланс по часам наблюдателя и поставим рядом. Чёрный отрезок — где результат оказался бы в девяти случаях из десяти, попади в выборку другие месяцы.
#
# ### Вопрос 5. В чём теперь можно быть уверенным?
# %% [markdown] lang="en"
# Then the gap to the reference is another one, and perhaps one should look elsewhere. Let us count the whole audit again by the observer’s hours and set both side by side. A black range is where the result would have been in nine cases of ten, had other months been watched.
#
# ### Question 5. What can we be sure of now?
# %% tags=["your-turn"]
both = ck.analysis.audit_both_ways(case.reports, case.calendar, case.benchmarks)
ck.show(ck.charts.plot_gap_both_ways(both))
# <solution>
now = both.loc[["service", "travel", "admin"], "seen_gap_hours"].idxmax()
moved = ["order"] if now != largest else []
ck.ask("time.how_sure", ["wider", "like", *moved])
# </solution>
# %% [markdown] lang="ru"
# ## Что это значит для руководителя
# %% [markdown] lang="en"
# ## So what, for the manager?
# %% tags=["your-turn", "text-answer"]
# <solution>
conclusion = {
    "ru": """Сначала посмотрел бы на ту работу, которая дальше всех выходит за эталон и по отчётам, и по
наблюдениям, и спросил бы, что из неё могут взять техники и помощники. Говорил бы не с «последними», а
с теми, у кого этих часов заметно больше, чем у коллег с похожими клиентами, — и с теми, кто сдаёт
копии. Отчёты не говорят, что приносит час каждого вида.""",
    "en": """First I would look at the work that is furthest beyond its reference both as reported and as
observed, and ask what of it technicians and assistants could take over. I would talk not to those at
the bottom but to those who have far more of these hours than colleagues with similar clients, and to
those who hand in copies. The reports do not say what an hour of each kind brings.""",
}[lang]
ck.ask("time.conclusion", conclusion)
# </solution>
# %% [markdown] lang="ru"
# ## Три вывода
#
# 1. **Ошибки записи исправляют, а спорное сначала обсуждают**: определение — с регионом, копию — с автором.
# 2. **По часам наблюдателя продажам достаётся ещё меньше**, а эталон показывает, где спрашивать, а не что менять.
# 3. Сколько часов уходит — ещё не ответ, сколько они **приносят**.
#
# Дальше — блокнот **03**: что эти часы приносят.
# %% [markdown] lang="en"
# ## Three key points
#
# 1. **Slips of the pen are repaired; what is open to argument is talked over first**: a definition with the region, a copy with whoever wrote it.
# 2. **By the observer’s hours selling gets still less**, and a reference shows where to ask, not what to change.
# 3. How many hours go somewhere does not yet say what they **bring**.
#
# Next: notebook **03**, what the hours bring.
