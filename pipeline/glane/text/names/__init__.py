"""Names of organisations and undertakings: what opens one, where it ends, whether it is one."""
