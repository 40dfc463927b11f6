"""A spreadsheet file becomes programs: the sheet that is meant, its cells as a person sees them."""
