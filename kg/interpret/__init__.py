"""Interpretation: the mentions of a document to its reading; see `kg.interpret.reading.interpret`."""
