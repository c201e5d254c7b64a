"""System.IO: files, folders, streams."""
