"""``python -m glane.cli``: the command, where it is not on the path."""

from glane.cli import main

if __name__ == "__main__":
    main()
