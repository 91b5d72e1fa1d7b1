"""A session shown to a room: slides on the wall, and on the laptop what only the trainer sees.

`presenting` begins and ends it and knows the screens; `presenter` is the trainer's window, `room`
the one on the wall; `deck` has the slides. What may be shown when is decided in
`domain.presenting`.
"""
