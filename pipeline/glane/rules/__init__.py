"""The rule files: their row types, how they are read, and how packs are laid over the built-in ones.

`glane.rules.load.load_rules` reads them all; `glane.rules.errors.RuleError` says what is wrong with one.
"""
