"""Bytes become programs: rows of text, none lost, none moved."""
