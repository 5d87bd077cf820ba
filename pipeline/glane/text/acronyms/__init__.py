"""Short forms and their long ones: found by letters, layout and cue words, whatever they name."""
