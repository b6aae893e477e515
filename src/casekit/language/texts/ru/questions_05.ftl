# Блокнот 05: таблицы, вопросы, подсказки, известные ошибки.
head-missing_share = Недостаёт регулярной выручки
topic-plan = Что будет, если

question-plan-reshuffle_gain = Какую долю сегодняшней ценности прибавляет перераспределение часов продаж?
question-plan-reshuffle_gain-hint-1 = Возьмите план reshuffled: там сервис, дорога и бумаги не тронуты.
question-plan-reshuffle_gain-hint-2 = Разделите его gain_krub на его present_krub.
question-plan-reshuffle_gain-mistake-both_levers = Это весь лучший план, где высвобождены и часы сервиса. Возьмите reshuffled.
question-plan-reshuffle_gain-mistake-of_the_best = Это часть выигрыша лучшего плана. Делите на сегодняшнюю ценность: present_krub.
question-plan-reshuffle_gain-mistake-freed_hours = Это второй рычаг. Возьмите прибавку первого: reshuffled.gain_krub.

question-plan-freed_gain = Какую долю сегодняшней ценности прибавляют сверх этого высвобожденные часы?
question-plan-freed_gain-hint-1 = Из прибавки лучшего плана вычтите прибавку от перераспределения часов продаж.
question-plan-freed_gain-hint-2 = (best.gain_krub - reshuffled.gain_krub) разделите на best.present_krub.
question-plan-freed_gain-mistake-both_levers = Это оба рычага вместе. Вычтите первый.
question-plan-freed_gain-mistake-first_lever = Это первый рычаг. Спрашивается, что прибавляет второй.
question-plan-freed_gain-mistake-sign_turned = Величина верная, знак — нет: вычитайте первый рычаг из всего плана.

question-plan-below_floor = На сколько тысяч рублей ценность плана, где сервис ниже минимума, меньше ценности плана, где он на минимуме?
question-plan-below_floor-hint-1 = У каждого плана есть value_krub. Сравните два плана между собой.
question-plan-below_floor-hint-2 = to_floor.value_krub минус below.value_krub.
question-plan-below_floor-mistake-sign_turned = Величина верная, знак — нет: из ценности плана на минимуме вычтите ценность плана ниже минимума.
question-plan-below_floor-mistake-to_floor_alone = Это выигрыш первого плана против сегодняшнего дня. Сравните план с планом.
question-plan-below_floor-mistake-below_alone = Это выигрыш второго плана против сегодняшнего дня. Сравните план с планом.

question-plan-retention_cut = Какой доли регулярной выручки мы недосчитаемся через три года?
question-plan-retention_cut-hint-1 = Три года — это тридцать шесть месяцев. Номер месяца стоит в missing слева.
question-plan-retention_cut-hint-2 = Возьмите missing.loc с номером последнего месяца.
question-plan-retention_cut-mistake-three_months = Это через три месяца, когда почти ничего не видно. Спрашивается о трёх годах.
question-plan-retention_cut-mistake-one_year = Это через год. Спрашивается о трёх годах.
question-plan-retention_cut-mistake-what_is_left = Это то, что останется. Спрашивается, чего недостаёт.

question-plan-benchmark = Какую часть возможного выигрыша даёт деление часов, как у лучшей четверти специалистов?
question-plan-benchmark-hint-1 = Функции нужны компания и план. План лежит под именем benchmark.
question-plan-benchmark-hint-2 = Так: ck.model.share_of_gain(case, benchmark).
question-plan-benchmark-mistake-lost_part = Это часть, которая потеряна. Спрашивается, какая получена.
question-plan-benchmark-mistake-reference = Это по эталону, а не по лучшей четверти специалистов. Возьмите план benchmark.

question-plan-three_quarters = Какую часть выигрыша дают три четверти пути к лучшему плану?
question-plan-three_quarters-hint-1 = Сначала план: best.plan.scaled с долей три четверти. Потом часть выигрыша, как в вопросе 5.
question-plan-three_quarters-hint-2 = Так: ck.model.share_of_gain(case, best.plan.scaled(0.75)).
question-plan-three_quarters-mistake-in_proportion = Выигрыш не пропорционален пути: первые шаги дают больше последних. Посчитайте его.
question-plan-three_quarters-mistake-half_way = Это половина пути, как в примере. Нужны три четверти.
question-plan-three_quarters-mistake-lost_part = Это часть, которая потеряна. Спрашивается, какая получена.

question-plan-yours = Ваш план
question-plan-yours-hint-1 = Найдите на панели, где ценность ещё одного часа выше всего, и перенесите туда часы оттуда, где она ниже всего.
question-plan-yours-hint-2 = Попробуйте кнопку «Норма гендиректора» под бегунками, а потом верните те часы, которые приносят меньше, чем приносили на прежнем месте: после каждого хода смотрите, выросло ли наверху «Изменение всего».
question-plan-yours-mistake-unchanged = Это сегодняшние часы: план ничего не меняет.
question-plan-yours-mistake-benchmark_mix = Это деление часов, как у лучшей четверти специалистов, для всех. Посмотрите, у кого из специалистов лучшие часы другие.
question-plan-benchmark-mistake-of_the_value = Это прибавка как доля сегодняшней ценности. Спрашивается часть возможного выигрыша.
