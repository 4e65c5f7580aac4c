"""Tables of other people's making, read into plain rows, and refused before they can do harm."""
