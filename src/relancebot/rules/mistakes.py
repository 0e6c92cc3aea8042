"""What is wrong in the operator's rules, and what only deserves a word."""

from collections.abc import Sequence
from dataclasses import dataclass

from relancebot.domain.policy import Policy


@dataclass(frozen=True)
class RuleError:
    """One remark on the rules: where it stands, what is wrong, what was expected."""

    path: str
    line: int
    place: str
    text: str

    def __str__(self) -> str:
        """Write the remark on one line, as compilers do: editors can jump to it."""
        where = f" {self.place} :" if self.place else ""
        return f"{self.path}:{self.line}:{where} {self.text}"


@dataclass(frozen=True)
class Loaded:
    """What a rules file gave: the policy or its mistakes, and notices beside them.

    A notice never prevents the rules from being used: it says what the program
    will do that the operator may not expect.
    """

    policy: Policy | None
    errors: tuple[RuleError, ...] = ()
    notices: tuple[RuleError, ...] = ()


class RulesError(Exception):
    """The rules cannot be used; every mistake is listed, not only the first."""

    def __init__(self, errors: Sequence[RuleError]) -> None:
        super().__init__(*errors)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        """Give one line for each mistake."""
        return "\n".join(str(error) for error in self.errors)
