"""Plans of hours: limits, projection, the best plan, how sure its gain is, and its sentences."""
