"""System.Globalization: cultures and calendars."""
