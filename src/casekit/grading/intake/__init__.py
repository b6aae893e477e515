"""Submissions as they arrive: found, named, unpacked, and their notebooks cleaned."""
