"""SMTP: policy, sessions, listeners, delivery, logs."""
