"""Sign-ups: the form that a team asks, and who comes to what."""

from catalog.signups.models.form import Question, SignupForm, SignupFormVersion
from catalog.signups.models.signup import Answer, Signup, SignupTransition

__all__ = [
    "Answer",
    "Question",
    "Signup",
    "SignupForm",
    "SignupFormVersion",
    "SignupTransition",
]
