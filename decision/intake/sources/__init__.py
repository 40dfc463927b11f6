"""A public table becomes one with our columns, by a map that is data: no line of code knows any source."""
