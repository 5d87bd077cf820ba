"""Names that other names lead to: branches, editions, short forms, generics, what recurs."""
