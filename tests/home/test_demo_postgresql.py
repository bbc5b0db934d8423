"""The demo city on PostgreSQL, which holds every text to its length."""

import pytest

from tests.servers import in_site

pytestmark = pytest.mark.servers


def load_city() -> list[int]:
    from catalog.projects.models import Activity, Project
    from home.demo import loader

    loader.load()
    return [Project.objects.count(), Activity.objects.count()]


def test_demo_city_loads_into_postgresql(fresh_database):
    database = fresh_database("postgresql")
    projects, activities = in_site.call(load_city, env=in_site.environment(database.url, database.media))
    assert projects >= 300
    assert activities >= 1400
