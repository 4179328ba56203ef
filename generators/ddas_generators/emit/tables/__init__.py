"""Tables: CSV, workbooks, change lists."""
