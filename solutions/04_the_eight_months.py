# %% [markdown] lang="ru"
# # Почему конверсия кажется бесполезной?
#
# **Вопрос руководителя.** Финансовый директор принёс таблицу: час, потраченный на клиентов конкурента, не приносит почти ничего. Он предлагает больше к ним не ездить. Где ошибка — и есть ли она?
#
# **40 минут.** Вы:
#
# - найдёте ошибку аналитика в таблице, где всё посчитано верно;
# - увидите, через сколько месяцев приходит выручка от часов конверсии;
# - узнаете, во что обходится распыление по многим клиентам сразу;
# - отличите среднюю отдачу часа от отдачи следующего часа.
#
# **На занятии в 90 минут** ответьте на вопросы 1, 2, 6 и 7, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**. Подсказка — `ck.hint("имя вопроса")` в пустой ячейке; имя стоит в кавычках в строке `ck.check(...)`.
# %% [markdown] lang="en"
# # Why does conversion look worthless?
#
# **The manager’s question.** The finance director has brought a table: an hour spent on competitors’ clients brings next to nothing. The proposal is to stop. Where is the error, and is there one?
#
# **40 minutes.** You will:
#
# - find the analyst’s error in a table whose every sum is right;
# - see after how many months the revenue of conversion hours arrives;
# - learn what it costs to scatter hours over many competitors’ clients at once;
# - tell the average return of an hour from the return of the next one.
#
# **In a workshop of 90 minutes** do questions 1, 2, 6 and 7; run everything else.
#
# Run the cells in order: **Shift + Enter**. For a hint write `ck.hint("name of the question")` into an empty cell; the name stands in quotes in the line `ck.check(...)`.
# %% tags=["parameters", "hide-input"]
lang = "en"
data = None
# %% tags=["run-only", "hide-input"]
import casekit as ck

ck.language(lang)
case = ck.load_case(data)
case
# %% [markdown] lang="ru"
# ## Таблица финансового директора
#
# Контролёр-аналитик взял все отчёты и к каждой строке — месяцу у клиента — приписал маржу этого клиента **за тот же месяц**. Потом разделил маржу на часы.
# %% [markdown] lang="en"
# ## The finance director’s table
#
# The controller, as the company’s analyst, took all reports and to each row, a month at a client, joined that client’s margin **of the same month**. Then margin was divided by hours.
# %% tags=["run-only"]
same_month = ck.analysis.same_month_productivity(case.reports, case.sales)
picture = ck.charts.plot_productivity(same_month, currency=case.currency)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. Какой шаг аналитика неверен?
#
# **Ваш ход.** Арифметика проверена, она верна. Впишите в кавычках один код: `"same_month"` (часы и маржа взяты за один месяц), `"travel_left_out"` (дорога не учтена), `"margin_not_revenue"` (взята маржа, а не выручка) или `"all_accounts"` (взяты все клиенты). *Ответ называют, а не вычисляют.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. Which of the analyst’s steps is wrong?
#
# **Your turn.** The arithmetic has been checked and is right. Write one code in quotes: `"same_month"` (hours and margin of one month), `"travel_left_out"` (travel is not counted), `"margin_not_revenue"` (margin is taken and not revenue) or `"all_accounts"` (all clients are taken). *The answer is stated, not computed.*
# %% tags=["your-turn"]
# <solution>
analysts_error = "same_month"
# </solution>
ck.check("lag.analysts_error", analysts_error)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Клиент конкурента, пока его убеждают, не покупает у нас ничего: в месяц часов выручки от него нет по определению. Соблазнительно придраться к марже, но она-то выбрана верно.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** As long as a competitor’s client is being persuaded, nothing is bought from us: in the month of the hours there is no revenue by definition. It is tempting to object to margin, but that choice is sound.
# %% [markdown] lang="ru"
# ## Часы и выручка живут в разных месяцах
#
# Проведём каждый час конверсии до той сделки, на которую он потрачен, а от сделки — до выручки. По строкам — месяц, когда работали; по столбцам — месяц, когда пришли деньги.
# %% [markdown] lang="en"
# ## Hours and revenue live in different months
#
# Let us follow every hour of conversion to the deal it was spent on, and the deal to its revenue. Rows are the month of the work, columns the month the money came.
# %% tags=["run-only"]
matrix = ck.analysis.effort_by_revenue_month(case.reports, case.sales, case.deals, case.positions)
picture = ck.charts.plot_effort_by_revenue_month(matrix, case.currency)
# %% [markdown] lang="ru"
# **Что заметить.** Таблица финансового директора видит лишь диагональ. А где деньги?
#
# Сложим выручку первого года каждой победы и разделим на все часы, которых потребовали сделки, — **и выигранные, и проигранные**.
# %% [markdown] lang="en"
# **What to notice.** The finance director’s table sees the diagonal only. And where is the money?
#
# Let us add up the first year’s revenue of each win and divide by all hours the pursuits took, **won and lost**.
# %% tags=["run-only"]
along = ck.analysis.pursuit_productivity(case.reports, case.sales, case.deals, case.positions)
ck.charts.show_table(along.to_frame().T[["revenue_krub_per_hour", "margin_krub_per_hour"]])
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 2. Сколько выручки первого года приносит час конверсии, если идти вдоль сделок?
#
# **Ваш ход.** Маржу на час, например, даёт `along["margin_krub_per_hour"]`; нужна выручка, в тысячах рублей. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 2. What first-year revenue does an hour of conversion bring along its deals?
#
# **Your turn.** Margin per hour, for instance, is `along["margin_krub_per_hour"]`; revenue is needed, in thousands of roubles. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
along_deals = along["revenue_krub_per_hour"]
# </solution>
ck.check("lag.along_deals", along_deals)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Те же часы и те же деньги, но встретились они в одной сделке, а не в одном месяце. Частая ошибка — делить только на часы выигранных сделок: проигранные тоже оплачены.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** The same hours and the same money, only they meet in a deal and not in a month. A common slip is to divide by the hours of won deals alone: the lost ones were paid for too.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Сначала прикиньте
#
# **Ваш ход.** Сколько месяцев проходит от первой встречи с клиентом конкурента до его решения? Поставьте число вместо трёх точек. Догадка не проверяется.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Guess first
#
# **Your turn.** How many months pass from the first meeting with a competitor’s client to the decision? Put a number in place of the three dots. Nobody marks the guess.
# %% tags=["your-turn"]
# <solution>
my_guess = 4
# </solution>
# %% [markdown] lang="ru"
# ## Открытые сделки нельзя выбросить
#
# Часть сделок ещё не решена, и среди них много долгих. Вот медиана срока — у половины сделок он короче, у половины длиннее, — посчитанная тремя способами: только по решённым (`decided`); так, будто открытые закончились сегодня (`called_ended`); и честно — открытая сделка говорит «уже столько-то, и ещё не всё» (`with_open`).
# %% [markdown] lang="en"
# ## Open deals must not be thrown away
#
# Some deals are not decided yet, and many of the long ones are among them. Here is the median time (half of the deals take less, half more), worked out in three ways: of decided deals only (`decided`); as if the open ones had ended today (`called_ended`); and honestly, where an open deal says “so long already, and not over” (`with_open`).
# %% tags=["run-only"]
cycle = ck.analysis.cycle_estimates(case.deals, case.reports["month"].max())
ck.charts.show_table(cycle)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. Каков срок сделки по честной оценке, в месяцах?
#
# **Ваш ход.** Число возьмите из `cycle` по имени строки: `cycle["decided"]` — оценка по решённым. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. How long does a deal take by the honest estimate, in months?
#
# **Your turn.** Take the number from `cycle` by the name of its row: `cycle["decided"]` is the estimate from decided deals. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
deal_months = cycle["with_open"]
# </solution>
ck.check("deals.cycle", deal_months)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Выбросить открытые — значит забыть о долгих; счесть их законченными — значит укоротить каждую. Разница здесь невелика, но обе ошибки тянут в одну сторону.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** To drop the open ones is to forget the long ones; to call them ended is to cut each of them short. The difference is small here, yet both errors pull the same way.
# %% [markdown] lang="ru"
# ## Много клиентов сразу — мало часов каждому
#
# Одни ведут двух-трёх клиентов конкурента одновременно, другие семь. Разделим специалистов по тому, сколько сделок у них обычно открыто.
# %% [markdown] lang="en"
# ## Many clients at once means few hours for each
#
# Some pursue two or three competitors’ clients at a time, others seven. Let us split the specialists by how many deals they usually have open.
# %% tags=["run-only"]
months = case.reports["month"]
focus = ck.analysis.wins_by_focus(case.reports, case.deals, months.min(), months.max())
ck.charts.show_table(focus[["specialists", "wins", "hours_per_win"]])
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 4. Во сколько раз больше часов уходит на победу у тех, кто ведёт много сделок сразу?
#
# **Ваш ход.** Разделите часы на победу в строке `"many"` на часы в строке `"few"`. Ячейка берётся так: `focus.loc["few", "wins"]`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 4. How many times as many hours does a win take for those who pursue many deals at once?
#
# **Your turn.** Divide the hours per win of the row `"many"` by those of the row `"few"`. A cell is `focus.loc["few", "wins"]`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
scattering = focus.loc["many", "hours_per_win"] / focus.loc["few", "hours_per_win"]
# </solution>
ck.check("deals.scattering", scattering)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Клиента конкурента не выиграть за десять часов: ниже некоторого порога они пропадают. Побед немного, так что в точное число верить рано — а направление видно.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** A competitor’s client is not won in ten hours: below some threshold they are lost. There are few wins, so do not believe the exact number yet; the direction shows.
# %% [markdown] lang="ru"
# ## Первый год после победы — в основном оборудование
#
# Что приносит победа? В столбце первого года — выручка, в столбце трёх лет — маржа; в ней учтено, что часть бизнеса со временем уходит.
# %% [markdown] lang="en"
# ## The first year of a win is mostly equipment
#
# What does a win bring? The column of the first year is revenue, the column of three years is margin, less what slips away in time.
# %% tags=["run-only"]
win = ck.analysis.win_over_time(case.sales, case.deals, case.positions, case.accounts)
ck.charts.show_table(win)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 5. Какую долю маржи, которую победа приносит за три года, даёт **не** оборудование?
#
# **Ваш ход.** Разделите строку `"recurring"` столбца `"three_years_margin_krub"` на сумму этого столбца. Столбец складывают так: `win["first_year_krub"].sum()`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 5. What share of a win’s margin over three years is **not** from equipment?
#
# **Your turn.** Divide the row `"recurring"` of the column `"three_years_margin_krub"` by the sum of that column. A column is added up like this: `win["first_year_krub"].sum()`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
margins = win["three_years_margin_krub"]
recurring_share = margins["recurring"] / margins.sum()
# </solution>
ck.check("deals.recurring_share", recurring_share)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Оборудование продают один раз и с тонкой маржой, расходные материалы — каждый месяц. Частая ошибка — судить по выручке первого года: там всё наоборот.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Equipment is sold once and at a thin margin, consumables every month. A common slip is to judge by first-year revenue, which shows the reverse.
# %% [markdown] lang="ru"
# ## Старые клиенты уходят тихо
#
# А что с теми, кто у нас был с самого начала? Вот регулярная выручка — расходные материалы и сервис, без оборудования — по годам: по строкам — когда клиент впервые купил, по столбцам — год.
# %% [markdown] lang="en"
# ## Old clients leave quietly
#
# And what of those we had from the start? Here is recurring revenue (consumables and service, without equipment) by year: rows are when a client first bought, columns the year.
# %% tags=["run-only"]
cohorts = ck.analysis.account_cohorts(case.sales, months=12)
ck.charts.show_table(cohorts)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 6. На какую долю старые клиенты стали покупать меньше за год?
#
# **Ваш ход.** Первая строка — старые клиенты: `cohorts.iloc[0, 0]` — первый год, `cohorts.iloc[0, 1]` — второй. Ответ — положительная доля первого года. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 6. By what share did old clients buy less within a year?
#
# **Your turn.** The first row is the old clients: `cohorts.iloc[0, 0]` is the first year, `cohorts.iloc[0, 1]` the second. The answer is a positive share of the first year. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
old_clients_lost = 1 - cohorts.iloc[0, 1] / cohorts.iloc[0, 0]
# </solution>
ck.check("lag.old_clients", old_clients_lost)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** В общей выручке этого не видно: уход старых закрывают новые строки таблицы. Поэтому сокращать удержание кажется бесплатным — платить приходится через годы.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Total revenue does not show it: later rows of the table make up for the old ones. That is why cutting retention looks free; it is paid for years later.
# %% [markdown] lang="ru"
# ## Следующий час — не средний час
#
# В среднем час прошлого года что-то принёс. Но переносим мы не средний час, а **следующий**: что прибавит ещё один час в месяц — за три года вперёд, со всеми задержками? Это оценка по истории компании; полосы показывают, насколько она надёжна.
# %% [markdown] lang="en"
# ## The next hour is not the average hour
#
# On average an hour of last year brought something. But what we move is not the average hour, it is the **next** one: what would one more hour a month add over the next three years, delays and all? This is estimated from the company’s history; the bands show how far to trust it.
# %% tags=["run-only"]
known = ck.model.calibrate_history(case)
picture = ck.charts.plot_hour_values(known.intervals, case.currency)
# %% tags=["run-only"]
next_hour = known.intervals.set_index("activity")["marginal"]
average = ck.analysis.average_productivity(case.reports, case.sales, case.positions)
ck.charts.show_table(average[["margin_krub_per_hour"]].join(next_hour))
# %% [markdown] lang="ru"
# **Что заметить.** Сравните два столбца. Порядок тот же? Какому виду продаж достался бы следующий час по средней продуктивности — и какому по ценности ещё одного часа?
# %% [markdown] lang="en"
# **What to notice.** Compare the two columns. Is the order the same? Which kind of selling would get the next hour by the average, and which by the value of one more hour?
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 7. Чего стоит ещё один час каждого вида продаж?
#
# **Ваш ход.** Нужны три числа сразу — один из двух столбцов таблицы выше. Средние, например, — это `average["margin_krub_per_hour"]`; под каким именем хранятся другие, видно в ячейке над таблицей. Каждая верная строка засчитывается отдельно. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 7. What is one more hour of each kind of selling worth?
#
# **Your turn.** Three numbers at once: one of the two columns of the table above. The averages, for instance, are `average["margin_krub_per_hour"]`; the cell above the table shows the name the others are stored under. Every row that is right counts. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
worth_of_an_hour = next_hour
# </solution>
ck.check("marginal.next_hour", worth_of_an_hour)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Это предельная ценность. Соблазнительно взять среднюю продуктивность, но в неё входит и то, что клиенты купили бы без нас.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** This is the marginal value. The average is tempting, but it holds what clients would have bought without us.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 8. Где следующий час дороже всего?
#
# **Ваш ход.** Имя строки с наибольшим числом даёт `.idxmax()`: так, `average["hours"].idxmax()` — вид, на который ушло больше всего часов. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 8. Where is the next hour worth most?
#
# **Your turn.** The name of the row with the largest number is given by `.idxmax()`: `average["hours"].idxmax()` is the kind that took most hours. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
dearest_hour = next_hour.idxmax()
# </solution>
ck.check("marginal.dearest_hour", dearest_hour)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Смотрим на следующий час, а не на средний. Если два вида близки, разница между ними может быть и шумом: сверьтесь с полосами на графике.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** The next hour counts and not the average one. Where two kinds are close the difference may be noise; look at the bands in the picture.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Ответьте финансовому директору
#
# ### Вопрос 9. Что Вы ему напишете?
#
# **Ваш ход.** Между кавычками, в пяти-семи предложениях: почему его таблица верна и всё же вводит в заблуждение; на что смотреть вместо неё; чего мы пока не знаем; что изменило бы Ваше мнение. *Этот текст прочтёт и оценит человек.*
# %% [markdown] lang="en" tags=["your-turn"]
# ## Answer the finance director
#
# ### Question 9. What do you write?
#
# **Your turn.** Between the quotes, in five to seven sentences: why the table is right and misleads all the same; what to look at instead; what we do not know yet; what would change your mind. *A person reads and marks this text.*
# %% tags=["your-turn", "text-answer"]
# <solution>
letter = {
    "ru": """Ваша таблица посчитана верно, но сводит часы с выручкой того же месяца, а клиент
конкурента до решения не покупает у нас ничего: путь от первой встречи до решения занимает около
восьми месяцев. Если идти вдоль сделок, считая и проигранные, час конверсии приносит выручку того же
порядка, что и час удержания. Первый год победы — в основном оборудование, а маржу трёх лет даёт то,
что покупают потом. Решать же надо по следующему часу, а не по среднему. Мы не знаем точно, насколько
быстро падает отдача: полосы широкие. Мнение изменил бы пилот: регион, где полгода ведут не больше
трёх клиентов сразу, и число побед, которое от этого не выросло бы.""",
    "en": """Your table is added up correctly, but it joins hours to revenue of the same month, and
a competitor’s client buys nothing from us until the decision: from first meeting to decision takes
about eight months. Followed along deals, the lost ones included, an hour of conversion brings
revenue of the same order as an hour of retention. The first year of a win is mostly equipment; the
margin of three years comes from what is bought afterwards. And the decision should go by the next
hour, not by the average one. We do not know exactly how fast returns fall: the bands are wide. A
pilot would change my mind: a region that pursues no more than three clients at once for half a
year, and wins no more than before.""",
}[lang]
# </solution>
ck.check("lag.letter", letter)
# %% [markdown] lang="ru"
# ## Три мысли с собой
#
# 1. Часы и деньги встречаются **в сделке, а не в месяце**: кто сводит их помесячно, видит лишь диагональ.
# 2. Победе нужны **сосредоточенные часы** и терпение; первый год после неё обманчив: это в основном оборудование.
# 3. Переносят **следующий час**, а не средний: среднее хвалит привычку.
#
# Дальше — блокнот **05**: что будет, если часы переставить.
# %% [markdown] lang="en"
# ## Three thoughts to take away
#
# 1. Hours and money meet **in a deal, not in a month**: whoever joins them by the month sees the diagonal only.
# 2. A win needs **hours that are not scattered**, and patience; its first year deceives, being mostly equipment.
# 3. What is moved is the **next hour**, not the average one: the average praises habit.
#
# Next: notebook **05**, what happens when hours are moved.
