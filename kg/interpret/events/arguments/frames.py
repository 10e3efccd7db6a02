"""What a verb or noun of events makes of the actors around it: a table, the same for all languages.

A frame maps the marker of a group of actors (its case, postposition or preposition) to what these are in the event:
`attend`, `chair`, `organise`, `invite`; absent markers have no part. Markers: `subject`, `object`, `with`,
`between`, `by`, `of`, `to`, and those of the language files.
"""

from __future__ import annotations

# Markers that mean the same beside every word of events.
COMMON = {
    "present": "attend",
    "between": "attend",
    "chair": "chair",
    "lead": "attend",
    "organiser": "organise",
    # A person who gives a lecture is there, an institution that gives a course organises it.
    "giver": "organise",
}

FRAMES: dict[str, dict[str, str]] = {
    # "X met (with) Y", "X-iň Y bilen duşuşygy", "встреча X с Y"
    "meet": {"subject": "attend", "object": "attend", "with": "attend", "jointly": "attend", "also": "attend",
             "of": "attend", "by": "attend"},
    "call": {"subject": "attend", "object": "attend", "with": "attend", "to": "attend", "also": "attend"},
    # "X received a phone call from Y"
    "called": {"subject": "attend", "from": "attend"},
    # "X received Y": the one received is the object; "Y was received by X"
    "receive": {"subject": "attend", "object": "attend", "by": "attend", "also": "attend", "jointly": "attend",
                "from": "attend"},
    # "Y X tarapyndan kabul edildi": the one received is the subject
    "received": {"subject": "attend", "by": "attend", "also": "attend", "jointly": "attend"},
    # "X welcomed the ambassador": both met; "welcomed the decision" tells of no meeting
    "welcome": {"subject": "attend", "object": "attend", "by": "attend"},
    "call-on": {"subject": "attend", "object": "attend", "to": "attend", "also": "attend"},
    # "X was at a reception of Y": both met
    "audience": {"subject": "attend", "of": "attend"},
    # Without a counterpart "X discussed trade" tells of no meeting of its own.
    "discuss": {"subject": "attend", "with": "attend", "also": "attend", "by": "attend"},
    # Who signs a document; of those between whom it is, too: see `kg.interpret.events.signings`.
    "sign": {"subject": "attend", "with": "attend", "by": "attend", "also": "attend", "jointly": "attend"},
    "present": {"subject": "attend", "to": "attend", "by": "attend", "of": "attend"},
    "accept": {"subject": "attend", "from": "attend", "with": "attend", "of": "attend", "object": "attend"},
    # The visitor takes part; who or what is visited is where the visit goes.
    "visit": {"subject": "attend", "also": "attend", "jointly": "attend", "of": "attend"},
    "attend": {"subject": "attend", "also": "attend", "by": "attend", "jointly": "attend", "of": "attend"},
    "speak": {"subject": "attend", "by": "attend"},
    # "X-iň çykyşy diňlenildi", "X-e söz berildi": a speech was heard, the floor was given
    "heard": {"of": "attend", "to": "attend"},
    "open": {"subject": "attend", "by": "attend", "with": "attend", "jointly": "attend"},
    "chair": {"subject": "chair", "by": "chair"},
    "organise": {"subject": "organise", "by": "organise", "jointly": "organise", "with": "organise"},
    # "X held a seminar" organises it, "X held talks" takes part in them: see HOLDERS.
    "hold": {"subject": "hold", "by": "hold", "jointly": "hold", "with": "attend", "also": "attend",
             "object": "attend"},
    "occur": {"with": "attend", "jointly": "organise", "by": "organise"},
    "invite": {"object": "invite"},
    # "X led the workshop" takes part in it, a person who "led the meeting" chairs it.
    "lead": {"subject": "lead"},
    # Only where a noun stands by it: "said at the briefing".
    "say": {"subject": "attend"},
    # Only where an event is told of: "experts presented", "was presented by".
    "share": {"subject": "attend", "by": "attend"},
    # Who arrives somewhere visits it, where the language file gives the verb a type.
    "arrive": {"subject": "attend", "also": "attend", "jointly": "attend"},
}  # fmt: skip

# What the subject of "to hold" is, by the type of what is held.
HOLDERS = {
    "meeting": "attend",
    "call": "attend",
    "dialogue": "attend",
    "visit": "attend",
    "session": "attend",
    "training": "organise",
    "conference": "organise",
    "other": "organise",
}

# What the actors around a noun of this type are: "the meeting of X with Y", "a sitting of the commission".
NOUNS: dict[str, dict[str, str]] = {
    "meeting": {"of": "attend", "with": "attend"},
    "call": {"of": "attend", "with": "attend"},
    "dialogue": {"of": "attend", "with": "attend"},
    "visit": {"of": "attend", "by": "attend"},
    "session": {"of": "attend", "with": "attend"},
    "training": {"beneficiary": "attend", "jointly": "organise", "with": "attend", "by": "organise"},
    "conference": {"with": "attend", "jointly": "organise", "by": "organise"},
    "other": {"jointly": "organise"},
    # "Malta's chairmanship of the Organization": the state chairs, the Organization takes part.
    "office": {"of": "chair", "in": "attend", "to": "attend"},
}

# Which types may be one event when one text calls it by both names; the first is the more particular.
KINDRED = {
    frozenset(pair)
    for pair in (
        ("call", "meeting"), ("dialogue", "meeting"), ("session", "meeting"), ("conference", "meeting"),
        ("training", "meeting"), ("training", "conference"), ("session", "conference"),
        ("session", "training"), ("meeting", "other"),
    )
}  # fmt: skip
PRECISION = (
    "",
    "other",
    "office",
    "meeting",
    "conference",
    "session",
    "training",
    "dialogue",
    "call",
    "visit",
    "election",
)
