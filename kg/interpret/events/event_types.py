"""Types of events by what they have in common."""

from __future__ import annotations

# Talks of which each has those who had them, and all that are held between two.
MET = frozenset({"meeting", "call"})
TALKS = MET | {"dialogue", "session"}
# What people gather for, on whose sidelines they meet.
GATHERED = frozenset({"conference", "session"})
# What somebody presides over or holds, and whose participants are many; with the dialogue that is such a thing, too.
HELD = GATHERED | {"training"}
GATHERINGS = HELD | {"dialogue"}
# What is announced by its name, presided over and spoken at: gatherings, and meetings that somebody convenes.
CONVENED = GATHERINGS | {"meeting"}
