"""Numbers that measure or count, with unit, bounds and what is counted."""
