"""What a function gives, remembered: news repeats its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Key = TypeVar("Key")
Value = TypeVar("Value")

# Enough for the words of some hundred documents, and some megabytes.
_MOST = 50_000


class Memo(dict[Key, Value]):
    """A function as a dictionary: `memo[word]` costs a lookup from the second time on.

    At `most` keys the memory starts anew, so that it stays bounded.
    """

    def __init__(self, function: Callable[[Key], Value], most: int = _MOST) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, key: Key) -> Value:
        """Ask the function."""
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._function(key)
        return value
