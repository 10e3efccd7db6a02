"""Communiqué: official press releases into a knowledge graph of who met whom, and where it says so."""

__version__ = "0.1.0"
