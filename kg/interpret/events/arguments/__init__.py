"""Event arguments: which actors are of which nucleus, by case, marker, order and frame."""
