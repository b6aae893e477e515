# Графики планов.
chart-months = Месяц от сегодняшнего дня
chart-path-plan = по плану
chart-path-today = как сегодня
chart-path-repeat = что остаётся от сегодняшнего бизнеса
chart-path-pipe = штриховка: уже в работе, плана не ждёт
chart-path-behind = в сумме отстаёт до { $month }-го месяца
chart-path-axis = Валовая маржа в месяц, млн { $currency }
chart-path-title = Что приносит план и когда?
chart-fan-p05 = ниже — 5 % случаев
chart-fan-p50 = середина
chart-fan-p95 = выше — 5 %
chart-fan-chance = Вероятность выигрыша: { $chance }
chart-fan-axis = Прибавка прибыли в месяц, млн { $currency }
chart-fan-title = Насколько надёжен выигрыш?
chart-matrix-diagonal = линия — тот же месяц;
    чем темнее, тем больше выручки
chart-matrix-revenue = Месяц, когда пришла выручка
chart-matrix-effort = Месяц, когда работали
chart-matrix-title = Когда окупаются часы у клиентов конкурентов?
