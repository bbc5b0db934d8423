"""Addresses of sign-ups: the form below its activity, one's own below /me/, the team's tools below /team/."""

from django.urls import include, path

from catalog.signups.views import me, signup, team

PROJECT = "team/projects/<slug:public_id>/"
QUESTION = f"{PROJECT}form/questions/<slug:key>/"

signup_patterns = [
    path("projects/<slug:public_id>/activities/<slug:activity_id>/signup/", signup.signup, name="signup"),
    path("me/signups/<slug:public_id>/", me.detail, name="detail"),
    path("me/signups/<slug:public_id>/withdraw/", me.withdraw, name="withdraw"),
    path("me/signups/<slug:public_id>/calendar.ics", me.calendar, name="calendar"),
    path("me/signups/<slug:public_id>/qr.png", me.qr, name="qr"),
    path("team/", team.team, name="team"),
    path(f"{PROJECT}form/", team.form, name="form"),
    path(f"{PROJECT}form/edit/", team.form_edit, name="form_edit"),
    path(f"{PROJECT}form/preview/", team.preview, name="form_preview"),
    path(f"{PROJECT}form/publish/", team.publish, name="form_publish"),
    path(f"{PROJECT}form/discard/", team.discard, name="form_discard"),
    path(f"{PROJECT}form/questions/add/", team.question_add, name="question_add"),
    path(QUESTION, team.question_edit, name="question_edit"),
    path(f"{QUESTION}move/", team.question_place, name="question_move"),
    path(f"{QUESTION}delete/", team.question_remove, name="question_delete"),
    path(f"{PROJECT}activities/<slug:activity_id>/", team.roster, name="roster"),
]

urlpatterns = [
    path("me/", me.me, name="me"),
    path("", include((signup_patterns, "signups"))),
]
