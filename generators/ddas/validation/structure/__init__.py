"""The structure of a delivery, judged exactly as the published schema judges it, and said in Dutch."""
