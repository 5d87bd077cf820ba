"""What stands around a name, an acronym above all, and tells of what it is one: a body, a thing, a law."""
