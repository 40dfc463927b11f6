"""A decision held against an earlier one."""
