"""One file per command of `decide`, named as the command is: arguments in, exit status out.

Only the file of the command that was asked for is loaded. These and `cli` are the only places that print.
"""
