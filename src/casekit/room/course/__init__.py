"""The course of a workshop: deeds, and the affairs that follow from them."""
