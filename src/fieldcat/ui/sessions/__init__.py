"""Sessions in the window: the list of them, the plan of one, and what was held.

`plan` holds the session that is open and writes what is done with it; `page` shows the list, the
planner and the log; `adding` is where parts of the casebook are put into a session.
"""
