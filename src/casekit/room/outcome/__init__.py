"""What comes of decisions: rounds, results, scores, the reveal, and what is taken home."""
