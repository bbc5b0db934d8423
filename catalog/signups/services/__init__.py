"""Writes about sign-ups and about the forms that teams build."""

from catalog.signups.services.forms import (
    form_discard,
    form_draft,
    form_publish,
    question_delete,
    question_move,
    question_save,
)
from catalog.signups.services.signups import (
    signup_cancel_by_team,
    signup_register,
    signup_submit,
    signup_withdraw,
    waitlist_advance,
)

__all__ = [
    "form_discard",
    "form_draft",
    "form_publish",
    "question_delete",
    "question_move",
    "question_save",
    "signup_cancel_by_team",
    "signup_register",
    "signup_submit",
    "signup_withdraw",
    "waitlist_advance",
]
