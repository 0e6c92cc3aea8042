"""``python -m relancebot.cli`` is ``relancebot``."""

from relancebot.cli import main

main(prog_name="relancebot")
