"""Entries on paper and as PDF files: set, broken into pages, and painted off the GUI thread.

From the first to the last step: `wording` makes runs of words, `setting` and `tables` cast them
into slugs, `front_matter`, `sections` and `back_matter` put an entry's slugs in order, `galley`
breaks them into pages, `sheets` adds what every page carries, `output` paints them.
"""
