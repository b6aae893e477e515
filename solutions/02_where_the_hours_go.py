# %% [markdown] lang="ru"
# # Можно ли верить отчётам и куда уходят часы?
#
# **Вопрос руководителя.** Рабочий месяц наших специалистов заполнен, а времени на продажи, по их словам, не хватает: всё съедает дорога. Так ли это? И можно ли вообще верить отчётам?
#
# **40 минут.** Вы:
#
# - проверите отчёты в том виде, в каком их прислали регионы, и решите, что исправлять без спроса;
# - посчитаете, какая доля рабочего времени достаётся продажам;
# - сравните её с эталоном и найдёте, куда уходят недостающие часы;
# - узнаете, что увидел наблюдатель, — и насколько отчёты от этого отличаются.
#
# **На занятии в 90 минут** ответьте на вопросы 3, 4 и 6, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**. Застряли на вопросе — щёлкните по его ячейке, нажмите **Esc**, затем **B**: ниже появится пустая ячейка. Впишите в неё `ck.hint("имя вопроса")` и выполните; имя вопроса стоит в кавычках в строке `ck.check(...)`.
# %% [markdown] lang="en"
# # Can we trust the reports, and where do the hours go?
#
# **The manager’s question.** Our specialists’ month is full, yet they say there is no time left to sell: too much of it goes on the road. Is that so? What takes the time? And can the reports be trusted at all?
#
# **40 minutes.** You will:
#
# - check the reports as the regions sent them and decide what may be repaired without asking;
# - work out what share of working time goes into selling;
# - set it against the reference and find where the missing hours go;
# - learn what an observer saw, and how far it is from what was reported.
#
# **In a workshop of 90 minutes** do questions 3, 4 and 6; run everything else.
#
# Run the cells in order: **Shift + Enter**. If a question holds you up, click its cell and press **Esc**, then **B**: an empty cell appears below. Write `ck.hint("name of the question")` into it and run it; the name stands in quotes in the line `ck.check(...)`.
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
# Часы продаж — трёх видов, и различает их не усилие, а то, **чей это клиент и зачем к нему едут**:
#
# - **удержание** — действующий клиент, наш или общий: сохранить то, что он уже покупает у нас, и ответить на ходы конкурента;
# - **расширение** — общий клиент: закрыть двери, которые ещё открыты конкуренту;
# - **конверсия** — клиент конкурента: выиграть сделку там, где сегодня у нас не покупают ничего.
#
# «Нового клиента» здесь нет. Новый подождёт — а клиент конкурента каждый месяц платит не нам.
# %% [markdown] lang="en"
# Selling hours come in three kinds, told apart not by effort but by **whose client it is and what the visit is for**:
#
# - **retention**: a present client, ours or shared; keep what it already buys from us and answer the competitor’s moves;
# - **expansion**: a shared client; close the doors still open to the competitor;
# - **conversion**: a competitor’s client; win a deal where nothing is bought from us today.
#
# There is no “new client” here. A new client can wait; a competitor’s client pays somebody else every month.
# %% [markdown] lang="ru"
# ## Регионы прислали не совсем это
#
# Таблица выше уже приведена в порядок. Прислали же её четыре региона — каждый как привык, с письмом в придачу; файлы лежат в папке `data/received`. Посмотрим, что нашла в них проверка.
# %% [markdown] lang="en"
# ## This is not quite what the regions sent
#
# The table above has already been put in order. Four regions sent it, each in its own way and with a covering letter; the files are in the folder `data/received`. Let us see what a check finds in them.
# %% tags=["run-only"]
findings = ck.analysis.audit_reports(case.received, case)
ck.charts.show_table(ck.analysis.findings_by_kind(findings))
# %% [markdown] lang="ru"
# **Что заметить.** Часть находок — несомненные ошибки, часть — под вопросом: они могут оказаться и правдой. Одинаковые месяцы — лень или очень ровная работа? Отрицательная выручка (она нашлась в таблице продаж) — опечатка или возврат?
# %% [markdown] lang="en"
# **What to notice.** Some of these are errors beyond doubt; others are in question and may turn out to be true. Are identical months laziness or very even work? Is negative revenue (it was found in the table of sales) a slip of the pen or a return?
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. Что из найденного можно исправить, никого не спрашивая?
#
# **Ваш ход.** Впишите в кавычках один код: `"decimal_comma"` (десятичная запятая), `"service_as_retention"` (сервис записан как удержание), `"round_months"` (одинаковые месяцы) или `"negative_revenue"` (отрицательная выручка). *Ответ называют, а не вычисляют.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. Which of these findings may be repaired without asking anybody?
#
# **Your turn.** Write one code in quotes: `"decimal_comma"`, `"service_as_retention"` (service booked as retention), `"round_months"` (identical months) or `"negative_revenue"`. *The answer is stated, not computed.*
# %% tags=["your-turn"]
# <solution>
repair = "decimal_comma"
# </solution>
ck.check("reports.repair", repair)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Запятая вместо точки — лишь способ записи: число от неё не меняется. Остальные три находки могут оказаться правдой или вопросом определения: исправить их без спроса — значит изменить то, что люди рассказали о своей работе, или вычеркнуть законный возврат. Соблазнительно «исправить» одинаковые месяцы средними — но тогда цифры придумаем уже мы.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** A comma for a point is only a way of writing; the number stays what it is. The other three may be the truth, or a matter of definition: to repair them unasked is to change what people say they did, or to strike out a genuine return. It is tempting to “repair” identical months with averages, but then the figures would be our own invention.
# %% [markdown] lang="ru"
# ## Слово «удержание» каждый понимает по-своему
#
# Один регион честно написал в письме, что работу по заявкам сервиса записывает в удержание: пока специалист чинит линию, он, мол, удерживает клиента. Такое решают вместе с регионом, и в кейсе решено: часы по заявкам — это сервис. Вот отчёты в обоих прочтениях: `clean` верит заявкам, `as_booked` — региону.
# %% [markdown] lang="en"
# ## Everybody has their own idea of “retention”
#
# One region says in its letter, quite openly, that it books work on service tickets as retention: while a specialist repairs the line, so it argues, the client is being retained. That has to be settled with the region, and in the case it is settled: hours on tickets are service. Here are the reports read both ways: `clean` goes by the tickets, `as_booked` by the region.
# %% tags=["run-only"]
clean = ck.analysis.clean_reports(case.received, case)
as_booked = ck.analysis.clean_reports(case.received, case, service_by_tickets=False)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 2. Сколько часов сервиса этот регион записал как удержание?
#
# **Ваш ход.** Сумму часов дороги, например, даёт `clean["travel_hours"].sum()`. Вам нужна разность двух сумм. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 2. How many hours of service had that region booked as retention?
#
# **Your turn.** The sum of travel hours, for instance, is `clean["travel_hours"].sum()`. You need the difference of two sums. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
service_hours = clean["service_hours"].sum() - as_booked["service_hours"].sum()
# </solution>
ck.check("reports.service_hours", service_hours)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Решают заявки: часы по ним записаны отдельно, в последнем столбце отчёта региона. За два года набегают тысячи часов, и без поправки регион казался бы образцом заботы о клиентах. Частая ошибка — сложить весь сервис, а не только то, что перешло.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** The tickets decide: their hours are entered separately, in the last column of the region’s report. In two years it comes to thousands of hours, and uncorrected the region would pass for a model of client care. A common slip is to add up all service and not only what moved.
# %% [markdown] lang="ru"
# Дальше работаем с чистой таблицей: это и есть `case.reports`.
# %% [markdown] lang="en"
# From here on we use the clean table; that is what `case.reports` is.
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
# Эталон продаж в целом взят из опубликованного опроса. Как время должно делиться внутри продаж и между остальными видами работы, не публикует никто, поэтому все прочие эталоны **условные** — приняты для кейса. Откуда взято каждое число, сказано в таблице `case.benchmarks`.
# %% [markdown] lang="en"
# The reference for selling as a whole comes from a published survey. Nobody publishes how time should divide inside selling and between the other activities, so all other references are **assumed** for the case. The table `case.benchmarks` says where each figure comes from.
# %% tags=["run-only"]
picture = ck.charts.plot_time_audit(audit)
# %% [markdown] lang="ru"
# **Что заметить.** Тёмные полосы вместе составляют весь месяц; светлые — три части продаж. Оранжевая черта — эталон. Какие полосы до черты не доходят, а какие заходят за неё?
# %% [markdown] lang="en"
# **What to notice.** The dark bars together make up the month; the pale ones are the three parts of selling. The orange mark is the reference. Which bars stop short of it, and which run past?
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. Какая доля рабочего времени уходит на продажи?
#
# **Ваш ход.** Число набирать не нужно — возьмите его из таблицы. Доля дороги, например, берётся так: `audit.loc["travel", "share"]`. Продажи в таблице называются `"selling"`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. What share of working time goes into selling?
#
# **Your turn.** There is no need to type the number; take it from the table. The share of travel, for instance, is `audit.loc["travel", "share"]`. Selling is called `"selling"` in the table. *The answer is computed.*
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
# ### Вопрос 4. Сколько часов в месяц специалист недодаёт продажам по сравнению с эталоном?
#
# **Ваш ход.** Ответ — положительное число часов. Ячейка таблицы берётся так же: `gaps.loc["travel", "gap_hours"]`. Минус перед ней меняет знак. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 4. By how many hours a month does a specialist’s selling fall short of the reference?
#
# **Your turn.** The answer is a positive number of hours. A cell is taken in the same way: `gaps.loc["travel", "gap_hours"]`. A minus in front changes its sign. *The answer is computed.*
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
# ### Вопрос 5. Если считать продажи одним видом работы, какой из четырёх сильнее всего выходит за свой эталон?
#
# **Ваш ход.** Удержание, расширение и конверсия — части продаж, поэтому строк четыре. Сколько часов уходит на каждую, говорит `gaps.loc[["selling", "service", "travel", "admin"], "hours"]`; `.idxmax()` в конце назовёт строку, где их больше всего. Вам нужен столбец с часами сверх эталона. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 5. With selling taken as one activity, which of the four runs furthest past its reference?
#
# **Your turn.** Retention, expansion and conversion are parts of selling, so there are four rows. How many hours each of them takes is `gaps.loc[["selling", "service", "travel", "admin"], "hours"]`; `.idxmax()` at the end names the row that takes most. You need the column of hours above the reference. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
largest_excess = gaps.loc[["selling", "service", "travel", "admin"], "gap_hours"].idxmax()
# </solution>
ck.check("time.largest_excess", largest_excess)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Из четырёх строк берём ту, где число в последнем столбце положительное и самое большое. У удержания оно ещё больше, но это лишь часть продаж, а продажам в целом часов не хватает. Соблазнительно ответить «дорога» — на неё жалуются чаще всего, — но она почти точно на эталоне.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Of the four rows take the one with the largest positive number in the last column. Retention stands higher still, but it is only a part of selling, and selling as a whole falls short. “Travel” is the tempting answer, because people complain of it most, yet it sits almost exactly on its reference.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 6. Какую часть разрыва объясняют сервис и администрирование вместе?
#
# **Ваш ход.** Сложите их часы сверх эталона и разделите на недостающие часы продаж: они уже хранятся под именем `missing_hours`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 6. What part of the gap do service and administration explain together?
#
# **Your turn.** Add up their hours above the reference and divide by the hours selling lacks; they are already stored under the name `missing_hours`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
explained = gaps.loc[["service", "admin"], "gap_hours"].sum() / missing_hours
# </solution>
ck.check("time.gap_explained", explained)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Весь разрыв сидит в двух строках; больше 100 % выходит потому, что дорога чуть не дотягивает до эталона. Частая ошибка — сложить их доли в месяце: сервис и бумаги есть и в эталоне, считать надо только лишнее.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** The whole gap sits in two rows; it comes to more than 100% because travel stays a little short of its reference. A common slip is to add their shares of the month; the reference has service and paperwork too, and only the excess counts.
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
reference = audit.loc["selling", "reference_share"]
picture = ck.charts.plot_selling_share(by_rep, reference)
# %% [markdown] lang="ru"
# **Что заметить.** Многие ли дотягивают до эталона? Велик ли разброс между крайними специалистами по сравнению с разрывом, который Вы только что нашли?
# %% [markdown] lang="en"
# **What to notice.** Do many reach the reference? How wide is the spread between the extremes, beside the gap you have just found?
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 7. Сколько специалистов дотягивает до эталона?
#
# **Ваш ход.** Считать кружки не нужно. Сравнение вроде `by_rep["service"] > 20` отвечает «да» или «нет» по каждому, а `.sum()` после скобок считает все «да»: `(by_rep["service"] > 20).sum()`. Вам нужны `"selling_share"` и `reference`; «не меньше» пишется `>=`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 7. How many specialists reach the reference?
#
# **Your turn.** There is no need to count dots. A comparison such as `by_rep["service"] > 20` says yes or no for each of them, and `.sum()` after the brackets counts the yeses: `(by_rep["service"] > 20).sum()`. You need `"selling_share"` and `reference`; “not less than” is written `>=`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
at_reference = (by_rep["selling_share"] >= reference).sum()
# </solution>
ck.check("time.at_reference", at_reference)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** До эталона дотягивают немногие, а расстояние между крайними специалистами в несколько раз больше самого разрыва. Не путайте эталон со средним: выше среднего всегда примерно половина.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Few reach the reference, and the distance between the extremes is several times the gap itself. Do not take the average for the reference: about half of any group is above its average.
# %% [markdown] lang="ru"
# ## Отчёты люди пишут о себе
#
# Проверить то, что люди пишут о себе, можно двумя способами. Первый — посмотреть, сколько **разных** месяцев сдал каждый специалист.
# %% [markdown] lang="en"
# ## People write reports about themselves
#
# There are two ways to check what people write about themselves. The first is to see how many **different** months each specialist handed in.
# %% tags=["run-only"]
months = ck.analysis.identical_months(case.reports)
ck.charts.show_table(months.sort_values("different_months").head(6))
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 8. Сколько специалистов из месяца в месяц сдаёт одни и те же часы?
#
# **Ваш ход.** Считается так же, как в вопросе 7; «равно» пишется двумя знаками: `==`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 8. How many specialists hand in the same hours month after month?
#
# **Your turn.** It is counted as in question 7; “equals” is written with two signs: `==`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
same_every_month = (months["different_months"] == 1).sum()
# </solution>
ck.check("time.identical_months", same_every_month)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** У остальных каждый месяц чуть иной, как оно и бывает. Одинаковые месяцы — не повод наказывать: часто это значит, что отчёт никому не был нужен.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** With everybody else each month is a little different, as real months are. Identical months are no reason to punish; they often mean that nobody needed the report.
# %% [markdown] lang="ru"
# Второй способ: в некоторые месяцы рядом с некоторыми специалистами был наблюдатель и записывал, чем они заняты. Сравним его записи с отчётами тех же людей за те же месяцы.
#
# Прикиньте сначала про себя: чего в отчётах больше, чем увидел наблюдатель?
# %% [markdown] lang="en"
# The second way: in some months an observer went along with some of the specialists and wrote down what they did. Let us put those notes beside the same people’s reports for the same months.
#
# Guess first, for yourself: of which activities do the reports show more than the observer saw?
# %% tags=["run-only"]
seen = ck.analysis.reports_against_calendar(case.reports, case.calendar)
ck.charts.show_table(seen)
# %% tags=["run-only"]
picture = ck.charts.plot_told_and_seen(seen)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 9. На какую долю меньше продаж увидел наблюдатель, чем указано в отчётах?
#
# **Ваш ход.** Возьмите из таблицы `seen` строку `"selling"` и столбец `"difference_share"`; ответ — положительная доля. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 9. By what share did the observer see less selling than was reported?
#
# **Your turn.** Take the row `"selling"` and the column `"difference_share"` of the table `seen`; the answer is a positive share. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
flattery = -seen.loc["selling", "difference_share"]
# </solution>
ck.check("time.flattery", flattery)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Продаж в отчётах больше, чем было, бумаг, сервиса и дороги — меньше: так о себе пишет почти каждый, и без всякого умысла. Значит, настоящий разрыв с эталоном ещё больше — хотя и эталон взят из опроса, где люди тоже отвечали о себе.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** The reports show more selling than there was, and less paperwork, service and travel: nearly everybody reports that way, and means no harm. So the true gap to the reference is wider still, although the reference comes from a survey, in which people also answered about themselves.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## И что с этого руководителю?
#
# **Ваш ход.** Запишите между кавычками двумя-тремя предложениями: откуда Вы взяли бы часы для продаж, с кем поговорили бы сначала — и чего эти отчёты **не** говорят. Почему так? Что изменило бы Ваше мнение?
# %% [markdown] lang="en" tags=["your-turn"]
# ## So what, for the manager?
#
# **Your turn.** Between the quotes, write two or three sentences: where would you take hours for selling from, whom would you talk to first, and what do these reports **not** tell you? Why? What would change your mind?
# %% tags=["your-turn", "text-answer"]
# <solution>
conclusion = {
    "ru": """Недостающие часы — в сервисе и администрировании, а не в дороге: значит, сначала
смотрим, что из этого могут взять техники и помощники. Говорю не с «последними», а с теми, у кого
сервис и бумаги заметно выше, чем у коллег с похожими клиентами. Отчёты не говорят, что приносит час
каждого вида, — и написаны самими специалистами.""",
    "en": """The missing hours sit in service and administration, not in travel: so first see what
technicians and assistants could take over. I would talk not to those at the bottom but to those
whose service and paperwork stand well above colleagues with similar clients. The reports do not say
what an hour of each kind brings, and specialists wrote them about themselves.""",
}[lang]
# </solution>
# %% [markdown] lang="ru"
# ## Три мысли с собой
#
# 1. Отчёт человек пишет о себе сам: **ошибки записи исправляем, а спорное сначала обсуждаем**.
# 2. Разрыв с эталоном складывается из **прочей работы**, а из какой именно, скажут числа: жалуются не всегда на то, что съедает часы.
# 3. Сколько часов уходит — ещё не ответ, сколько они **приносят**. Эталон показывает, где искать, а не что менять.
#
# Дальше — блокнот **03**: что эти часы приносят.
# %% [markdown] lang="en"
# ## Three thoughts to take away
#
# 1. A report is people’s own account of themselves: **slips of the pen are repaired, and what is open to argument is talked over first**.
# 2. The gap to the reference is made of **other work**; the figures say which: what people complain of need not be what takes the hours.
# 3. How many hours go somewhere does not yet say what they **bring**. A reference shows where to look, not what to change.
#
# Next: notebook **03**, what the hours bring.
