"""YAML and options become a set of criteria, with every fault at once."""
