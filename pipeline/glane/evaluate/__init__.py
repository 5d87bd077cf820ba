"""Scores: predicted records against gold, as the annotation guide defines them. Needs no spaCy."""
