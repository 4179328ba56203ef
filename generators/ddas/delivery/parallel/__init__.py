"""Reading one delivery with several processes."""
