"""What the commands for maintainers do; ``ddas.cli.build_commands`` reads their options and calls ``run``."""
