"""What the languages that are parsed with tree-sitter have in common."""
