"""The command line: parses, calls the library, prints. Only here are exit statuses chosen.

Data goes to standard output, messages to standard error. Exit status 0; 1 for findings (a check that fails, a
document that could not be read); 2 for misuse and for what can't be done.
"""

from kg.cli.main import main

__all__ = ["main"]
