"""Where the data that comes with the program lies: in the wheel below `kg/data`, in a checkout beside `kg`."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
LANGUAGES = PACKAGE / "languages"
_WHEEL_DATA = PACKAGE / "data"
_CHECKOUT = PACKAGE.parent


def _data(in_wheel: str, in_checkout: str) -> Path:
    packed = _WHEEL_DATA / in_wheel
    return packed if packed.exists() else _CHECKOUT / in_checkout


ONTOLOGY = _data("ontology", "ontology")
QUERIES = _data("queries", "queries")
AUTHORITY = _data("authority", "seeds/authority")
JUDGEMENTS = _data("judgements.csv", "seeds/judgements.csv")
