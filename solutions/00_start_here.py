# %% [markdown] lang="ru"
# # Как здесь работать и кому верить?
#
# **Вопрос руководителя.** Передо мной блокнот, а не презентация. Что с ним делать — и кто из шестерых на совещании прав?
#
# **15 минут.** Вы:
#
# - выполните ячейку и увидите таблицу;
# - ответите на карточку и сразу узнаете, верно ли и почему;
# - возьмёте подсказку, когда она понадобится;
# - поставите на каждое из шести мнений — и проверите их в следующих блокнотах.
#
# Щёлкните один раз по этому тексту и нажимайте **Shift + Enter**: каждое нажатие выполняет одну ячейку и переходит к следующей, сверху вниз. Код двух первых ячеек свёрнут: раскрывать его не нужно, но выполнить эти ячейки надо: из них блокнот узнаёт, с какой компанией Вы работаете. Если под ними не появилась строка о ней, Python ещё запускался: выполните их снова.
# %% [markdown] lang="en"
# # How do I work with this, and whom do I believe?
#
# **The manager’s question.** This is a notebook, not a slide deck. What do I do with it, and which of the six at the meeting is right?
#
# **15 minutes.** You will:
#
# - run a cell and see a table;
# - answer a card and learn at once whether it is right, and why;
# - take a hint when you need one;
# - bet on each of the six opinions, to be tested in the notebooks that follow.
#
# Click once on this text and press **Shift + Enter** again and again: each time one cell runs and the next is selected, from top to bottom. The code of the first two cells is folded away: there is no need to open it, but they must run, for they load the company. If no line about it appears below them, Python was still starting: run them again.
# %% tags=["parameters", "hide-input"]
lang = "en"
data = None
# %% tags=["run-only", "hide-input"]
import casekit as ck

ck.language(lang)
case = ck.load_case(data)
case
# %% [markdown] lang="ru"
# Строка над этим текстом — компания, с которой Вы будете работать. Она вымышлена, и люди в ней тоже. Данные лежат в таблицах, и каждая ячейка показывает из них то, что нужно сейчас.
#
# ## Ячейка показывает то, о чём её просят
#
# Здесь — первые пять клиентов из реестра. Выполните ячейку: **Shift + Enter**.
# %% [markdown] lang="en"
# The line above this text is the company you will work with. It is invented, and so are its people. The data lie in tables, and each cell shows what is needed from them.
#
# ## A cell shows what it is asked for
#
# Here are the first five clients of the register. Run the cell: **Shift + Enter**.
# %% tags=["run-only"]
columns = ["name", "region", "status", "wallet_krub_per_month", "main_competitor"]
ck.charts.show_table(case.accounts[columns].head(5), case.label)
# %% [markdown] lang="ru"
# **Обратите внимание.** Одна строка — одно предприятие: сколько оно тратит в месяц на то, что продаём мы и конкуренты, чей это клиент и кто там наш главный соперник. Деньги — в тысячах рублей.
#
# ## Слова решают, куда пойдут часы
#
# «Нового клиента» в этом кейсе нет. Есть три вида, и различает их одно — **кому сегодня достаются деньги**:
#
# | Чей клиент | Код в таблицах | Что он покупает у нас |
# |---|---|---|
# | наш | `our` | почти всё |
# | общий: мы делим его с конкурентом | `shared` | часть, остальное — у конкурента |
# | клиент конкурента | `competitor` | сегодня ничего |
#
# ### Вопрос 1. Чей это клиент?
#
# **Ваш ход.** Так выглядит карточка. Выполните ячейку, выберите ответ и нажмите кнопку проверки. Не уверены — есть кнопка подсказки: она ведёт по шагам и баллов не отнимает. Набирать ничего не нужно; ответ сохраняется сам.
# %% [markdown] lang="en"
# **What to notice.** A row is one company: what it spends a month on what we and our competitors sell, whose client it is, and who our main rival there is. Money is in thousands of roubles.
#
# ## Words decide where hours go
#
# There is no “new client” in this case. There are three kinds, told apart by one thing: **who gets the money today**.
#
# | Whose client | Code in the tables | What it buys from us |
# |---|---|---|
# | ours | `our` | nearly everything |
# | shared with a competitor | `shared` | a part; the competitor has the rest |
# | a competitor’s | `competitor` | nothing today |
#
# ### Question 1. Whose client is it?
#
# **Your turn.** This is what a card looks like. Run the cell, choose an answer and press the check button. If in doubt, there is a hint button: it leads on in steps and costs no marks. There is nothing to type, and the answer is kept by itself.
# %% tags=["your-turn"]
# <solution>
ck.ask("start.whose_client", "competitor")
# </solution>
# %% [markdown] lang="ru"
# ## Восемь вопросов — для тех, кто считает
#
# Почти всё в этих блокнотах решают на карточках. Но в восьми местах ответ **вычисляется**: строка уже написана, в ней не хватает одного — на его месте три точки. Нужна именно строка, а не набранное число: её проверят и на другой компании. Не хотите считать — идите дальше: остальное от этого не зависит. Блокноты с 00 по 06 занимают 3 часа 45 минут; кто ещё и считает, тому нужно на 35 минут больше.
#
# ### Вопрос 2. Сколько среди них клиентов конкурентов?
#
# **Ваш ход.** В `clients` посчитано, сколько в реестре клиентов каждого вида. Замените три точки кодом из таблицы выше, в кавычках, и выполните ячейку. Подсказку к вычисляемому вопросу даёт ячейка под ним; выполните её ещё раз — получите следующий шаг.
# %% [markdown] lang="en"
# ## Eight questions are for those who compute
#
# Nearly everything in these notebooks is decided on cards. In eight places the answer is **computed**: the line is written, and one thing in it is missing, where the three dots stand. What is wanted is the line and not a number typed in: it will be checked on another company too. If you would rather not compute, go on: nothing else depends on it. Notebooks 00 to 06 take 3 hours 45 minutes; those who compute as well need 35 minutes more.
#
# ### Question 2. How many of them are competitors’ clients?
#
# **Your turn.** `clients` holds how many clients of each kind the register has. Put a code from the table above, in quotes, in place of the three dots and run the cell. The cell below it gives a hint to a computed question; run it again for the next step.
# %% tags=["your-turn"]
clients = case.accounts["status"].value_counts()
# <blank>competitors_clients = clients.loc[...]</blank>
# <solution>
competitors_clients = clients.loc["competitor"]
# </solution>
ck.check("start.competitors", competitors_clients)
# %% tags=["run-only"]
ck.hint("start.competitors")
# %% [markdown] lang="ru"
# ## Пять часов в месяц — это много или мало?
#
# **Сначала прикиньте.** Догадку никто не проверяет: она нужна, чтобы потом увидеть, насколько Вы ошиблись и в какую сторону.
# %% [markdown] lang="en"
# ## Are five hours a month a lot or a little?
#
# **Guess first.** Nobody marks a guess; it is there so that you can see afterwards how far off you were, and which way.
# %% tags=["your-turn"]
# <solution>
ck.guess("start.five_hours", 1000)
# </solution>
# %% [markdown] lang="ru"
# Теперь подвиньте бегунок — мышью или стрелками на клавиатуре — и следите за полосой и за строкой под ней. Полоса — рабочий месяц среднего специалиста: синее — продажи сегодня, оранжевое — часы, которые Вы перевели.
# %% [markdown] lang="en"
# Now move the slider, with the mouse or with the arrow keys, and watch the bar and the line below it. The bar is the working month of the average specialist: blue is selling today, orange the hours you have moved.
# %% tags=["run-only", "nbval-ignore-output"]
ck.first_slider(case)
# %% tags=["run-only"]
ck.guess("start.five_hours", truth=5 * 12 * len(case.reps))
# %% [markdown] lang="ru"
# ## Шесть мнений за одним столом
#
# На совещании у Марины Дорн, коммерческого директора, высказались шестеро; их слова — в кейсе, `case/ru/case.html` в папке набора. Если ещё не читали, прочтите сейчас: на это нужно ещё минут двадцать. Чепухи никто не говорил, но и все сразу правы быть не могут.
#
# **Ваш ход.** Поставьте на каждого. Ставку не оценивают и сейчас не раскрывают: каждое мнение проверит один из следующих блокнотов, и там вердикт вынесете Вы. «Сказать нельзя» — тоже ставка. Когда поставите, выполните ячейку под карточкой: она покажет доску с шестью мнениями, и каждый блокнот, который проверяет чьё-то мнение, её пополнит.
# %% [markdown] lang="en"
# ## Six opinions around one table
#
# At the meeting of Marina Dorn, the sales director, six people spoke; their words are in the case, `case/en/case.html` in the kit’s folder. If you have not read it yet, do so now: that takes another twenty minutes. Nobody talked nonsense, yet they cannot all be right.
#
# **Your turn.** Bet on each of them. A bet is not marked and not judged now: one of the notebooks that follow will test each opinion, and there you will give the verdict. “Cannot be said” is a bet as well. Once you have bet, run the cell below the card: it shows the whiteboard with the six opinions, and every notebook that tests one of them adds to it.
# %% tags=["your-turn"]
# <solution>
ck.ask(
    "opinions.bet",
    {
        "costs": "right",
        "hunting": "partly",
        "hour": "right",
        "league": "partly",
        "service": "partly",
        "norm": "unsaid",
    },
)
# </solution>
# %% tags=["run-only"]
ck.opinions()
# %% [markdown] lang="ru"
# ## Три вывода
#
# 1. **Shift + Enter** выполняет ячейку; идти лучше сверху вниз. Запутались — начните заново: кнопками «Перезапустить Python» и «Выполнить всё» вверху страницы, а в Jupyter — в меню «Ядро → Перезапустить ядро и Запустить все ячейки…». Ответы сохранены и останутся на месте.
# 2. Проверяется ответ, а не Вы. После верного ответа карточка объясняет, почему он верен.
# 3. Клиенты бывают наши, общие и клиенты конкурентов. «Нового» здесь нет.
#
# Дальше — блокнот **01**: чьи это клиенты и почему падает прибыль.
# %% [markdown] lang="en"
# ## Three key points
#
# 1. **Shift + Enter** runs a cell; go from top to bottom. If you get lost, start over: press “Restart Python” and then “Run all” at the top of the page or, in Jupyter, choose “Restart Kernel and Run All Cells…” in the menu “Kernel”. Your answers are kept and stay where they are.
# 2. The check speaks about the answer, not about you. After a right answer it says why it is right.
# 3. Clients are ours, shared, or a competitor’s. There is no “new” one here.
#
# Next is notebook **01**: whose clients they are, and why profit falls.
