"""Between a session and whoever shows it: submitting text, transcripts, the line editor's settings."""
