"""Reading, checking and building a publisher's workspace."""
