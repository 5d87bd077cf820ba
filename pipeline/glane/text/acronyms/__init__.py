"""Acronyms, and what defines them."""
