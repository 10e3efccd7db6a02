"""Posts: titles with their institutions, countries and the persons who bear them."""

from kg.annotate.posts.head_final import find_titles_final
from kg.annotate.posts.head_initial import find_titles_initial
from kg.annotate.posts.predicates import bind_predicate
from kg.annotate.posts.several import find_listed
from kg.annotate.posts.signature import find_signatures
from kg.annotate.posts.title import Title

FINDERS = {True: find_titles_final, False: find_titles_initial}  # by whether the language is head-final

__all__ = ["FINDERS", "Title", "bind_predicate", "find_listed", "find_signatures"]
