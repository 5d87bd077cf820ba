"""Pure functions from text to values: no spaCy here."""
