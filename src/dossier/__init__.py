"""Dossiers, exhibit panels and localized editions from encyclopedia articles about history."""

__version__ = "0.1.0"
