"""Where the checks of the trade write down what they find."""

from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import get_close_matches

from relancebot.rules.mistakes import RuleError
from relancebot.rules.source import Place, Source


@dataclass
class Report:
    """The remarks made on one file; ``templates`` is ``None`` when not known."""

    source: Source
    templates: Collection[str] | None = None
    notices: list[RuleError] = field(default_factory=list)

    def wrong(self, place: Place, text: str) -> None:
        """Note a mistake: the rules cannot be used with it."""
        self.source.refuse(place, text)

    def notice(self, place: Place, text: str) -> None:
        """Note what the operator should know, though the rules can be used."""
        self.notices.append(self.source.remark(place, text))

    def check_template(self, place: Place, name: str) -> None:
        """Refuse a letter that does not exist."""
        if not name or self.templates is None or name in self.templates:
            return
        near = get_close_matches(name, self.templates, n=1)
        known = ", ".join(sorted(self.templates)) or "aucun"
        more = f"vouliez-vous dire « {near[0]} » ?" if near else f"modèles : {known}"
        self.wrong(place, f"le modèle « {name} » n’est pas dans templates/ ; {more}")
