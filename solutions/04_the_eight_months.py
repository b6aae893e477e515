# %% [markdown] lang="ru"
# # Почему конверсия кажется бесполезной?
#
# **Вопрос руководителя.** Финансовый директор принёс таблицу контролёра: час, потраченный на клиентов конкурента, не приносит почти ничего. Он предлагает перестать к ним ездить. Есть ли здесь ошибка — и где она?
#
# **40 минут.** Вы:
#
# - найдёте ошибку контролёра в таблице, где всё посчитано верно;
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
# **The manager’s question.** The finance director has brought the controller’s table: an hour spent on competitors’ clients brings next to nothing. He proposes to stop visiting them. Is there an error, and where?
#
# **40 minutes.** You will:
#
# - find the controller’s error in a table whose every sum is right;
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
# ## Таблица контролёра
#
# Контролёр взял отчёты по всем клиентам. К каждой строке — одному клиенту за один месяц — он приписал маржу, которую этот клиент принёс в том же месяце; если часы продаж там были разных видов, поделил её между ними пропорционально часам. Дорогу он не считал. Потом разделил маржу на часы. Числа выйдут не те, что в блокноте 03: там маржу делили по тому, откуда она взялась, здесь — по клиенту и месяцу.
# %% [markdown] lang="en"
# ## The controller’s table
#
# The controller took the reports on all clients. Beside each row, one client in one month, he put the margin which that client brought in the same month; where the selling hours there were of several kinds, he shared it out in proportion to them. Travel he left out. Then he divided margin by hours. The figures are not those of notebook 03: there margin was split by where it came from, here by client and month.
# %% tags=["run-only"]
same_month = ck.analysis.same_month_productivity(case.reports, case.sales)
picture = ck.charts.plot_productivity(same_month, currency=case.currency)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. Какой шаг контролёра неверен?
#
# **Ваш ход.** Арифметика проверена, она верна. Впишите в кавычках один код: `"same_month"` (часы и маржа взяты за один месяц), `"travel_left_out"` (дорога не учтена), `"margin_not_revenue"` (взята маржа, а не выручка) или `"all_accounts"` (взяты все клиенты). *Ответ называют, а не вычисляют.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. Which of the controller’s steps is wrong?
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
# **Что заметить.** Таблица контролёра видит лишь диагональ. А где деньги? Возьмите любой тёмный столбец правее середины: у линии — последние часы сделок, а вверх от них на многие месяцы тянутся первые.
#
# Сложим выручку и маржу первого года каждой победы и разделим на все часы, которых потребовали сделки, — **и выигранные, и проигранные**. Маржа на час выйдет не той, что в блокноте 03: там считали последние двенадцать месяцев, здесь — первый год каждой победы.
# %% [markdown] lang="en"
# **What to notice.** The controller’s table sees the diagonal only. And where is the money? Take any dark column in the right half: beside the line are the last hours of the deals, and above them, over many months, the first.
#
# Let us add up the first year’s revenue and margin of each win and divide by all hours the deals took, **won and lost**. Margin per hour differs from that of notebook 03: there the last twelve months were counted, here the first year of each win.
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
# **Ваш ход.** В кейсе сказано, сколько месяцев сделка длится в среднем. Но часть сделок ещё не решена. Если правильно учесть и их, окажется ли срок длиннее или короче, чем по одним решённым? Впишите вместо трёх точек `"longer"` (длиннее) или `"shorter"` (короче). Догадка не проверяется.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Guess first
#
# **Your turn.** The case says how many months a deal takes on average. Some deals are still open, though. Once they are counted properly, will the time come out longer or shorter than for decided deals alone? Write `"longer"` or `"shorter"` in place of the three dots. Nobody marks the guess.
# %% tags=["your-turn"]
# <solution>
my_guess = "shorter"
# </solution>
# %% [markdown] lang="ru"
# ## Открытые сделки нельзя выбросить
#
# Часть сделок ещё не решена, и среди них много долгих. Вот медиана срока — у половины сделок он короче, у половины длиннее, — посчитанная тремя способами: только по решённым (`decided`); так, будто открытые закончились сегодня (`called_ended`); и правильно (`with_open`): открытая сделка говорит «уже столько-то, и ещё не всё», а та, что шла до начала отчётов, считается с их начала, потому что её короткие ровесницы решились раньше и в список не попали.
# %% [markdown] lang="en"
# ## Open deals must not be thrown away
#
# Some deals are not decided yet, and many of the long ones are among them. Here is the median time (half of the deals take less, half more), worked out in three ways: of decided deals only (`decided`); as if the open ones had ended today (`called_ended`); and properly (`with_open`): an open deal counts as “this long already, and not over”, and one that was running before the reports begin counts from there on, since short ones of its age were decided earlier and never made the list.
# %% tags=["run-only"]
cycle = ck.analysis.cycle_estimates(case.deals, case.first_month, case.last_month)
ck.charts.show_table(cycle)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. Сколько месяцев длится сделка, если правильно учесть открытые?
#
# **Ваш ход.** Число возьмите из `cycle` по имени строки: `cycle["decided"]` — оценка по решённым. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. How many months does a deal take, with open deals counted properly?
#
# **Your turn.** Take the number from `cycle` by the name of its row: `cycle["decided"]` is the estimate from decided deals. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
deal_months = cycle["with_open"]
# </solution>
ck.check("deals.cycle", deal_months)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Счесть открытые законченными — значит укоротить каждую. Выбросить их — значит забыть о долгих; но в списке есть и другие долгие — те, что шли ещё до начала отчётов, — и две ошибки почти гасят друг друга. Повезло: у новых сделок такого противовеса нет, и по ним одним срок вышел бы слишком коротким.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** To call the open ones ended is to cut each of them short. To drop them is to forget the long ones; but the list holds other long ones, those that were running before the reports begin, and the two errors nearly cancel. That is luck: the latest deals have no such counterweight, and by them alone the time would come out too short.
# %% [markdown] lang="ru"
# ## Много клиентов сразу — мало часов каждому
#
# Одни ведут двух-трёх клиентов конкурента одновременно, другие семь. Разделим специалистов по тому, сколько сделок у них обычно открыто. Открытые сделки не выброшены: каждая считается за те месяцы, что мы её видели, — с часами, которые на неё уже ушли. Последние столбцы — разброс: если бы сделки выпали иначе, в девяти случаях из десяти вышло бы число отсюда.
# %% [markdown] lang="en"
# ## Many clients at once means few hours for each
#
# Some pursue two or three competitors’ clients at a time, others seven. Let us split the specialists by how many deals they usually have open. Open deals are not thrown away: each counts for the months in which we saw it, with the hours spent so far. The last columns are the band: had the deals fallen out otherwise, nine times in ten the number would lie in it.
# %% tags=["run-only"]
focus = ck.analysis.wins_by_focus(case.reports, case.deals, case.first_month, case.last_month)
columns = ["specialists", "wins", "hours_per_win", "hours_per_win_low", "hours_per_win_high"]
ck.charts.show_table(focus[columns])
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 4. Во сколько раз больше часов уходит на победу у тех, кто ведёт много сделок сразу, чем у тех, кто ведёт мало?
#
# **Ваш ход.** Разделите часы на победу в строке `"many"` на часы в строке `"few"`. Ячейка берётся так: `focus.loc["few", "wins"]`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 4. How many times as many hours does a win take those who pursue many deals at once as those who pursue few?
#
# **Your turn.** Divide the hours per win of the row `"many"` by those of the row `"few"`. A cell is `focus.loc["few", "wins"]`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
scattering = focus.loc["many", "hours_per_win"] / focus.loc["few", "hours_per_win"]
# </solution>
ck.check("deals.scattering", scattering)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Клиента конкурента не выиграть за десять часов: ниже некоторого порога часы пропадают. Но побед немного: в столбце `"times_few_low"` той же таблицы видно, с какого числа начинается разброс отношения. Если он захватывает единицу, группы по этим победам не различить, и разбрасываются ли часы впустую, покажет проба.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** A competitor’s client is not won in ten hours: below some threshold the hours are wasted. But wins are few: the column `"times_few_low"` of the same table has the lower end of the ratio’s band. If the band holds one, these wins do not tell the groups apart, and whether scattered hours are wasted is for a trial to show.
# %% [markdown] lang="ru"
# ## Первый год после победы — в основном оборудование
#
# Что приносит в среднем одна победа? В столбце первого года — выручка, в столбце трёх лет — маржа; в ней учтено, что часть бизнеса за это время снова уходит.
# %% [markdown] lang="en"
# ## The first year of a win is mostly equipment
#
# What does a win bring on average? The column of the first year is revenue; the column of three years is margin, with business lost again in that time taken off.
# %% tags=["run-only"]
win = ck.analysis.win_over_time(case.sales, case.deals, case.positions, case.accounts)
ck.charts.show_table(win)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 5. Какую долю маржи, которую победа приносит за три года, даёт **не** оборудование?
#
# **Ваш ход.** Пропусков два. Под именем `margins` сохраните столбец с маржой трёх лет: столбец первого года, например, — это `win["first_year_krub"]`, а нужный называется `"three_years_margin_krub"`. Потом разделите его строку `margins["recurring"]` на сумму всего столбца; сумму даёт `.sum()`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 5. What share of a win’s margin over three years is **not** from equipment?
#
# **Your turn.** Two blanks. Under `margins` put the column of three years’ margin: the column of the first year, for instance, is `win["first_year_krub"]`, and the one you need is called `"three_years_margin_krub"`. Then divide its row, `margins["recurring"]`, by the sum of the column; `.sum()` gives it. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
margins = win["three_years_margin_krub"]
recurring_share = margins["recurring"] / margins.sum()
# </solution>
ck.check("deals.recurring_share", recurring_share)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Оборудование продают один раз и с небольшой маржой, расходные материалы — каждый месяц. Частая ошибка — судить по выручке первого года: там всё наоборот.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Equipment is sold once and at a thin margin, consumables every month. A common slip is to judge by first-year revenue, which shows the reverse.
# %% [markdown] lang="ru"
# ## Что стало со старыми клиентами?
#
# А что с теми, кто у нас давно? Вот регулярная выручка — расходные материалы и сервис, без оборудования — в тысячах рублей. Строка — год, в который клиент впервые появился в этих продажах, столбец — за какой год выручка; год назван по первому месяцу. Старые клиенты — те, кто покупал уже в первый год.
# %% [markdown] lang="en"
# ## What became of the old clients?
#
# And those who have been with us for longer? Here is recurring revenue (consumables and service, without equipment) in thousands of roubles. Rows are the year in which a client first appears in these sales, columns the year of the revenue; a year is named by its first month. Old clients are those who bought in the first year already.
# %% tags=["run-only"]
cohorts = ck.analysis.account_cohorts(case.sales, months=12)
ck.charts.show_table(cohorts)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 6. На какую долю старые клиенты купили во второй год меньше, чем в первый?
#
# **Ваш ход.** Первая строка — старые клиенты: `cohorts.iloc[0, 0]` — первый год, `cohorts.iloc[0, 1]` — второй. Ответ — доля первого года: положительная, если стали покупать меньше. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 6. By what share did old clients buy less in the second year than in the first?
#
# **Your turn.** The first row is the old clients: `cohorts.iloc[0, 0]` is the first year, `cohorts.iloc[0, 1]` the second. The answer is a share of the first year, positive if they bought less. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
old_clients_lost = 1 - cohorts.iloc[0, 1] / cohorts.iloc[0, 0]
# </solution>
ck.check("lag.old_clients", old_clients_lost)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** В общей выручке этого не видно: уход старых закрывают те, кто пришёл позже, и оборудование, с которого они начинают. Да и сама первая строка приукрашена: в ней есть точки, которые мы за этот год заняли у тех же клиентов вместо конкурента, а те, что были нашими с самого начала, принесли на 11 % меньше. Поэтому сокращать удержание кажется бесплатным: счёт приходит поздно и растёт годами.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Total revenue does not show it: those who came later make up for it, with the equipment they begin with. And the first row itself flatters: it includes points that we took over from a competitor at the same clients in that year, while those that were ours from the start brought 11% less. That is why cutting retention looks free: the bill comes late and grows for years.
# %% [markdown] lang="ru"
# ## Следующий час — не средний час
#
# В среднем час прошлого года что-то принёс. Но переносим мы не средний час, а **следующий**: сколько принесёт каждый добавленный час, если прибавлять по часу в месяц и смотреть на три года вперёд, со всеми задержками? Единица та же, что у среднего: тысячи рублей на час. Это оценка по истории компании; полосы показывают, насколько она надёжна.
# %% [markdown] lang="en"
# ## The next hour is not the average hour
#
# On average an hour of last year brought something. But what we move is not the average hour, it is the **next** one: if a specialist gave one more hour every month, what would each such hour bring, counted over the next three years, delays and all? The unit is that of the average, thousands of roubles per hour. This is estimated from the company’s history; the bands show how far to trust it.
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
# ### Вопрос 7. Сколько принесёт ещё один час каждого вида продаж?
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
# ### Вопрос 8. Где следующий час принесёт больше всего?
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
# **Ваш ход.** Между кавычками, в пяти-семи предложениях: почему его таблица посчитана верно и всё же вводит в заблуждение; на что смотреть вместо неё — с числом; что делать, пока открытые сделки не решены; чего мы пока не знаем; что изменило бы Ваше мнение. *Этот текст прочтёт и оценит человек.*
# %% [markdown] lang="en" tags=["your-turn"]
# ## Answer the finance director
#
# ### Question 9. What do you write?
#
# **Your turn.** Between the quotes, in five to seven sentences: why the table is added up correctly and misleads all the same; what to look at instead, with a figure; what to do until the open deals are decided; what we do not know yet; what would change your mind. *A person reads and marks this text.*
# %% tags=["your-turn", "text-answer"]
# <solution>
letter = {
    "ru": """Таблица контролёра посчитана верно, но сводит часы с маржой того же месяца, а клиент
конкурента до решения не покупает у нас ничего: путь от первой встречи до решения занимает 7,8
месяца, если учесть и открытые сделки. Если идти вдоль сделок, считая и проигранные, час конверсии
приносит за первый год победы 43 тыс. ₽ выручки и 12,3 тыс. ₽ маржи, а обходится час продаж в 6,1
тыс. ₽; при этом 62 % маржи трёх лет дают покупки, которые в первый год только начинаются: расходные
материалы и сервис. Решать же надо не по среднему часу, а по следующему: у конверсии он принесёт
12,4 тыс. ₽, у удержания — 2,5 тыс. ₽. Пока 97 открытых сделок не решены, я не убавлял бы часов
конверсии, а сосредоточил бы их, не больше трёх сделок сразу: у тех, кто ведёт шесть и больше, победа
отнимает в 2,4 раза больше часов, чем у тех, кто ведёт до трёх. Чего мы не знаем точно: в этом
сравнении всего 38 побед, и отношение может оказаться и 1,6, и 4,4, хотя разброс и не захватывает
единицы; а следующий час конверсии может принести и 8,7, и 15,1 тыс. ₽. Мнение изменил бы пилот:
регион, где девять месяцев ведут не больше трёх сделок сразу, — если бы часов на победу там уходило
не меньше прежнего.""",
    "en": """The controller’s table is added up correctly, but it joins hours to margin of the same month, and a
competitor’s client buys nothing from us until the decision: from first meeting to decision takes
7.8 months, with open deals counted. Followed along deals, the lost ones included, an hour of
conversion brings ₽43k of revenue and ₽12.3k of margin in the first year of a win, while an hour of
selling costs ₽6.1k; and 62% of the margin of three years comes from purchases that only begin in
that year, consumables and service. Nor should the average hour decide but the next one: it brings
₽12.4k in conversion and ₽2.5k in retention. Until the 97 open deals are decided I would take
nothing from the hours of conversion and gather them instead, no more than three deals at once: those
who pursue six and more spend 2.4 times as many hours on a win as those who pursue up to three. What
we do not know exactly: that comparison rests on only 38 wins, and the ratio may be 1.6 or 4.4, though
its band does not reach down to one; the next hour of conversion may bring ₽8.7k or ₽15.1k. A pilot
would change my mind: a region that pursues no more than three deals at once for nine months, if a
win took as many hours there as before.""",
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
# Дальше — блокнот **05**: что будет, если перераспределить часы.
# %% [markdown] lang="en"
# ## Three thoughts to take away
#
# 1. Hours and money meet **in a deal, not in a month**: whoever joins them by the month sees the diagonal only.
# 2. A win needs **hours that are not scattered**, and patience; its first year deceives, being mostly equipment.
# 3. What is moved is the **next hour**, not the average one: the average praises habit.
#
# Next: notebook **05**, what happens when hours are moved.
