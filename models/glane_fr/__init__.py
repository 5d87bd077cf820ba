"""The French knowledge of glane: data only (see README.md in this folder for the formats)."""
