"""What a run leaves behind when it is killed, when the disk is full, and when side files are hostile."""
