"""Titles in languages that put the head first: what belongs to each on both sides, and whose it is."""
