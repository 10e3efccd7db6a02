"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# Machines are noisy, so no example has a time limit; the examples are the same in every run.
settings.register_profile("communique", deadline=None, derandomize=True)
settings.load_profile("communique")
