"""Events: who met whom, as what, when and where, and which words are about one event.

sentence        a sentence becomes a row of elements: actors, dates, places, words of events
nuclei          the words of a row that tell of an event, with the verbs about them
arguments       who of the actors takes part in which nucleus, and as what
circumstances   which date and which place belong to which nucleus
part            what part they have in it: who chairs, organises, takes part
facts           all of these together: all that a row says of each nucleus
coreference     which facts tell of one event
reader          the drafts of a document: each fact is told to be of an event
finish          events of drafts, with `timing` (days and status), `setting` (place and format) and `naming`
"""

from kg.interpret.events.finish import delegation_roles, read_events

__all__ = ["delegation_roles", "read_events"]
