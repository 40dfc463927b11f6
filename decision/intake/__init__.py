"""Text becomes facts: the only room that reads files."""
