"""What a person looks at: the whole, a case, the items to read, the days to come.

Plain values with their French lines, the same for the terminal, the page and JSON.
"""

from relancebot.journeys.views.cases import CaseView, Facts, case_view
from relancebot.journeys.views.days import Outlook, outlook
from relancebot.journeys.views.items import (
    Item,
    Prepared,
    item_named,
    items,
    prepared,
)
from relancebot.journeys.views.turns import told_turn
from relancebot.journeys.views.whole import Status, status

__all__ = [
    "CaseView",
    "Facts",
    "Item",
    "Outlook",
    "Prepared",
    "Status",
    "case_view",
    "item_named",
    "items",
    "outlook",
    "prepared",
    "status",
    "told_turn",
]
