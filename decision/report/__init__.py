"""An order becomes words, tables and pictures."""
