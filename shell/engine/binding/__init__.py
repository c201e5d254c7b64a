"""The parameter binder: `binder` combines the other modules."""
