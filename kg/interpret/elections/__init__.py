"""Elections: which are spoken of, who voted by what hour, who was elected."""

from kg.interpret.elections.elected import elected_roles, read_elected
from kg.interpret.elections.events import read_elections
from kg.interpret.elections.turnout import read_turnout

__all__ = ["elected_roles", "read_elected", "read_elections", "read_turnout"]
