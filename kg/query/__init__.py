"""Questions to the graph: saved ones with typed parameters, and ad-hoc SPARQL.

queries = load_queries(QUERIES)
table = run(store, queries["events-of-actor"], {"who": "OSCE"}, lang="ru")
print(render(table, "table"))
"""

from kg.query.engine import ask, run
from kg.query.formats import STYLES, render
from kg.query.limited import SECONDS, ask_within, run_within
from kg.query.names import nearest, thing
from kg.query.saved import Kind, Parameter, SavedQuery, load_queries, load_query
from kg.query.table import Table, Term

__all__ = [
    "SECONDS",
    "STYLES",
    "Kind",
    "Parameter",
    "SavedQuery",
    "Table",
    "Term",
    "ask",
    "ask_within",
    "load_queries",
    "load_query",
    "nearest",
    "render",
    "run",
    "run_within",
    "thing",
]
