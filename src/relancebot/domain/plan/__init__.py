"""What a case calls for next, and when: the functions behind every forecast.

``plan_case`` looks at one invoice, ``plan_day`` at a client's file on one day.
Neither writes anything: the daemon acts on what they return, the dry run prints it.
"""

from relancebot.domain.plan.case import plan_case
from relancebot.domain.plan.day import plan_day
from relancebot.domain.plan.deeds import promise_occasion, step_occasion
from relancebot.domain.plan.ladder import next_step
from relancebot.domain.plan.values import (
    CasePlan,
    DayPlan,
    LetterDue,
    LetterItem,
    LetterPlan,
    TaskDue,
)

__all__ = [
    "CasePlan",
    "DayPlan",
    "LetterDue",
    "LetterItem",
    "LetterPlan",
    "TaskDue",
    "next_step",
    "plan_case",
    "plan_day",
    "promise_occasion",
    "step_occasion",
]
