"""On which days things lie: schedules and holidays laid around the day of loading. Pure functions of that day."""

from datetime import date, timedelta

from home.demo.content.holidays import HOLIDAYS
from home.demo.content.shapes import Pattern, Schedule

_HOLIDAYS = {holiday.slug: holiday for holiday in HOLIDAYS}

#: Regular dates lie this far around the day of loading, as far as the season allows.
BACK_DAYS, AHEAD_DAYS = 56, 42
#: A project that is held once a month is shown further ahead, and what is held once a year is looked for in a whole one.
MONTHLY_AHEAD_DAYS = 70
YEAR_DAYS = 400
#: Homework goes on in the holidays where there is no school for longer than this.
SCHOOL_COMES_BACK_DAYS = 7
#: More shifts than these nobody reads.
MOST_AHEAD = 10
MONDAY_TO_FRIDAY = range(5)


def holiday_in(slug: str, year: int) -> date:
    """The first day of a holiday in `year`; outside of the table of a lunar one the day of the nearest year that is known."""
    holiday = _HOLIDAYS[slug]
    month, day = holiday.month, holiday.day
    if not month:
        month, day = holiday.table.get(year) or holiday.table[min(holiday.table, key=lambda known: abs(known - year))]
    return date(year, month, day)


def holiday_near(slug: str, today: date, *, before: int = 0, after: int = 0) -> date:
    """The first day of the holiday that is running, or else lies nearest to `today`, with so many days before and after it."""
    length = _HOLIDAYS[slug].days

    def distance(first: date) -> int:
        begins, ends = first - timedelta(days=before), first + timedelta(days=length - 1 + after)
        return max((begins - today).days, (today - ends).days, 0)

    return min((holiday_in(slug, today.year + shift) for shift in (0, 1, -1)), key=distance)


def campaign_days(slug: str, today: date, *, before: int, after: int) -> tuple[date, date]:
    """The first and the last day of the campaign of a holiday."""
    first = holiday_near(slug, today, before=before, after=after)
    last = first + timedelta(days=_HOLIDAYS[slug].days - 1 + after)
    return first - timedelta(days=before), last


def is_school_day(day: date) -> bool:
    """Whether schools of the city are open: no weekend, no public holiday, no winter or summer holidays."""
    if day.weekday() not in MONDAY_TO_FRIDAY or day.month in (7, 8):
        return False
    spring = holiday_in("chunjie", day.year)
    if spring - timedelta(days=14) <= day <= spring + timedelta(days=15):
        return False
    if day in (holiday_in("duanwu", day.year), holiday_in("zhongqiu", day.year)):
        return False
    fixed = {1: range(1, 4), 4: range(4, 7), 5: range(1, 6), 10: range(1, 8)}
    return day.day not in fixed.get(day.month, ())


def days_of(schedule: Schedule, today: date, *, phase: int = 0, year: int | None = None) -> list[date]:
    """The days of a schedule around `today`, in order.

    `phase` (0 or 1) says in which of two weeks a fortnightly project lies; `year` fixes the year of a holiday.
    """
    match schedule.pattern:
        case Pattern.HOLIDAY:
            first = holiday_in(schedule.holiday, year) if year else holiday_near(schedule.holiday, today)
            return _in_a_row(first + timedelta(days=schedule.offset), schedule.days)
        case Pattern.ONCE | Pattern.BLOCK:
            return _in_a_row(_once(schedule, today), schedule.days)
        case _:
            return _regular(schedule, today, phase)


def _in_a_row(first: date, days: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(days)]


def _once(schedule: Schedule, today: date) -> date:
    """`offset` days from `today`, moved on to a fitting weekday; out of season the fitting day that lies nearest to it."""
    wanted = today + timedelta(days=schedule.offset)
    around = (wanted + timedelta(days=days) for days in range(-YEAR_DAYS, YEAR_DAYS))
    fitting = [day for day in around if _fits(schedule, day)]
    soon = next(day for day in fitting if day >= wanted)
    return soon if (soon - wanted).days < 7 else min(fitting, key=lambda day: abs((day - wanted).days))


def _fits(schedule: Schedule, day: date) -> bool:
    on_weekday = not schedule.weekdays or day.weekday() in schedule.weekdays
    return on_weekday and (not schedule.months or day.month in schedule.months)


def _regular(schedule: Schedule, today: date, phase: int) -> list[date]:
    """Some of the last days and some of the next, without a gap between them; out of season those that lie nearest."""
    in_holidays = schedule.pattern == Pattern.SCHOOL_DAYS and not any(
        is_school_day(today + timedelta(days=days)) for days in range(1, SCHOOL_COMES_BACK_DAYS + 1)
    )
    year = (today + timedelta(days=days) for days in range(-YEAR_DAYS, YEAR_DAYS))
    found = [day for day in year if _fits(schedule, day) and _is_turn(schedule, day, phase, in_holidays)]
    past, ahead = [day for day in found if day < today], [day for day in found if day >= today]
    some_past, some_ahead = _how_many(schedule)
    reach = MONTHLY_AHEAD_DAYS if schedule.pattern == Pattern.MONTHLY else AHEAD_DAYS
    last = [day for day in past if (today - day).days <= BACK_DAYS][-some_past:]
    coming = [day for day in ahead if (day - today).days <= reach][:some_ahead]
    if coming or (last and not schedule.months):
        return last + coming
    is_nearer_ahead = (ahead[0] - today).days <= (today - past[-1]).days
    return ahead[:some_ahead] if is_nearer_ahead else past[-some_ahead:]


def _is_turn(schedule: Schedule, day: date, phase: int, in_holidays: bool) -> bool:
    match schedule.pattern:
        case Pattern.BIWEEKLY:
            return (day.toordinal() - 1) // 7 % 2 == phase
        case Pattern.MONTHLY:
            return (day.day - 1) // 7 + 1 == schedule.nth
        case Pattern.SCHOOL_DAYS:
            return in_holidays or is_school_day(day)
        case _:
            return True


def _how_many(schedule: Schedule) -> tuple[int, int]:
    """How many past and coming days: enough coming ones to see the rule, each weekday twice."""
    if schedule.pattern == Pattern.MONTHLY:
        return 1, 2
    if schedule.pattern == Pattern.BIWEEKLY:
        return 1, 3
    weekdays = len(schedule.weekdays)
    ahead = min(max(4, 2 * weekdays), max(MOST_AHEAD // len(schedule.starts), 1))
    return min(2 if weekdays < 4 else 3, ahead), ahead
