"""Pay becomes words, lines and plain values."""
