"""`make bench`: how fast texts are read, graphs built and questions answered, also beside rdflib's own store."""
