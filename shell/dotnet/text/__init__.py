"""System.Text: texts, encodings, regular expressions."""
