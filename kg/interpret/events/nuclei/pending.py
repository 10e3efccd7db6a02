"""Events told without particulars, which the sentences behind may give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.interpret.events.nuclei.prospects import invited

if TYPE_CHECKING:
    from kg.interpret.events.nuclei.nucleus import Nucleus


def pends(nucleus: Nucleus) -> bool:
    """Tell an event told without particulars, which the next sentence may give: "A seminar was held. It …"."""
    told = nucleus.asserted or _people_met(nucleus)
    return not nucleus.plural and (invited(nucleus) or (told and not nucleus.planned))


def _people_met(nucleus: Nucleus) -> bool:
    """Tell people without a name who met, where verbs stand last: "[министрлері] бас қосты"."""
    row, at = nucleus.row, nucleus.at
    before = row.elements[at - 1] if at and row.passage.language.head_final and nucleus.frames == ["meet"] else None
    form = before.form if before is not None and before.role == "people" else None
    return form is not None and form.plural
