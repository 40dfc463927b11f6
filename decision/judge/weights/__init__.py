"""How much each criterion counts."""
