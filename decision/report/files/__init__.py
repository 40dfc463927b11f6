"""An outcome becomes files and tables: CSV, JSON, DataFrames."""
