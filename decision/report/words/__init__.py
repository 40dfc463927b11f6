"""Numbers and facts become words."""
