"""Programs and criteria become facts."""
