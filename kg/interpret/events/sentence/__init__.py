"""Sentences as rows of elements, and what in them does not act."""
