"""How many places of an activity are held: asked upwards, as sign-ups are a room above.

`catalog.signups` registers two expressions over an Activity row when it starts; ActivityQuerySet.with_places() puts them into
the query as `held` and `waiting`.
"""

from collections.abc import Callable

from django.db.models import Expression, Value
from django.db.models.fields import IntegerField

PlacesExpression = Callable[[], Expression]

_expressions: dict[str, PlacesExpression] = {}


def register(*, held: PlacesExpression, waiting: PlacesExpression) -> None:
    """Let these answer how many places are held and how many people wait."""
    _expressions.update(held=held, waiting=waiting)


def held() -> Expression:
    """Places held in an activity, as an expression over Activity; 0 where nobody can sign up."""
    return _expressions["held"]() if "held" in _expressions else Value(0, output_field=IntegerField())


def waiting() -> Expression:
    """People in the line of an activity, as an expression over Activity."""
    return _expressions["waiting"]() if "waiting" in _expressions else Value(0, output_field=IntegerField())
