"""The errors that a user can meet.

    KgError              anything below; its text is one clear sentence
    ├── InputError       a file or folder that can't be read (names the path)
    ├── LanguageError    a language, authority or judgement file that is not valid (names file and line)
    ├── QueryError       a question that can't be asked: unknown name, parameter, or SPARQL
    ├── GraphError       the graph is absent, locked, or can't be written
    └── MissingToolError something optional, such as Java, is not installed (says how to get it)

Only `cli.py` prints them and chooses the exit status.
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors that are the user's to mend; `str(error)` is a sentence for them."""


class InputError(KgError):
    """A document or folder can't be read."""


class LanguageError(KgError):
    """A data file (language, authority, judgements) is not valid."""


class QueryError(KgError):
    """A question can't be asked as it was worded."""


class GraphError(KgError):
    """The graph is absent, in use, or can't be written."""


class MissingToolError(KgError):
    """An optional tool is not installed."""
