# Комната: графики словами, что команды уносят с собой, разбор.
room-no-round = Ни один раунд ещё не сыгран: отменять нечего.
room-alt-audit = { $activity }: { $share }, { $hours } в месяц
room-alt-audit-reference = { $activity }: { $share }, { $hours } в месяц; эталон — { $reference }
room-alt-average = { $activity }: { $margin } маржи на час
room-alt-hour-cost = Час продаж стоит { $cost }
