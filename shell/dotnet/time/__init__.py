"""System: dates, spans of time, time zones."""
