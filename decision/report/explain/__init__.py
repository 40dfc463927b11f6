"""One program, or what moved, becomes an explanation."""
