"""Posts: titles with their institutions, countries and the persons who bear them."""

from kg.annotate.posts.binding import bind_predicate
from kg.annotate.posts.head_final import find_titles_final
from kg.annotate.posts.head_initial import find_titles_initial
from kg.annotate.posts.several import find_listed
from kg.annotate.posts.signature import find_signatures
from kg.annotate.posts.title import Title

FINDERS = {
    "tk": find_titles_final,
    "kk": find_titles_final,
    "ru": find_titles_initial,
    "en": find_titles_initial,
}

__all__ = ["FINDERS", "Title", "bind_predicate", "find_listed", "find_signatures"]
