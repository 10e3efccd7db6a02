"""Annotation: a document and its languages to mentions."""
