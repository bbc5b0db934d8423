"""A foreign key named by a string escapes the import linter; here it does not."""

from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.db.models import Model

from tests.architecture.layers import may_know, place

EXEMPT = {settings.AUTH_USER_MODEL, settings.WAGTAILIMAGES_IMAGE_MODEL}


def own_models() -> list[type[Model]]:
    """Every model of ours, tables of many-to-many relations included."""
    return [model for model in apps.get_models(include_auto_created=True) if place(model.__module__)]


def relations() -> Iterator[tuple[type[Model], str, type[Model]]]:
    """Every relation that starts at a model of ours: the model, the field, the model it points at."""
    for model in own_models():
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            if field.remote_field and field.remote_field.model:
                yield model, field.name, field.remote_field.model


def test_there_are_models_to_look_at():
    places = {place(model.__module__) for model in own_models()}
    assert {"catalog.core", "catalog.projects", "catalog.signups"} <= places


def test_no_relation_points_upwards():
    upwards = [
        f"{model._meta.label}.{field} → {target._meta.label}"
        for model, field, target in relations()
        if place(target.__module__)
        and target._meta.label not in EXEMPT
        and not may_know(place(model.__module__), place(target.__module__))
    ]
    assert not upwards


def test_no_catalog_model_points_at_wagtail():
    pointing = [
        f"{model._meta.label}.{field} → {target._meta.label}"
        for model, field, target in relations()
        if model.__module__.startswith("catalog.") and target.__module__.startswith("wagtail.")
    ]
    assert not pointing
