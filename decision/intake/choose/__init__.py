"""Of all the programs in a file, those that the user wants to look at: chosen and counted before any is judged."""
