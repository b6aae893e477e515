"""The room: a workshop where teams decide, and live with what they decided."""
