"""What hours bring: response curves, delays, and the monthly equations built from them."""
