"""Where a name that a head noun opens begins and ends."""
