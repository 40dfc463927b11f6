"""One cell becomes a reading: a value, labels, or why there is none."""
