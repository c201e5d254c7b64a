"""Values: objects, errors, cultures, patterns. Nothing here knows the type table or a session."""
