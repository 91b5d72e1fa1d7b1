"""Handing entries to other programs: what, in which form, into which file."""
