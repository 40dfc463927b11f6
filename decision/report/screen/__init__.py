"""What is told becomes lines on a terminal, or a fragment of HTML."""
