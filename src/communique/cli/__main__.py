"""``python -m communique.cli``: the command line where the installed command is not on the path."""

from __future__ import annotations

from communique.cli import main

if __name__ == "__main__":
    main()
