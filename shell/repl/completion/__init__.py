"""What TabExpansion2 answers, from the tree at the cursor."""
