"""Letters that every form of every capability uses: JSON text, HTML elements, numbers in Dutch, workbooks, files."""
