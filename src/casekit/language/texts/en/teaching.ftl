# What only instructors read: the whiteboard plan, the slides.
slide-source = { $company }, { $first } to { $last }. Invented company; data and calculations of the case.
slide-whiteboard = The whiteboard at the end of the lesson
whiteboard-1 = Where the hours go
whiteboard-1-lines = ✗ new client → a competitor’s client
    our · shared · competitors’

    at clients who buy from us: { $served } of competitors’ money

    selling { $share }
    reference { $reference }
    missing a month, each:
    { $gap } by the reports
    { $seen_gap } by the observer

    beyond: { $told_first } (reports),
    { $seen_first } (observer)
whiteboard-2 = The next hour
whiteboard-2-lines = an hour { $hour }
    an hour of selling { $selling },
    by the observer { $selling_seen }

    margin an hour, average → next:
    retention: { $average_retention } → { $next_retention }
    expansion: { $average_expansion } → { $next_expansion }
    conversion: { $average_conversion } → { $next_conversion }

    8 months: first the hours, then the money
    retention: seen late, too
    the region’s experiment: repeat it?
whiteboard-3 = Decision and profit
whiteboard-3-lines = who · how many hours · from when

    lever 1: reshuffle { $reshuffle }
    lever 2: free hours { $freed }
    floor: service { $service_floor }, paperwork { $admin_floor }

    behind by { $trough }, ahead from month { $payback }
    year 1: { $year_1 }
    year 2: { $year_2 }
    year 3: { $year_3 }

    one norm: { $norm } of the attainable
    pilot: by lot, 9 months
    we stop if …
whiteboard-4 = Traps
whiteboard-4-lines = hours and margin of one month
    open deals thrown away
    average taken for next
    territory taken for skill
    reference taken for a target
    one size for all
    below the floor
    the cut that looks free
    one number without a range
    pilot of volunteers

    votes: before … after …
