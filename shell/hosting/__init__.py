"""Between session and host: submitting text, transcripts, the line editor's settings."""
