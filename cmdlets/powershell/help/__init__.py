"""What Get-Help shows: the layouts of help, the objects that carry it, the topics that are no commands."""
