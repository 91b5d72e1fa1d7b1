"""The index and what it finds. The only place that knows Whoosh."""

from fieldcat.search.standing_in import stand_in

stand_in()  # before Whoosh is loaded
