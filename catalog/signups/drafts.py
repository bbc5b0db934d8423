"""What was typed into a sign-up form, kept in the session until the sign-up is done: never in an address.

It is kept when the form was complete and the code is still to come, and when its owner asks to log in first.
"""

import time
from typing import Any

from django.http import HttpRequest, QueryDict

from catalog.projects.models import Activity
from catalog.signups.forms import SignupEntryForm

PREFIX = "signup_draft:"
MOST_DRAFTS = 3
MOST_VALUES = 40
MOST_CHARACTERS = 2500

Draft = dict[str, list[str]]


def draft_key(activity: Activity) -> str:
    """Where the session keeps the draft for `activity`."""
    return f"{PREFIX}{activity.public_id}"


def draft_save(request: HttpRequest, activity: Activity, form: SignupEntryForm, data: QueryDict) -> None:
    """Keep what `data` says for the fields of `form`; the oldest draft goes when there are too many."""
    values = {
        name: [value[:MOST_CHARACTERS] for value in data.getlist(name)[:MOST_VALUES]]
        for name in form.fields
        if name in data
    }
    session = request.session
    session[draft_key(activity)] = {"values": values, "at": time.time()}
    kept = sorted((key for key in list(session.keys()) if key.startswith(PREFIX)), key=lambda key: session[key]["at"])
    for key in kept[:-MOST_DRAFTS]:
        del session[key]


def draft_load(request: HttpRequest, activity: Activity) -> Draft | None:
    """What was typed for `activity` in this session."""
    draft = request.session.get(draft_key(activity))
    return draft["values"] if draft else None


def draft_drop(request: HttpRequest, activity: Activity) -> None:
    """Forget what was typed for `activity`."""
    request.session.pop(draft_key(activity), None)


def draft_data(draft: Draft) -> QueryDict:
    """A draft as if it had just been sent."""
    data = QueryDict(mutable=True)
    for name, values in draft.items():
        data.setlist(name, values)
    return data


def draft_initial(draft: Draft, form: SignupEntryForm) -> dict[str, Any]:
    """A draft as what `form` shows at first: nothing is checked yet, nothing is lost."""
    data = draft_data(draft)
    return {
        name: field.widget.value_from_datadict(data, {}, name)
        for name, field in form.fields.items()
        if name in draft or name in ("join_waitlist", "agree")
    }
