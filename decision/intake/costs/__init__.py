"""Prices become the bill of a program, line by line."""
