"""spaCy components: each a thin layer over functions of `glane.text`."""
