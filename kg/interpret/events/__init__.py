"""Events: who met whom, as what, when and where, and which words are about one event."""

from kg.interpret.events.finish import delegation_roles, read_events

__all__ = ["delegation_roles", "read_events"]
