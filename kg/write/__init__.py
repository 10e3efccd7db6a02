"""Documents, readings and identity -> quads. The one place that translates our types into RDF.

The default graph gets the merged statements, the named graph of a document those that it alone supports, and
`vocab.IDENTITY_GRAPH` why things are one. Every IRI is made of what a thing is, so that the same inputs in any order
give the same graph.
"""

from kg.write.quads import quads

__all__ = ["quads"]
