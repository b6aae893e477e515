# %% [markdown] lang="ru"
# # Что приносят часы и кто из специалистов продуктивен?
#
# **Вопрос руководителя.** В рейтинге по выручке у нас есть первые и последние. Значит ли это, что первые работают лучше? И какой час приносит нам больше: тот, что удерживает клиента, или тот, что отнимает его у конкурента?
#
# **35 минут.** Вы:
#
# - посчитаете, во сколько обходится час специалиста и во сколько — час продаж;
# - узнаете, сколько маржи приносит час каждого вида продаж в среднем;
# - увидите, как ответ зависит от того, сколько месяцев прирост считать приростом;
# - отделите человека от территории, которая ему досталась.
#
# **На занятии в 90 минут** ответьте на вопросы 3 и 5, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**. Подсказка — `ck.hint("имя вопроса")` в пустой ячейке; имя стоит в кавычках в строке `ck.check(...)`.
# %% [markdown] lang="en"
# # What do the hours bring, and who is productive?
#
# **The manager’s question.** Our league table by revenue has a top and a bottom. Does that mean those at the top work better? And which hour brings us more: one that keeps a client, or one that takes a client from a competitor?
#
# **35 minutes.** You will:
#
# - work out what an hour of a specialist costs, and what an hour of selling costs;
# - learn what margin an hour of each kind of selling earns on average;
# - see how the answer depends on the number of months for which a gain is called growth;
# - tell the person from the territory that came with the job.
#
# **In a workshop of 90 minutes** do questions 3 and 5; run everything else.
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
# ## Час продаж дороже рабочего часа
#
# Платим мы за каждый час, а на продажи уходит лишь часть из них. Разделим одни и те же деньги последнего года сначала на все часы, потом на часы продаж.
# %% [markdown] lang="en"
# ## An hour of selling costs more than a working hour
#
# Every hour is paid for, and only some of the hours go into selling. Let us divide the same money of the last year first by all hours and then by the hours of selling.
# %% tags=["run-only"]
costs = ck.analysis.cost_of_hours(case.financials, case.reports)
ck.charts.show_table(costs[["cost_krub", "krub_per_hour"]])
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. Во сколько обходится час специалиста?
#
# **Ваш ход.** В тысячах рублей. Ячейка таблицы берётся так: `costs.loc["total", "cost_krub"]`; Вам нужен другой столбец. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. What does an hour of a specialist cost?
#
# **Your turn.** In thousands of roubles. A cell of the table is `costs.loc["total", "cost_krub"]`; you need another column. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
hour_cost = costs.loc["total", "krub_per_hour"]
# </solution>
ck.check("cost.hour", hour_cost)
# %% [markdown] why="cost.hour"
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 2. Во сколько раз час продаж дороже рабочего часа?
#
# **Ваш ход.** Разделите одну ячейку на другую: строки называются `"selling"` и `"total"`. То, что Вы нашли в вопросе 1, хранится под именем `hour_cost`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 2. How many times as much does an hour of selling cost as an average working hour?
#
# **Your turn.** Divide one cell by another: the rows are called `"selling"` and `"total"`. What you found in question 1 is stored under the name `hour_cost`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
times_dearer = costs.loc["selling", "krub_per_hour"] / hour_cost
# </solution>
ck.check("cost.selling_hour", times_dearer)
# %% [markdown] why="cost.selling_hour"
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Сначала прикиньте
#
# **Ваш ход.** Час какого вида продаж приносит в среднем больше всего маржи? Впишите в кавычках `"retention"`, `"expansion"` или `"conversion"`. Догадка не проверяется.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Guess first
#
# **Your turn.** An hour of which kind of selling earns most margin on average? Write `"retention"`, `"expansion"` or `"conversion"` in quotes. Nobody marks the guess.
# %% tags=["your-turn"]
# <solution>
my_guess = "conversion"
# </solution>
# %% [markdown] lang="ru"
# ## В среднем часы приносят очень разное
#
# Разделим маржу последних двенадцати месяцев по тому, откуда она взялась. Повторные покупки действующих клиентов запишем на удержание, новые точки процесса у общих клиентов — на расширение, выигранных клиентов конкурента — на конверсию. Прирост считается приростом двенадцать месяцев, потом это уже повторные покупки.
# %% [markdown] lang="en"
# ## On average, hours bring very different things
#
# Let us split the margin of the last twelve months by where it came from. The repeat purchases of present clients are credited to retention, process points gained at shared clients to expansion, clients won from a competitor to conversion. A gain counts as growth for twelve months; after that it is repeat purchases.
# %% tags=["run-only"]
average = ck.analysis.average_productivity(case.reports, case.sales, case.positions)
selling_hour = costs.loc["selling", "krub_per_hour"]
picture = ck.charts.plot_productivity(average, selling_hour, case.currency)
# %% [markdown] lang="ru"
# **Что заметить.** Оранжевая черта — во сколько обходится час продаж. Все ли виды его окупают? Похоже ли это на Вашу догадку?
#
# Запомните картину, но не спешите: она про **среднее**. Действующие клиенты покупают и по привычке — и маржу привычки мы тоже записали на часы удержания.
# %% [markdown] lang="en"
# **What to notice.** The orange line is what an hour of selling costs. Does every kind pay for it? Is it what you guessed?
#
# Remember the picture, but do not rush: it is about the **average**. Present clients also buy out of habit, and the margin of habit has been credited to the hours of retention.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. Сколько маржи приносит в среднем час каждого вида продаж?
#
# **Ваш ход.** Нужны сразу три числа: целый столбец таблицы `average`, по которой построен график. Столбец с часами, например, берётся так: `average["hours"]`; столбец с маржой на час называется `"margin_krub_per_hour"`. Каждая верная строка засчитывается отдельно. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. What margin does an hour of each kind of selling earn on average?
#
# **Your turn.** Three numbers at once: a whole column of the table `average`, from which the picture is drawn. The column of hours, for instance, is `average["hours"]`; the column of margin per hour is called `"margin_krub_per_hour"`. Every row that is right counts. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
margin_per_hour = average["margin_krub_per_hour"]
# </solution>
ck.check("output.margin_per_hour", margin_per_hour)
# %% [markdown] why="output.margin_per_hour"
# %% [markdown] lang="ru"
# ## Ответ зависит от окна
#
# Двенадцать месяцев выбрали мы. Посмотрим, что станет с теми же самыми продажами, если называть прирост приростом полгода или два года.
# %% [markdown] lang="en"
# ## The answer depends on the window
#
# It was we who chose twelve months. Let us see what becomes of the very same sales when a gain is called growth for half a year, or for two years.
# %% tags=["run-only"]
lengths = case.terms.attribution_windows_months
windows = ck.analysis.origins_by_window(case.sales, case.positions, lengths)
picture = ck.charts.plot_origins_by_window(windows)
# %% [markdown] lang="ru"
# **Что заметить.** Ни одного рубля не прибавилось и не убавилось — переехала только граница между источниками выручки. Прирост — это расширение и конверсия вместе. Кому из спорщиков выгодно какое окно?
# %% [markdown] lang="en"
# **What to notice.** Not a rouble was added or lost; only the border between the sources of revenue has moved. Growth is expansion and conversion together. Whose argument does each window help?
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 4. На сколько вырастает доля прироста в выручке, если вместо шести месяцев считать двадцать четыре?
#
# **Ваш ход.** Доля прироста стоит в столбце `"growth_share"`, строки называются по числу месяцев, без кавычек: `windows.loc[12, "growth_share"]`. Нужна разность двух долей. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 4. By how much does growth’s share of revenue rise when 24 months are counted instead of six?
#
# **Your turn.** Growth’s share stands in the column `"growth_share"`; rows are named by their months, without quotes: `windows.loc[12, "growth_share"]`. You need the difference of two shares. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
window_moves = windows.loc[24, "growth_share"] - windows.loc[6, "growth_share"]
# </solution>
ck.check("output.window_moves", window_moves)
# %% [markdown] why="output.window_moves"
# %% [markdown] lang="ru"
# ## Рейтинг награждает территорию
#
# Теперь о людях. Вот верх рейтинга за два года: выручка в год и сколько те же клиенты за год закупают у других. Вместе это и есть потенциал территории (небольшая поправка — оборудование: его покупают не каждый год). Последний столбец отмечает тех, кто сдаёт каждый месяц одни и те же часы.
# %% [markdown] lang="en"
# ## The league table rewards territory
#
# Now for people. Here is the top of the league table of two years: yearly revenue, and what the same clients spend elsewhere in a year. The two together make the territory’s potential (but for equipment, which is not bought every year). The last column marks those who hand in the same hours every month.
# %% tags=["run-only"]
league = ck.analysis.league_table(case.sales, case.accounts, reports=case.reports)
columns = ["revenue_krub", "elsewhere_krub", "rank", "adjusted_rank", "same_every_month"]
ck.charts.show_table(league[columns].head(8))
# %% tags=["run-only"]
picture = ck.charts.plot_league(league, case.currency)
# %% [markdown] lang="ru"
# **Что заметить.** Линия — сколько приносят территории такой величины. Кто выше линии, продаёт больше, чем объясняет территория. Место с учётом территории зависит от того, **во сколько раз** выручка больше, чем показывает линия, а не на сколько рублей. Оранжевым отмечены первый по выручке и первый с учётом территории. Далеко ли от линии первый по выручке?
#
# Насколько два порядка похожи, показывает ранговая корреляция: 1 — порядок тот же, 0 — ничего общего. Сравнивать выручку с потенциалом целиком нечестно: она сама — его часть и пошла бы за ним в любом случае. Сравним её с тем, что остаётся другим: что продали мы, другим уже не достанется, и если порядки всё же похожи, дело в территории.
# %% [markdown] lang="en"
# **What to notice.** The line is what territories of that size bring. Whoever is above it sells more than the territory explains. The rank that allows for territory goes by **how many times** as large as the line says revenue is, not by how many roubles larger. Orange marks the leader by revenue and the one who leads once territory is allowed for. How far from the line is the leader by revenue?
#
# Rank correlation says how alike two orders are: 1 is the same order, 0 nothing in common. To hold revenue against the whole potential would not be fair: it is a part of it, and would follow it in any case. Let us hold it against what others get. What we sell is not left for them, so if the two orders are alike all the same, it is the territory.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 5. Насколько порядок по выручке повторяет порядок по тому, сколько территория закупает у других?
#
# **Ваш ход.** Ранговую корреляцию считает `ck.analysis.rank_correlation(league["rank"], league["adjusted_rank"])`; Вам нужны столбцы `"revenue_krub"` и `"elsewhere_krub"`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 5. How closely does the order by revenue follow the order by what the territory spends elsewhere?
#
# **Your turn.** Rank correlation is worked out by `ck.analysis.rank_correlation(league["rank"], league["adjusted_rank"])`; you need the columns `"revenue_krub"` and `"elsewhere_krub"`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
follows_territory = ck.analysis.rank_correlation(league["revenue_krub"], league["elsewhere_krub"])
# </solution>
ck.check("people.follows_territory", follows_territory)
# %% [markdown] why="people.follows_territory"
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 6. Какое место займёт первый по выручке, если учесть территорию?
#
# **Ваш ход.** Таблица начинается с первого по выручке. Первое число столбца, например `"rank"`, — это `league["rank"].iloc[0]`; Вам нужен столбец `"adjusted_rank"`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 6. Where does the leader by revenue rank once territory is allowed for?
#
# **Your turn.** The table begins with the leader by revenue. The first number of a column, of `"rank"` for instance, is `league["rank"].iloc[0]`; you need the column `"adjusted_rank"`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
place_adjusted = league["adjusted_rank"].iloc[0]
# </solution>
ck.check("people.first_adjusted", place_adjusted)
# %% [markdown] why="people.first_adjusted"
# %% [markdown] lang="ru"
# ## А кто выигрывает клиентов меньшим трудом?
#
# Ещё один взгляд на тех же людей: сколько часов конверсии ушло на одну победу. Одна победа может быть удачей, поэтому оставим тех, у кого их хотя бы две. Считаются только сделки, которые начались и решились за два года отчётов: у более ранних не видно первых часов. В таблице — те восемь специалистов, кто стоит в рейтинге ниже всех; в `wins` — все.
# %% [markdown] lang="en"
# ## And who wins clients with less work?
#
# Another look at the same people: hours of conversion for each win. A single win may be luck, so let us keep those who have two or more. Only deals that began and ended within the two years of reports count: of earlier ones the first hours are missing. The table shows the eight specialists who stand lowest in the league table; `wins` holds them all.
# %% tags=["run-only"]
wins = ck.analysis.hours_per_win(case.reports, case.deals)
wins = wins[wins["wins"] >= 2].join(league[["rank"]])
columns = ["wins", "hours_per_win", "rank", "same_every_month"]
ck.charts.show_table(wins.sort_values("rank").tail(8)[columns])
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 7. Кому победа обходится в наименьшее число часов?
#
# **Ваш ход.** Имя строки с наименьшим числом даёт `.idxmin()`: так, `wins["wins"].idxmin()` — у кого меньше всего побед. Ответ — код специалиста. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 7. Whose wins take the fewest hours?
#
# **Your turn.** The name of the row with the smallest number is given by `.idxmin()`: `wins["wins"].idxmin()` has the fewest wins. The answer is a specialist’s code. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
cheapest_win = wins["hours_per_win"].idxmin()
# </solution>
ck.check("people.cheapest_win", cheapest_win)
# %% [markdown] why="people.cheapest_win"
# %% [markdown] lang="ru" tags=["your-turn"]
# ## И что с этого руководителю?
#
# **Ваш ход.** Запишите между кавычками двумя-тремя предложениями: кого из специалистов Вы спросили бы, как он работает, — и почему не первого в рейтинге? Что изменило бы Ваше мнение?
# %% [markdown] lang="en" tags=["your-turn"]
# ## So what, for the manager?
#
# **Your turn.** Between the quotes, write two or three sentences: which specialists would you ask how they work, and why not the one at the top of the table? What would change your mind?
# %% tags=["your-turn", "text-answer"]
# <solution>
conclusion = {
    "ru": """Спросил бы тех, кто продаёт больше, чем объясняет территория, и того, кому победа
обходится дешевле всех: их приёмы могут перенять другие. Первый в рейтинге, возможно, обязан своим местом
богатой территории. Мнение изменил бы третий год: за два года в местах с учётом территории ещё много
случайного.""",
    "en": """I would ask those who stand above the line for their territory, and the one whose wins
take the fewest hours: what they do can be copied. The leader may owe that rank to a rich territory.
A third year could change my mind: two years of adjusted ranks are still noisy.""",
}[lang]
# </solution>
# %% [markdown] lang="ru"
# ## Три мысли с собой
#
# 1. Час продаж **больше чем вдвое** дороже рабочего часа: чем меньше доля продаж во времени, тем он дороже.
# 2. Средняя продуктивность зависит от **определений**: какое окно выбрать, кому записать привычку. Решать по ней, куда переносить часы, рано: она не говорит, что принёс бы ещё один час.
# 3. Рейтинг по выручке показывает в основном **территорию**. Места с её учётом ближе к делу, но и они — лишь повод для разговора.
#
# Дальше — блокнот **04**: почему конверсия кажется бесполезной.
# %% [markdown] lang="en"
# ## Three thoughts to take away
#
# 1. An hour of selling costs **more than twice** as much as a working hour: the smaller the share of selling in the time, the dearer it is.
# 2. Average productivity depends on **definitions**: which window, and who is credited with habit. It is too early to move hours by it: it does not say what one more hour would bring.
# 3. The league table shows mostly **territory**. Adjusted for it, ranks come closer to the point, and even so they are only a reason to talk.
#
# Next: notebook **04**, why conversion looks worthless.
