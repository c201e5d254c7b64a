"""Who may do what with the objects of the directory."""
