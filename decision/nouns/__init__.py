"""The nouns by theme: what `decision.model` is made of, and what is found out beyond the ranking."""
