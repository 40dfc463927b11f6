"""What a second table says of the same programs is set beside what the first one says: none twice, none lost."""
