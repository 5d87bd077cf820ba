"""The countries that a text names, and what only looks like one."""
