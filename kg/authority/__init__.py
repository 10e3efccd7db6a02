"""What is widely known: institutions, states, the vocabulary of institutions' names, and people's verdicts.

`load(folder)` reads the TOML files of `seeds/authority`, `load_judgements(path)` the rows of `judgements.csv`.
Both refuse what is not valid with a `LanguageError` that names file and line.
"""

from kg.authority.judgements import load_judgements
from kg.authority.load import Authority, load
from kg.authority.schema import Concept, Glossary, Record, StateBody, StateForms

__all__ = ["Authority", "Concept", "Glossary", "Record", "StateBody", "StateForms", "load", "load_judgements"]
