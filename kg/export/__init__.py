"""The graph as files for other tools: RDF, network formats, tables.

export(store, "turtle", Path("meetings.ttl"))
serialise(store, "csv")                       # the bytes; tables come as a zip
"""

from kg.export.formats import FORMATS, export, serialise

__all__ = ["FORMATS", "export", "serialise"]
