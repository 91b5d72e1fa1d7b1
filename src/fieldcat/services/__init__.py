"""What a person does with fieldcat, one thin function each. No Qt, SQLAlchemy or Whoosh."""
