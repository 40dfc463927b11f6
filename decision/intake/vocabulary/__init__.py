"""Words of the field become known: the vocabularies that ship, and those of the user."""
