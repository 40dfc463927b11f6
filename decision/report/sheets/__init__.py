"""An outcome becomes an Excel workbook that a person opens, sorts and prints."""
