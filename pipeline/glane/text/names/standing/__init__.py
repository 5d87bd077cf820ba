"""Whether a head noun with what belongs to it is a name."""
