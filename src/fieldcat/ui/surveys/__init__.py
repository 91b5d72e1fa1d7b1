"""Questionnaires of a session that was held: totals entered, the change shown, printed, exported.

`results` is the dialog for both; `bars` draws one answer at several moments; `paper` sets the
change for printing, `table` makes a file for spreadsheets.
"""
