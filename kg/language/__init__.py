"""Languages as data: `load("tk")` gives everything the text stages know about Turkmen.

A language is a folder of TOML files below `kg/languages`, one file a concern (`names.toml`, `posts.toml`…), and
each file is decoded into the `msgspec.Struct` of that concern, which forbids unknown fields. A family's folder
(`turkic`) holds what its languages share: lists are joined (the family's first), tables merged, and the language's
own values win.
"""

from kg.language.load import CODES, Language, load, load_all

__all__ = ["CODES", "Language", "load", "load_all"]
