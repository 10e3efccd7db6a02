"""The explorer: a graph as one HTML page that opens without a network connection."""

from kg.view.page import Page, view

__all__ = ["Page", "view"]
