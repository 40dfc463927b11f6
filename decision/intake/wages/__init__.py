"""Wage tables in YAML, and what the user says of an area and of wages, become the nouns of pay."""
