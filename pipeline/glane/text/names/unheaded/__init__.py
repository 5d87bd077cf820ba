"""Names that no head noun opens, by what stands around them."""
