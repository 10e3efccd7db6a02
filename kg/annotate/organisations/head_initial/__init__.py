"""Names in languages that put the head first: where each begins and where, on the right, it ends."""
