"""The page costs the same number of queries whatever there is to show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.accounts import VolunteerFactory
from tests.factories.catalog import ActivityFactory, ProjectBrandFactory, ProjectFactory
from tests.factories.signups import SignupFactory

pytestmark = pytest.mark.django_db

MOST = 12


def queries(client, project) -> int:
    """How many queries the page takes once the worker is warm."""
    client.get(project.get_absolute_url())
    with CaptureQueriesContext(connection) as captured:
        assert client.get(project.get_absolute_url()).status_code == 200
    return len(captured)


def project_with(count: int, *, kin: int, **traits):
    """A project with `count` coming activities, one sign-up each, and `kin` projects like it."""
    brand = ProjectBrandFactory()
    project = ProjectFactory(brand=brand, **traits)
    volunteer = VolunteerFactory()
    for day in range(1, count + 1):
        SignupFactory(activity=ActivityFactory(project=project, days=day), volunteer=volunteer)
    for _each in range(kin):
        ActivityFactory(project__brand=brand)
    return project


def test_one_activity_and_sixty_cost_the_same(client):
    few = queries(client, project_with(1, kin=1))
    many = queries(client, project_with(60, kin=5))
    assert few == many
    assert many <= MOST


def test_a_project_without_activities_stays_below_the_limit(client):
    assert queries(client, project_with(0, kin=2)) <= MOST


@pytest.mark.parametrize("state", ["finished", "cancelled"])
def test_a_project_that_is_over_stays_below_the_limit(client, state):
    assert queries(client, project_with(3, kin=2, **{state: True})) <= MOST


def test_whoever_is_logged_in_costs_no_more_than_their_session(client):
    project = project_with(3, kin=2)
    anonymous = queries(client, project)
    client.force_login(VolunteerFactory().user)
    assert queries(client, project) <= anonymous + 2
