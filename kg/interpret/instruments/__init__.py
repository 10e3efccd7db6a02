"""Plans, treaties, laws, statements and projects that a document names, and what it says of them."""

from kg.interpret.instruments.records import read_instruments

__all__ = ["read_instruments"]
