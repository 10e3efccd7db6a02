"""Names of institutions that are widely known, and the state or town beside the name of a body that each has."""
