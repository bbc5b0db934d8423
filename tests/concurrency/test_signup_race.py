"""Fifty people press 提交报名 at the same moment, over HTTP against gunicorn with two workers, for ten places."""

import http.client
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode, urlsplit

import pytest

PEOPLE = 50
PLACES = 10
TOKEN = "a" * 32


def seed() -> dict:
    """Fifty volunteers who are logged in, and an activity with ten places whose project asks a question."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from tests.factories.accounts import ConsentFactory, PrivacyNoticeFactory, VolunteerFactory
    from tests.factories.catalog import ActivityFactory, ProjectFactory
    from tests.factories.signups import SignupFormVersionFactory

    notice = PrivacyNoticeFactory()
    project = ProjectFactory()
    activity = ActivityFactory(project=project, capacity=PLACES)
    version = SignupFormVersionFactory(project=project, number=1, questions=[{"label": "会骑车吗"}], published=True)
    sessions = []
    for volunteer in VolunteerFactory.create_batch(PEOPLE):
        ConsentFactory(user=volunteer.user, notice=notice)
        session = SessionStore()
        session[SESSION_KEY] = str(volunteer.user.pk)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = volunteer.user.get_session_auth_hash()
        session.save()
        sessions.append(session.session_key)
    return {
        "url": activity.get_signup_url(),
        "question": version.questions.get().field_name,
        "activity": activity.pk,
        "sessions": sessions,
    }


def outcome(activity: int) -> dict:
    """What the database says afterwards."""
    from catalog.notifications.models import Message
    from catalog.signups.models import Signup

    rows = Signup.objects.filter(activity=activity).with_facts()
    return {
        "confirmed": sum(row.state == "confirmed" for row in rows),
        "positions": sorted(row.position for row in rows if row.position),
        "people": len({row.volunteer_id for row in rows}),
        "answers": sum(row.answers.count() for row in rows),
        "steps": sum(row.transitions.count() for row in rows),
        "messages": Message.objects.count(),
    }


def states_in_order(activity: int) -> list[str]:
    """The states of all sign-ups, first come first."""
    from catalog.signups.models import Signup

    return list(Signup.objects.filter(activity=activity).order_by("id").values_list("state", flat=True))


def filled_in(world: dict) -> dict:
    """The form of the activity as somebody sends it."""
    return {
        "csrfmiddlewaretoken": TOKEN,
        "form_version": "1",
        "name": "李晓明",
        "birth_date": "1995-03-05",
        "join_waitlist": "on",
        world["question"]: "会",
    }


def ask(base: str, method: str, path: str, session: str, data: dict | None = None) -> tuple[int, str, str]:
    """One request in a connection of its own: status, where it leads to, the page."""
    address = urlsplit(base)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=120)
    headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}", "Referer": base, "Host": address.netloc}
    if data is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request(method, path, urlencode(data or {}), headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location", ""), answer.read().decode()
    finally:
        connection.close()


@pytest.mark.servers
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_fifty_at_once_for_ten_places(running_site, engine):
    site = running_site(engine, seed=seed, workers=2)
    world = site.seeded
    data = filled_in(world)
    gate = threading.Barrier(PEOPLE)

    def press(session: str) -> tuple[int, str, str]:
        gate.wait()
        return ask(site.url, "POST", world["url"], session, data)

    with ThreadPoolExecutor(PEOPLE) as pool:
        answers = list(pool.map(press, world["sessions"]))

    assert {status for status, _where, _page in answers} == {302}
    assert len({where for _status, where, _page in answers}) == PEOPLE, "everybody has a sign-up of their own"
    pages = [
        ask(site.url, "GET", where, session)
        for (_status, where, _page), session in zip(answers, world["sessions"], strict=True)
    ]
    assert {status for status, _where, _page in pages} == {200}
    confirmed = [page for _status, _where, page in pages if "报上了" in page]
    waiting = [re.search(r"你排在第 (\d+) 位", page) for _status, _where, page in pages]
    assert len(confirmed) == PLACES
    assert sorted(int(found[1]) for found in waiting if found) == list(range(1, PEOPLE - PLACES + 1))
    assert site.run(outcome, activity=world["activity"]) == {
        "confirmed": PLACES,
        "positions": list(range(1, PEOPLE - PLACES + 1)),
        "people": PEOPLE,
        "answers": PEOPLE,
        "steps": PEOPLE,
        "messages": PEOPLE,
    }
    assert not site.problems


@pytest.mark.servers
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_one_person_twenty_times_at_once(running_site, engine):
    site = running_site(engine, seed=seed, workers=2)
    world = site.seeded
    data = filled_in(world)
    gate = threading.Barrier(20)

    def press(_number: int) -> tuple[int, str, str]:
        gate.wait()
        return ask(site.url, "POST", world["url"], world["sessions"][0], data)

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(press, range(20)))

    assert {status for status, _where, _page in answers} == {302}
    assert len({where for _status, where, _page in answers}) == 1, "always the one sign-up"
    assert site.run(outcome, activity=world["activity"])["people"] == 1
    assert site.run(outcome, activity=world["activity"])["confirmed"] == 1


@pytest.mark.servers
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_places_given_back_while_others_come(running_site, engine):
    """Ten hold a place and twenty wait; the ten withdraw while twenty more come: every place finds its next person, in order."""
    site = running_site(engine, seed=seed, workers=2)
    world = site.seeded
    data = filled_in(world)
    first, later = world["sessions"][:30], world["sessions"][30:]
    places = [ask(site.url, "POST", world["url"], session, data)[1] for session in first]
    gate = threading.Barrier(30)

    def withdraw(number: int) -> tuple[int, str, str]:
        gate.wait()
        return ask(site.url, "POST", f"{places[number]}withdraw/", first[number], {"csrfmiddlewaretoken": TOKEN})

    def press(number: int) -> tuple[int, str, str]:
        gate.wait()
        return ask(site.url, "POST", world["url"], later[number], data)

    with ThreadPoolExecutor(30) as pool:
        leaving = [pool.submit(withdraw, number) for number in range(10)]
        coming = [pool.submit(press, number) for number in range(20)]
        answers = [each.result() for each in (*leaving, *coming)]

    assert {status for status, _where, _page in answers} == {302}
    states = site.run(states_in_order, activity=world["activity"])
    assert states == ["withdrawn"] * 10 + ["confirmed"] * 10 + ["waitlisted"] * 30
