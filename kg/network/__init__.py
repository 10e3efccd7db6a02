"""Who met whom, as a network: read from the graph, measured, and walked from one actor to another.

network = load(store, lang="en")          # actors, events, who took part, roles, all with their words
stats(store).bridges                      # who links which groups
path(store, actor_iri, other_iri)         # the shortest chain of meetings, or None
"""

from kg.network.load import load
from kg.network.measures import Bridge, Count, Group, Measure, Rank, Stats, stats
from kg.network.model import Actor, Event, Name, Network, Participation, Role, Source, Term, Words
from kg.network.paths import Chain, Step, path
from kg.network.reader import Reader

__all__ = [
    "Actor",
    "Bridge",
    "Chain",
    "Count",
    "Event",
    "Group",
    "Measure",
    "Name",
    "Network",
    "Participation",
    "Rank",
    "Reader",
    "Role",
    "Source",
    "Stats",
    "Step",
    "Term",
    "Words",
    "load",
    "path",
    "stats",
]
