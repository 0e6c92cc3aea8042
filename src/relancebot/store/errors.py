"""What can go wrong with the store, in the operator's words."""

from pathlib import Path


class StoreError(Exception):
    """The store cannot be used; the message says what to do."""

    def __init__(self, path: Path | str, problem: str) -> None:
        """Name the file and the problem, both shown to the person."""
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.path} : {self.problem}"


class NewerStoreError(StoreError):
    """The store was written by a later version of the program."""
