"""What needs more than one room: the table made ready, what is found out, the object people hold, running again."""
