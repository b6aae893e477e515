"""A zoo of bad and odd submissions, for whoever runs and marks what strangers hand in."""
