# %% [markdown] lang="ru"
# # Девять месяцев говорят о плане меньше, чем кажется
#
# **Вопрос руководителя.** По плану работают уже девять месяцев. Что произошло, что из этого — заслуга или вина плана и что делать дальше?
#
# **25 минут, без оценки.** Вы:
#
# - прочтёте новости и отчётность девяти месяцев по своему плану;
# - отделите то, что больше случайности, от того, что нет;
# - решите: продолжать, остановиться или расширить;
# - сверите свой прогноз с тем, что вышло;
# - узнаете правду: кто на совещании был прав и насколько.
#
# Ячейки выполняются по порядку: **Shift + Enter**.
# %% [markdown] lang="en"
# # Nine months say less about a plan than they seem to
#
# **The manager’s question.** The plan has been worked for nine months. What happened, how much of it is the plan’s doing, and what now?
#
# **25 minutes, nothing is marked.** You will:
#
# - read the news and the books of nine months under your plan;
# - tell what is more than luck from what is not;
# - decide: go on, stop or extend;
# - hold your forecast against what came;
# - learn the truth: who at the meeting was right, and how right.
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
# ## Откуда берутся месяцы
#
# Компания живёт дальше по Вашему плану — тому, на котором Вы остановились в блокноте 06, а если там ничего не решили, по принятому в блокноте 05. Случайность теперь настоящая: её никто не выравнивал. Занимаетесь самостоятельно — ячейка сделает всё за несколько секунд; на занятии файл даёт ведущий. Если месяцев нет, ячейка скажет, что делать, а остальные покажут лишь короткую строку.
# %% [markdown] lang="en"
# ## Where the months come from
#
# The company goes on under your plan: the one you decided on in notebook 06 or, if you decided nothing there, the one you committed to in 05. Luck is real now; nobody has evened it out. If you study alone, the cell does everything in a few seconds; in a workshop your instructor gives you the file. If there are no months, the cell says what to do, and those below show no more than a short line.
# %% tags=["run-only"]
months = ck.later.nine_months(case)
months
# %% tags=["run-only", "solution"]
plan = ck.model.best_norm(case).plan
months = ck.later.nine_months(case, plan, luck=7)
months
# %% [markdown] lang="ru"
# ## Что произошло
#
# Сначала новости, потом отчётность. Прежде чем смотреть на прибыль, прикиньте: больше она или меньше, чем в те же месяцы годом раньше? И чего в этой разнице больше — плана или всего остального?
# %% [markdown] lang="en"
# ## What happened
#
# The news first, then the books. Before you look at profit, ask yourself: is it higher or lower than in the same months a year before? And is the difference more the plan’s doing, or everything else’s?
# %% tags=["run-only"]
ck.later.show_events(months)
# %% tags=["run-only"]
ck.later.show_books(months)
# %% [markdown] lang="ru"
# **Обратите внимание.** В последней строке вместе план, события, цены, зарплаты и случайность. По ней одной план нельзя ни хвалить, ни ругать.
#
# ## Что из этого ждала модель
#
# Валовая маржа по месяцам. Пунктир — чего модель ждала от тех часов, которые отработаны на самом деле, точки — чего она ждала от прежних часов, полоса — насколько может увести случайность. О событиях модель не знала.
# %% [markdown] lang="en"
# **What to notice.** The last line is the plan, the events, prices, salaries and luck all together. By that line alone a plan can be neither praised nor blamed.
#
# ## How much of it the model expected
#
# Gross margin month by month. The dashed line is what the model expected of the hours really worked, the dotted one what it expected of the old hours, the band how far luck may shift it. Of the events the model knew nothing.
# %% tags=["run-only"]
picture = ck.later.plot_month_by_month(months)
# %% [markdown] lang="ru" tags=["your-turn"]
# **Обратите внимание.** Сравните расстояние между пунктиром и точками с шириной полосы. За девять месяцев план меняет маржу меньше, чем она колеблется сама по себе, — потому на неё так рано и не смотрят.
#
# ## Что больше случайности
#
# Сначала догадка, потом таблица. Границы в ней измерены на месяцах этой же компании до плана: между ними остаются девять изменений из десяти, когда никто ничего не меняет.
# %% [markdown] lang="en" tags=["your-turn"]
# **What to notice.** Compare the gap between the dashed and the dotted line with the width of the band. In nine months a plan moves margin by less than margin sways of itself, which is why nobody should look at margin so early.
#
# ## What is more than luck
#
# First a guess, then the table. Its bounds are measured on this company’s own months before the plan: nine changes in ten stay between them when nobody changes anything.
# %% tags=["your-turn"]
# <solution>
ck.guess("later.outside", 2)
# </solution>
# %% tags=["run-only"]
ck.show(ck.later.show_luck(months))
ck.guess("later.outside", truth=ck.later.outside_luck(months))
# %% [markdown] lang="ru" tags=["your-turn"]
# **Обратите внимание.** «Больше случайности» ещё не значит «из-за плана»: год назад другими были и сделки в работе, и цены, и конкуренты. Да и сами границы ненадёжны: измерить их можно лишь на одной паре лет. И если показателей шесть, хотя бы один выходит за такие границы случайно почти в половине случаев.
#
# ## Когда что видно
#
# Два вопроса о том, что из этих месяцев вообще можно узнать. Проверка сразу, баллов за них нет.
# %% [markdown] lang="en" tags=["your-turn"]
# **What to notice.** “More than luck” does not yet mean “because of the plan”: a year ago the pipeline, prices and competitors were different too. The bounds themselves are unsure: the history has a single pair of years to measure them on. And of six figures, at least one steps outside such bounds by luck almost half of the time.
#
# ## What shows when
#
# Two questions about what can be learned from these months at all. They are checked at once and carry no points.
# %% tags=["your-turn"]
# <solution>
ck.ask("later.wins", "old_hours")
# </solution>
# %% tags=["your-turn"]
# <solution>
ck.ask("later.compare", "others")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Продолжать, остановиться или расширить?
#
# Решайте по тому, что видели, и по правилу остановки, которое Вы записали в блокноте 06. Правда откроется ниже — сначала решение. Единственно верного ответа нет: важно, на что он опирается и какая цифра заставила бы Вас передумать.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Go on, stop or extend?
#
# Decide by what you have seen and by the stop rule that you wrote down in notebook 06. The truth comes below; the decision comes first. There is no single right answer: what counts is what it rests on, and which figure would change your mind.
# %% tags=["your-turn"]
# <solution>
ck.guess("later.next", "go_on")
# </solution>
# %% [markdown] lang="ru"
# ## Прогноз и то, что вышло
#
# В своём диапазоне Вы были уверены на 80 %. Кто оценивает свою уверенность верно, попадает в четырёх случаях из пяти; кто попадает всегда, называет слишком широкие диапазоны. Сколько прибыли прибавил сам план, по отчётности не узнать: никто не прожил эти месяцы при прежних часах. Это скажет правда.
# %% [markdown] lang="en"
# ## The forecast, and what came
#
# You were 80% sure of your range. If you judge your certainty rightly, you are inside four times in five; if you are always inside, your ranges are too wide. How much profit the plan itself added no books can show: nobody lived through these months at the old hours. The truth will tell.
# %% tags=["run-only"]
ck.later.show_forecast(months)
# %% [markdown] lang="ru"
# ## Правда
#
# Компанию построила программа, и она может то, чего не может никто: прожить те же месяцы ещё раз, с той же случайностью и теми же событиями, но при прежних часах. Разница и есть план. Столбики — что он дал при этой удаче, пунктир — что даёт без удачи и событий. В таблице — что предложения обещали на три года и что дают на самом деле.
# %% [markdown] lang="en"
# ## The truth
#
# A program made this company, and it can do what nobody can: live through the same months again, with the same luck and the same events, at the old hours. The difference is the plan. The bars are what it did under this luck, the dashed line what it does without luck and events. The table has what the proposals promised over three years and what they truly bring.
# %% tags=["run-only"]
ck.show(ck.later.plot_true_effect(months), ck.later.say_margin_and_profit(months))
ck.later.show_proposals(months)
# %% [markdown] lang="ru"
# **Обратите внимание.** Вернитесь к своему решению. Было ли оно верным — и было ли оно верным *по тому, что Вы тогда знали*? Это разные вопросы, и совет директоров вправе задать только второй.
#
# ## Что знал генератор
#
# Сколько приносит добавленный час, Вы оценивали в блокноте 04 с интервалом; вот правда рядом. Ниже — насколько рейтинги из блокнота 03 расставляют людей по настоящему мастерству: 1 — в том же порядке, 0 — как попало.
# %% [markdown] lang="en"
# **What to notice.** Go back to your decision. Was it right, and was it right *by what you knew then*? These are two questions, and a board may ask only the second.
#
# ## What the generator knew
#
# In notebook 04 you estimated what one more hour is worth, with an interval; here is the truth beside it. Below stands how well the league tables of notebook 03 order people by their true skill: 1 is the same order, 0 no order at all.
# %% tags=["run-only"]
ck.show(ck.later.plot_hours_known(months))
ck.later.show_people(months)
# %% [markdown] lang="ru"
# ## Кто был прав
#
# Шесть фраз, которые Марина не стёрла с доски, и что о каждой говорят данные. В таблице рядом с ними Ваши ставки из блокнота 00 и Ваши выводы; знак ≠ — там, где данные говорят другое. Где Вы передумали и что Вас убедило?
# %% [markdown] lang="en"
# ## Who was right
#
# The six sentences that Marina did not rub off the whiteboard, and what the data say of each. The table has your bets of notebook 00 and your own verdicts beside them; ≠ marks where the data say otherwise. Where did you change your mind, and what convinced you?
# %% tags=["run-only"]
ck.show(ck.later.show_opinions(months))
ck.opinions(tell=months.truth is not None)
# %% [markdown] lang="ru"
# ## Три вывода
#
# 1. **Девять месяцев маржи — слабый свидетель.** Раньше всего говорят начатые сделки, потом отвоёванные и потерянные точки; победы — позже всех.
# 2. **«Больше случайности» и «из-за плана» — разные вещи.** О втором судят, сравнивая с теми, кто остался при прежних часах, и готовят это сравнение заранее.
# 3. **О решении судят по тому, что было известно, когда его принимали.** Запишите прогноз и правило остановки до начала — тогда будет с чем сравнить. И о каждом часе по-прежнему спрашивайте, чьему клиенту он достанется: своему, общему или клиенту конкурента.
# %% [markdown] lang="en"
# ## Three key points
#
# 1. **Nine months of margin are a weak witness.** Pursuits opened speak first, then points gained and points lost; wins speak last of all.
# 2. **“More than luck” and “because of the plan” are two things.** The second is settled by a comparison with those who kept their old hours, and that is prepared beforehand.
# 3. **A decision is judged by what was known when it was made.** Write the forecast and the stop rule down before you begin; then there is something to compare with. And of every hour go on asking whose client it goes to: our own, a shared one, or a competitor’s.
