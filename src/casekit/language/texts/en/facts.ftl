# Titles of the planted facts.
fact-0 = Profit falls while sales do not
fact-1 = One kind of other work takes more than in other firms, and less is selling than the reports say
fact-1-shipped = Service and paperwork, not travel, take the selling hours
fact-2 = Competitors’ money lies also at clients who buy from us
fact-3 = Joined by month, conversion looks worthless
fact-4 = Average is not marginal
fact-5 = Cutting retention looks free at first
fact-5-shipped = One region cut retention, and its clients left later
fact-6 = The league table rewards territory
fact-6-shipped = The star is middling, a straggler is best on hours per win
fact-7 = Scattered pursuits cost far more hours a win
fact-8 = Eight months, with open deals counted
fact-9 = Self-reports flatter
fact-10 = Service is not all waste
fact-11 = The top quartile’s mix is a trap
fact-12 = A win brings equipment first and margin later
fact-13 = The attribution window moves growth between origins
fact-14 = Two levers, and a trough before they pay
fact-15 = The top is flat, the direction is fairly sure
fact-16 = A region’s experiment: more sales, fewer old clients, a margin lost in the noise
fact-17 = One norm for everybody reaches a good part of what plans for each person do
fact-18 = Leaving the hours as they are is not free

variant-done = Company { $seed }, family { $family }, is in “{ $folder }”: { $redraws ->
        [0] first draw
        [one] one draw put aside
       *[other] { $redraws } draws put aside
    }, { $seconds } s.
variant-instructor = What is hidden in it stands in “{ $folder }”. Do not hand that folder out.
variant-folder-taken = The folder “{ $folder }” holds something already. Name a new one: nothing is written over.
