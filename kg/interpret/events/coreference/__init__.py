"""Event coreference: which facts of a document tell of one event, and what facts of one event give each other."""
