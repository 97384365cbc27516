"""The team in a sentence: who is there, when it works, when it is off next. Without Qt."""

from datetime import date

from kb_content.team import Team, WorkingTime

_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def team_words(team: Team, today: date) -> tuple[str, str]:
    """Return in two lines what ``library.toml`` says of people and working time, for a check."""
    count = len(team.people)
    people = "nobody is named" if not count else "1 person" if count == 1 else f"{count} people"
    time = team.working_time
    hours = f"{spoken_days(time)}, {time.start} to {time.end}, {time.time_zone}"
    where = "This stands in library.toml, in the library's folder."
    return f"{team.name}: {people}. ETAs count {hours}.", f"{_day_off(time, today)} {where}"


def spoken_days(time: WorkingTime) -> str:
    """Return the days that are worked: ``Mon to Fri``, or each where some between are off."""
    worked = [day for day in _WEEK if day in time.days]
    if not worked:
        return "no day"
    first, last = _WEEK.index(worked[0]), _WEEK.index(worked[-1])
    if len(worked) > 2 and last - first + 1 == len(worked):
        return f"{worked[0]} to {worked[-1]}"
    return ", ".join(worked)


def _day_off(time: WorkingTime, today: date) -> str:
    coming = min((day for day in time.holidays if day >= today), default=None)
    if coming is None:
        return "No day off is named."
    year = f" {coming.year}" if coming.year != today.year else ""
    return f"Next day off: {coming:%a} {coming.day} {coming:%b}{year}."
