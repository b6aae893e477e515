# The room: pictures in words, what teams take home, the debrief.
room-no-round = No round has been played yet, so none can be taken back.
room-alt-audit = { $activity }: { $share }, { $hours } a month
room-alt-audit-reference = { $activity }: { $share }, { $hours } a month; reference { $reference }
room-alt-average = { $activity }: { $margin } of margin an hour
room-alt-hour-cost = An hour of selling costs { $cost }
