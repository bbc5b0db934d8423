"""What the demo city says: data only, pure Python."""
