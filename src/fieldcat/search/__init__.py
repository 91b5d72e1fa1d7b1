"""The index and what it finds. The only place that knows Whoosh."""
