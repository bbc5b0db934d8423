"""What must run long: a crowd, a site that is killed in the middle of it, and rubbish in the search."""

import http.client
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.concurrency.test_signup_race import PEOPLE, PLACES, TOKEN, ask, seed
from tests.factories.catalog import ActivityFactory

FUZZ_SECONDS = 60
ROUNDS = 4


def replay(activity: int) -> dict:
    """Whether every row is explained by its log, and what holds a place."""
    from catalog.notifications.models import Message
    from catalog.signups.models import Signup

    rows = list(Signup.objects.filter(activity=activity).order_by("id").prefetch_related("transitions", "answers"))
    explained = all(
        [step.to_state for step in row.transitions.all()][-1:] == [row.state] and row.answers.count() == 1
        for row in rows
    )
    return {
        "explained": explained,
        "told": Message.objects.count() == sum(row.transitions.count() for row in rows),
        "states": [row.state for row in rows],
        "people": len({row.volunteer_id for row in rows}),
    }


def form_of(world: dict) -> dict:
    """A filled-in form."""
    return {
        "csrfmiddlewaretoken": TOKEN,
        "form_version": "1",
        "name": "李晓明",
        "birth_date": "1995-03-05",
        "join_waitlist": "on",
        world["question"]: "会",
    }


@pytest.mark.soak
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_site_killed_in_the_middle_leaves_nothing_half_done(running_site, engine):
    """Everybody presses again and again while the site is killed and started: in the end each has one explained sign-up."""
    site = running_site(engine, seed=seed, workers=2, allow_errors=True)
    world = site.seeded
    data = form_of(world)
    finished = threading.Event()

    def press_until_answered(session: str) -> int:
        while True:
            try:
                status, _where, _page = ask(site.url, "POST", world["url"], session, data)
                return status
            except (ConnectionError, http.client.HTTPException, TimeoutError):
                time.sleep(0.05)  # the site is down at this moment; a person would try again too

    def keep_killing() -> None:
        for _ in range(ROUNDS):
            if finished.wait(0.4):
                return
            site.kill()
            site.start()

    with ThreadPoolExecutor(PEOPLE + 1) as pool:
        killer = pool.submit(keep_killing)
        statuses = list(pool.map(press_until_answered, world["sessions"]))
        finished.set()
        killer.result()

    assert set(statuses) == {302}
    after = site.run(replay, activity=world["activity"])
    assert after == {
        "explained": True,
        "told": True,
        "states": ["confirmed"] * PLACES + ["waitlisted"] * (PEOPLE - PLACES),
        "people": PEOPLE,
    }


@pytest.mark.soak
@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_crowd_that_comes_and_goes_keeps_the_line(running_site, engine):
    """Rounds of fifty requests at once, some coming and some leaving: never more than ten hold a place, none lies idle."""
    site = running_site(engine, seed=seed, workers=2, threads=4)
    world = site.seeded
    data = form_of(world)
    current: dict[str, str] = {}
    for number in range(ROUNDS):
        gate = threading.Barrier(PEOPLE)

        def act(item: tuple[int, str], number: int = number, gate: threading.Barrier = gate) -> tuple[str, str]:
            place, session = item
            gate.wait()
            if session in current and (place + number) % 3 == 0:
                answer = ask(site.url, "POST", f"{current[session]}withdraw/", session, {"csrfmiddlewaretoken": TOKEN})
                assert answer[0] == 302
                return session, ""
            answer = ask(site.url, "POST", world["url"], session, data)
            assert answer[0] == 302
            return session, answer[1]

        with ThreadPoolExecutor(PEOPLE) as pool:
            for session, where in pool.map(act, list(enumerate(world["sessions"]))):
                if where:
                    current[session] = where
                else:
                    current.pop(session)
        after = site.run(replay, activity=world["activity"])
        active = [state for state in after["states"] if state in ("confirmed", "waitlisted")]
        assert active == ["confirmed"] * PLACES + ["waitlisted"] * (len(current) - PLACES)
        assert after["explained"]
        assert after["told"]


@pytest.mark.soak
@pytest.mark.django_db
def test_rubbish_in_the_search_gets_a_page_or_a_clear_refusal():
    """Any text in any parameter: a page or a 400, for a minute."""
    ActivityFactory(project__title="四点半学校：放学后作业陪伴")
    client = Client(raise_request_exception=True)
    names = ["q", "district", "field", "audience", "team", "brand", "day", "when", "from", "to", "free", "sort", "page"]
    values = st.one_of(
        st.text(max_size=300),
        st.text(alphabet="\"'*():^-+~?\\{}[]%_ \u202e\u200b\u3000学校😀", max_size=60),
        st.integers().map(str),
        st.dates().map(str),
    )
    ends = time.monotonic() + FUZZ_SECONDS

    @settings(max_examples=200, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(st.sampled_from(names), values), max_size=12))
    def one(pairs: list[tuple[str, str]]) -> None:
        query: dict[str, list[str]] = {}
        for name, value in pairs:
            query.setdefault(name, []).append(value.encode("utf-8", "replace").decode())
        assert client.get("/projects/", query).status_code in (200, 400)

    while time.monotonic() < ends:
        one()
