# Sliders.
slider-hours = Hours a month moved into selling
slider-sentence = Selling: { $selling } h a month of one specialist, { $share } of the time. All specialists together gain { $year } h of selling a year.
argument-not-a-case = A company is needed here, and this is “{ $found }”. Load one first: case = ck.load_case().
