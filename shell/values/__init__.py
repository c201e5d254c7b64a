"""What a value is: objects, errors, texts of numbers, cultures. Knows no type table and no session."""
