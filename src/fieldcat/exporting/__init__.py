"""Entries for those who use other things: tables, references, web pages, ZIM files.

Everything here is a pure function of entries, but for what writes a ZIM file. Nothing that an entry
says is ever taken for markup, a formula or a command.
"""
