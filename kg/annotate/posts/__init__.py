"""Posts: titles with their institutions, countries and the persons who bear them.

head_final, head_initial   how far a title reaches and who bears it, by where the language puts the head
several, signature         titles in the plural, and those on lines of their own
predicates, told           posts that a verb or a noun of coming to a post tells
referring                  bare titles that stand for who is named before
parties, offices           whose people a sentence lists, and offices that are institutions
title                      a title in the making
"""

from kg.annotate.posts.head_final.titles import find_titles_final
from kg.annotate.posts.head_initial.titles import find_titles_initial
from kg.annotate.posts.predicates import bind_predicates
from kg.annotate.posts.referring import referring
from kg.annotate.posts.several import find_listed
from kg.annotate.posts.signature import find_signatures
from kg.annotate.posts.title import Title, title_ends

FINDERS = {True: find_titles_final, False: find_titles_initial}  # by whether the language is head-final

__all__ = ["FINDERS", "Title", "bind_predicates", "find_listed", "find_signatures", "referring", "title_ends"]
