"""Business rules: kinds (what each rule means), how records are held against them, and the cases that prove it."""
