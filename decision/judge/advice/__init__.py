"""What to ask, what to loosen, what would change the result."""
