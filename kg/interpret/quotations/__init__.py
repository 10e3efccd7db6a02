"""Direct speech with its speaker."""

from kg.interpret.quotations.read import read_quotations

__all__ = ["read_quotations"]
