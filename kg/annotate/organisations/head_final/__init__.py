"""Names in languages that put the head last: how far each reaches to the left, and whose body it is."""
