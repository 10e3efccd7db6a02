"""Institutions that no head noun announces: companies, outlets, acronyms, brands, names that the text defines."""
