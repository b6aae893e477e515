# Response curves, their calibration, and pictures of them.
curve-hours = “{ $found }” cannot be hours of a month. Hours are numbers from 0 up.
curve-unknown = There is no curve named “{ $found }”. There are: { $allowed }.
