"""Taking in what a publisher has already: feeds, exports, pages, documents, tables.

A reader turns a source into items and remarks (``items``), one after the other; the desk
(``desk``) writes each item as a draft into the workspace, by the rule of ``merging``, and keeps in
mind what it wrote (``memory``). Readers never write, and what writes knows no source.
"""
