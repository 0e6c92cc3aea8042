"""``python -m relancebot`` is ``relancebot``."""

from relancebot.cli import main

main(prog_name="relancebot")
