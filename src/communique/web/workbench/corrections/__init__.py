"""Corrections of extracted items: what can be corrected, the forms, adding and withdrawing, the history."""
