"""Many editions of a project: which are to be made, making them side by side, and the record of what was made."""
