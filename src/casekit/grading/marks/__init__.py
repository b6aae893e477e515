"""From recorded answers to marks, and what is written about them: gradebook, review, reports."""
