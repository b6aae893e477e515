# Plans: what is wrong with one, and what one brings.
plan-faults = The plan cannot be read: { $listing }. A move names a scope (all, a region or a specialist), a first month (1, 4 or 9) and hours by activity, such as Plan({"{"}"all": {"{"}"expansion": +6, "retention": -6{"}"}{"}"}).
plan-not-json = This is no plan. A plan saved by the kit is JSON with “version” and “moves”; save it again from the board.
plan-version = The plan is of version { $found }; this kit reads version { $allowed }. Save it again from the board.
plan-scope = The plan names { $found }, which the company does not have. Allowed are { $allowed }, and any specialist’s code.
plan-phases = Phases begin with month 1 and go up; found: { $found }.
plan-phases-of-plan = The hours of a plan may change in months { $allowed }: give some of these in order, beginning with the first; found: { $found }.
plan-needed = A plan is needed here, and this is “{ $found }”. Make one: ck.Plan({"{"}"all": {"{"}"expansion": +6, "retention": -6{"}"}{"}"}).
plan-not-numbers = The plan holds hours that are not numbers.
plan-breaches =
    The plan breaks { $count ->
        [one] a limit
       *[other] { $count } limits
    }. Change the hours until they keep within them.

    { $listing }
plan-nothing-to-gain = Today’s hours are as good as the best, so there is no gain to take a share of.
plan-risk = “risk” must be a number, 0 or more; found: { $found }.
breach-below_floor = { $activity }: { $hours } h a month below the floor, from month { $month } ({ $who }).
breach-above_ceiling = { $activity }: { $hours } h a month above the ceiling, from month { $month } ({ $who }).
breach-locked = { $activity } is locked and was moved by { $hours } h a month, from month { $month } ({ $who }).
breach-negative = { $activity }: { $hours } h a month below what is possible, from month { $month } ({ $who }).
breach-sum_above = The hours come to { $hours } h a month more than today, from month { $month } ({ $who }). Take them away somewhere.
breach-sum_below = The hours come to { $hours } h a month less than today, from month { $month } ({ $who }). Give them to something.
breach-others = { $who } and { $count ->
        [one] one more
       *[other] { $count } more
    }
limits-faults = The limits contradict one another or name what does not exist: { $found }. Activities: { $allowed }.
limits-needed = Limits are needed here, and this is “{ $found }”. For example: ck.model.Limits(locked=("service",)).
limits-without-company = These limits leave their floors to the company, and none is named here. Write ck.model.company_limits(case.terms, limits), or give the floors yourself.
limits-stuck = The limits leave { $count ->
        [one] one specialist
       *[other] { $count } specialists
    } no way to fill the month ({ $found }). Lower the floors or raise the ceilings.
goal-target = The target must be a number above 0, { $currency }k; found: { $found }.
goal-too-high = The target of { $found } is out of reach: the best plan within these limits brings { $most }. Lower the target or loosen a limit.
model-source = A company or a calibration is needed here, and this is “{ $found }”. Load one first: case = ck.load_case().

plan-hours = { $activity } { $hours } h
plan-nothing-moves = The plan leaves the hours as they are.
plan-nothing-told = What other hours would bring ({ $kinds }) cannot be told from this company’s data, so nothing is proposed there; ask people who know the clients: ck.model.calibrate_judgement.
plan-months = In months { $first } to { $last }
plan-months-on = From month { $first } on
plan-moves-while = { $when } the average specialist’s month gains { $more } and gives up { $less }.
plan-moves-some = { $when } hours move for { $count } of { $of } specialists ({ $who }): { $count ->
    [one] the month
   *[other] on average their month
} gains { $more } and gives up { $less }.
plan-moves-apart = { $when } hours move for { $count } of { $of } specialists ({ $who }), by up to { $hours } h a month; what some give up others take on, so on average almost nothing changes.
plan-then-back = From month { $month } on the hours are back as they are today.
plan-moves = In the end the average specialist’s month gains { $more } and gives up { $less }.
plan-value = { $horizon ->
    [12] one year’s
    [24] two years’
    [36] three years’
    [48] four years’
    [60] five years’
   *[other] { $horizon } months’
} margin in today’s money, less the pay of those who take over the freed work{ $tail ->
    [0] {""}
    [12] , plus a further year’s margin on what is left at the end
    [one] , plus one further month’s margin on what is left at the end
   *[other] , plus { $tail } further months’ margin on what is left at the end
}
plan-gains = The plan adds { $amount } to value ({ $share }): { plan-value }.
plan-costs = The plan takes { $amount } from value ({ $share }): { plan-value }.
plan-pays-back = It first falls behind, by { $amount } at the deepest ({ $below ->
        [one] one month earns
       *[other] { $below } months earn
    } less than today’s hours would), and is ahead for good from month { $month }.
plan-profit = Profit gained by year: { $years }.
plan-hardly-behind = It hardly falls behind at first, and is ahead for good from month { $month }.
plan-pays-at-once = It never falls behind today’s hours.
plan-earns-less-later = In total it never falls behind today’s hours, though { $below ->
        [one] one month earns
       *[other] { $below } months earn
    } less than they would.
plan-never-pays = In { $months } months it does not catch up with today’s hours: { $below } of them earn less, and at the deepest it is { $amount } behind.
plan-chance = The chance that it is worth more than today’s hours is { $chance }, as far as the data and other possible forms of the curves, delays and price pressure let one judge.
plan-chance-told = The chance that it is worth more than today’s hours is { $chance } if the answers of the people asked are right; no data stand behind it.
plan-chance-untried = Of hours that nobody has tried this chance says little: it is as good as the curves beyond what was seen.
plan-freed-assumed = We assume that freeing paperwork, and service above its floor, loses no client; the chance does not cover this.
plan-rests = What this rests on: { $kinds }.
plan-basis = { $activity } – { $basis }
learned-mostly = mostly learned from the data
learned-partly = learned in part, the rest assumed
learned-hardly = today’s level is learned, what other hours bring is mostly assumed
learned-told = told by people
plan-unknown = What this plan is worth is unknown: it moves hours of { $kinds }, and nobody can tell from the data what those bring. Ask people who know the clients.
plan-untried = For { $count } of { $of } specialists it asks for hours that nobody in the company has worked over a quarter: { $listing }. Try it with a few people first.
untried-above = { $activity }, by { $beyond } h more than the { $tried } h tried ({ $who })
untried-below = { $activity }, by { $beyond } h less than the { $tried } h tried ({ $who })
plan-service-below = Service goes below { $floor } h a month, and clients are lost for it; how many is assumed, not estimated.
plan-service-at-floor = Service is down to its floor of { $floor } h a month: there is nothing more to free.
plan-service-some-at-floor = Service is down to its floor of { $floor } h a month for { $count } of { $of } specialists: no more can be freed from { $count ->
    [one] that one
   *[other] those
    }.
plan-retention-halved = For at least one specialist retention is more than halved; watch the old clients, for losing them shows late.
plan-everybody = all specialists
plan-change = { $who }, from month { $month }, { $activity }: { $after } h a month against today, before { $before } h.
plan-no-change = Both plans ask the same.
benchmark-unknown = “whose” is one of { $allowed }; found: { $found }.
pressure-unknown = “pressure” is one of { $allowed }; found: { $found }.
plan-share = A share is a number, for instance 0.75; found: { $found }.
plan-hours-left = “hours” is how many hours a month are left, 0 or more; found: { $found }.
