"""Nuclei: the words of events (triggers) of a row with the verbs that govern them."""
