"""More nouns: what is found out beyond the ranking."""
