# What only instructors read: the whiteboard plan, the slides, the phases of the best plan.
slide-source = { $company }, { $first } to { $last }. Invented company; data and calculations of the case.
slide-whiteboard = The whiteboard at the end of the lesson
teaching-phase = months { $first } to { $last }
whiteboard-1 = Where the hours go
whiteboard-1-lines = ✗ new client → a competitor’s client
    our · shared · competitors’

    at clients who buy from us: { $served } of competitors’ money

    selling { $share }
    reference { $reference }
    missing: { $gap } a month each

    service and paperwork, not travel
    observer: { $flattery } less selling
whiteboard-2 = The next hour
whiteboard-2-lines = an hour { $hour }
    an hour of selling { $selling }

    margin an hour, average → next:
    retention: { $average_retention } → { $next_retention }
    expansion: { $average_expansion } → { $next_expansion }
    conversion: { $average_conversion } → { $next_conversion }

    8 months: first the hours, then the money
    retention: seen late, too
whiteboard-3 = Decision and profit
whiteboard-3-lines = who · how many hours · from when

    lever 1: reshuffle { $reshuffle }
    lever 2: free hours { $freed }
    floor: service { $service_floor }, paperwork { $admin_floor }

    trough: { $trough }, ahead from month { $payback }
    year 1: { $year_1 }
    year 2: { $year_2 }
    year 3: { $year_3 }

    pilot: one region, 9 months
    we stop if …
whiteboard-4 = Traps
whiteboard-4-lines = hours and margin of one month
    open deals thrown away
    average taken for next
    territory taken for skill
    reference taken for a target
    one size for all: { $benchmark } of the gain
    below the floor
    the cut that looks free
    one number without a range

    vote before: …
    vote after: …
