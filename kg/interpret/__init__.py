"""Interpretation: the mentions of a document to its reading."""
