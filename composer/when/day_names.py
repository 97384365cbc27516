"""Days in English words, whatever the machine's locale is (Qt sets it, and strftime follows)."""

from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def weekday_name(weekday: int) -> str:
    """Return *Monday* for 0."""
    return _WEEKDAYS[weekday]


def month_name(month: int) -> str:
    """Return *January* for 1."""
    return _MONTHS[month - 1]


def written_day(day: date) -> str:
    """Return *Friday, 6 March*."""
    return f"{weekday_name(day.weekday())}, {day.day} {month_name(day.month)}"
