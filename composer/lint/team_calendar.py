"""The calendar in which a reply's promises are judged: the context's days, the team's hours."""

from dataclasses import replace

from composer.lint.context import Context
from composer.lint.reply import zone_of
from composer.when.calendar import Calendar, calendar_of, weekday_numbers


def calendar_for(context: Context) -> Calendar:
    """Return the working calendar of a context; hours come from the team where it is known."""
    base = calendar_of(context.team.working_time) if context.team is not None else Calendar()
    holidays = base.holidays | context.holidays
    return replace(
        base, zone=zone_of(context.time_zone), days=weekday_numbers(context.working_days), holidays=holidays
    )
