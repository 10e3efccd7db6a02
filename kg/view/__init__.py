"""The network as one HTML page that opens without a network connection."""

from kg.view.page import view

__all__ = ["view"]
