"""``python -m decision`` is the command ``decide``."""

from decision.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
