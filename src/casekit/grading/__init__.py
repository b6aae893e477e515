"""Grading: submissions are run walled in, and scored apart from what they ran."""
