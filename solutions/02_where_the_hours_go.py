# %% [markdown] lang="ru"
# # Куда уходят часы?
#
# **Вопрос руководителя.** Рабочий месяц наших специалистов заполнен, а времени на продажи, по их словам, не хватает. Так ли это и что его съедает?
#
# **20 минут.** Вы:
#
# - прочитаете отчёты так, как их сдают специалисты;
# - посчитаете, какая доля рабочего времени достаётся продажам;
# - сравните её с эталоном и найдёте, куда уходят недостающие часы;
# - решите, с кем из специалистов стоит поговорить сначала.
#
# Чтобы выполнить ячейку, щёлкните по ней и нажмите **Shift + Enter**. Идите сверху вниз.
# %% [markdown] lang="en"
# # Where do the hours go?
#
# **The manager’s question.** Our specialists’ month is full, yet they say there is no time left to sell. Is that so, and what takes it?
#
# **20 minutes.** You will:
#
# - read the reports as specialists hand them in;
# - work out what share of working time goes into selling;
# - set it against the reference and find where the missing hours go;
# - decide which specialists to talk to first.
#
# To run a cell, click it and press **Shift + Enter**. Work from top to bottom.
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
# Одна строка — один месяц специалиста у одного клиента. Посмотрите на первые строки.
# %% [markdown] lang="en"
# ## A report is hours at each account
#
# A row is one month of one specialist at one account. Look at the first rows.
# %% tags=["run-only"]
ck.charts.show_table(case.reports.head(6))
# %% [markdown] lang="ru"
# Часы продаж — трёх видов, и различает их не усилие, а **чей это клиент**:
#
# - **удержание** — наш клиент: сохранить бизнес, ответить на шаги конкурента;
# - **расширение** — клиент, которого мы делим с конкурентом: закрыть двери, которые тому ещё открыты;
# - **конверсия** — клиент конкурента: выиграть сделку там, где сегодня у нас не покупают ничего.
#
# «Нового клиента» здесь нет. Новый подождёт — а клиент конкурента каждый месяц платит не нам.
# %% [markdown] lang="en"
# Selling hours come in three kinds, told apart not by effort but by **whose client it is**:
#
# - **retention**: our own client; keep the business and answer the competitor’s moves;
# - **expansion**: a client we share with a competitor; close the doors still open to them;
# - **conversion**: a competitor’s client; win a deal where nothing is bought from us today.
#
# There is no “new client” here. A new client can wait; a competitor’s client pays somebody else every month.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Сначала прикиньте
#
# **Ваш ход.** Какую долю рабочего времени специалист отдаёт продажам — всем трём видам вместе? Поставьте число процентов вместо трёх точек. Оценка не проверяется: её интересно будет вспомнить через минуту.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Guess first
#
# **Your turn.** What share of working time does a specialist give to selling, all three kinds together? Put a percentage in place of the three dots. Nobody marks the guess; you will want to remember it in a minute.
# %% tags=["your-turn"]
# <solution>
my_guess = 50
# </solution>
# %% [markdown] lang="ru"
# ## Баланс времени показывает, на что уходит месяц
#
# Сложим часы всех отчётов и разделим на число отработанных месяцев — получится средний месяц одного специалиста.
# %% [markdown] lang="en"
# ## The time audit shows what fills the month
#
# Add up the hours of all reports and divide by the months worked: that is the average month of one specialist.
# %% tags=["run-only"]
audit = ck.analysis.time_audit(case.reports, case.benchmarks)
ck.charts.show_table(audit)
# %% [markdown] lang="ru"
# Эталон продаж в целом взят из опубликованных опросов. Как время делится внутри продаж, не публикует никто, поэтому эти эталоны **условные** — приняты для кейса. Откуда взято каждое число, сказано в таблице `case.benchmarks`.
# %% [markdown] lang="en"
# The reference for selling as a whole comes from published surveys. Nobody publishes how time divides inside selling, so those references are **assumed** for the case. The table `case.benchmarks` says where each figure comes from.
# %% tags=["run-only"]
picture = ck.charts.plot_time_audit(audit)
# %% [markdown] lang="ru"
# **Что заметить.** Синие полосы вместе составляют весь месяц; голубые — три части продаж. Оранжевая черта — эталон. Какие полосы до черты не доходят, а какие заходят за неё?
# %% [markdown] lang="en"
# **What to notice.** The dark bars together make up the month; the pale ones are the three parts of selling. The orange mark is the reference. Which bars stop short of it, and which run past?
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. Какая доля рабочего времени уходит на продажи?
#
# **Ваш ход.** Число набирать не нужно — возьмите его из таблицы. Доля дороги, например, берётся так: `audit.loc["travel", "share"]`. Продажи в таблице называются `"selling"`.
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. What share of working time goes into selling?
#
# **Your turn.** There is no need to type the number; take it from the table. The share of travel, for instance, is `audit.loc["travel", "share"]`. Selling is called `"selling"` in the table.
# %% tags=["your-turn"]
# <solution>
selling_share = audit.loc["selling", "share"]
# </solution>
ck.check("time.selling_share", selling_share)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Продажи — это сумма удержания, расширения и конверсии. Частая ошибка — взять одно удержание: оно видно первым и занимает больше половины времени продаж, но это ещё не все продажи.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Selling is retention, expansion and conversion together. A common slip is to take retention alone: it comes first in the table and fills more than half of the selling time, but it is not all of it.
# %% [markdown] lang="ru"
# ## Разрыв с эталоном — это часы, а не проценты
#
# Руководителю проще думать о часах: столько-то встреч в месяц. Переведём эталон в часы того же рабочего месяца.
# %% [markdown] lang="en"
# ## The gap to the reference is hours, not per cent
#
# Managers think in hours: so many meetings a month. Let us turn the reference into hours of the same working month.
# %% tags=["run-only"]
gaps = ck.analysis.reference_gaps(audit)
ck.charts.show_table(gaps)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 2. Сколько часов в месяц специалист недодаёт продажам по сравнению с эталоном?
#
# **Ваш ход.** Ответ — положительное число часов. Ячейка таблицы берётся так же: `gaps.loc["travel", "gap_hours"]`. Минус перед ней меняет знак.
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 2. How many hours a month does a specialist sell less than the reference?
#
# **Your turn.** The answer is a positive number of hours. A cell is taken in the same way: `gaps.loc["travel", "gap_hours"]`. A minus in front turns its sign.
# %% tags=["your-turn"]
# <solution>
missing_hours = -gaps.loc["selling", "gap_hours"]
# </solution>
ck.check("time.selling_gap", missing_hours)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Разрыв считается от эталонной доли того же месяца. Частая ошибка — назвать разность процентных пунктов часами: пункт — это сотая часть рабочего месяца, то есть больше часа.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** The gap is measured from the reference share of the same month. A common slip is to call percentage points hours: a point is a hundredth of the working month, which is more than an hour.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. Какой вид работы сильнее всего выходит за свой эталон?
#
# **Ваш ход.** Впишите в кавычках один код: `"selling"` (продажи), `"service"` (сервис), `"travel"` (дорога) или `"admin"` (администрирование).
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. Which activity runs furthest past its reference?
#
# **Your turn.** Write one code in quotes: `"selling"`, `"service"`, `"travel"` or `"admin"` (administration).
# %% tags=["your-turn"]
# <solution>
largest_excess = gaps.loc[["selling", "service", "travel", "admin"], "gap_hours"].idxmax()
# </solution>
ck.check("time.largest_excess", largest_excess)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Смотрим на последний столбец: где число положительное и самое большое. Соблазнительно ответить «дорога» — на неё жалуются чаще всего, — но она почти точно на эталоне.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Look down the last column for the largest positive number. “Travel” is the tempting answer, because people complain of it most, yet it sits almost exactly on its reference.
# %% [markdown] lang="ru"
# ## Среднее скрывает людей
#
# У каждого специалиста свой месяц. Закрашенный кружок — эталон достигнут, пустой — нет.
# %% [markdown] lang="en"
# ## The average hides people
#
# Every specialist has a month of their own. A filled dot has reached the reference; a hollow one has not.
# %% tags=["run-only"]
by_rep = ck.analysis.hours_by_rep(case.reports)
picture = ck.charts.plot_selling_share(by_rep, audit.loc["selling", "reference_share"])
# %% [markdown] lang="ru"
# **Что заметить.** Многие ли дотягивают до эталона? Велик ли разброс между крайними специалистами по сравнению с разрывом, который вы только что нашли?
# %% [markdown] lang="en"
# **What to notice.** Do many reach the reference? How wide is the spread between the extremes, beside the gap you have just found?
# %% [markdown] lang="ru" tags=["your-turn"]
# ## И что с этого руководителю?
#
# **Ваш ход.** Запишите между кавычками двумя-тремя предложениями: откуда вы взяли бы часы для продаж, с кем поговорили бы сначала — и чего эти отчёты **не** говорят. Почему так? Что изменило бы ваше мнение?
# %% [markdown] lang="en" tags=["your-turn"]
# ## So what, for the manager?
#
# **Your turn.** Between the quotes, write two or three sentences: where would you take hours for selling from, whom would you talk to first, and what do these reports **not** tell you? Why so? What would change your mind?
# %% tags=["your-turn", "text-answer"]
# <solution>
conclusion = {
    "ru": """Недостающие часы — в сервисе и администрировании, а не в дороге: значит, сначала
смотрим, что из этого могут взять техники и помощник. Говорю не с «последними», а с теми, у кого
сервис и бумаги заметно выше, чем у коллег с похожими клиентами. Отчёты не говорят, что приносит
час каждого вида, — и написаны самими специалистами.""",
    "en": """The missing hours sit in service and administration, not in travel: so first see what
technicians and an assistant could take over. I would talk not to “the last” but to those whose
service and paperwork stand well above colleagues with similar clients. The reports do not say what
an hour of each kind brings, and specialists wrote them about themselves.""",
}[lang]
# </solution>
# %% [markdown] lang="ru"
# ## Три мысли с собой
#
# 1. Часы продаж различаются тем, **чей это клиент**: наш, общий с конкурентом или клиент конкурента.
# 2. Разрыв с эталоном складывается из **сервиса и администрирования**; дорога, на которую жалуются, почти ни при чём.
# 3. Сколько часов уходит — ещё не ответ, сколько они **приносят**. Эталон показывает, где искать, а не что менять.
# %% [markdown] lang="en"
# ## Three thoughts to take away
#
# 1. Selling hours differ by **whose client it is**: ours, shared with a competitor, or a competitor’s.
# 2. The gap to the reference is made of **service and administration**; travel, which people complain of, has almost nothing to do with it.
# 3. How many hours go somewhere does not yet say what they **bring**. A reference shows where to look, not what to change.
