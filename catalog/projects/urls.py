"""Addresses of projects: the page, its calendars, its poster; the list at /projects/ is `search`'s."""

from django.urls import path

from catalog.projects import views

app_name = "projects"

urlpatterns = [
    path("projects/<slug:public_id>/", views.project_detail, name="detail"),
    path("projects/<slug:public_id>/calendar.ics", views.project_calendar, name="calendar"),
    path("projects/<slug:public_id>/poster/", views.project_poster, name="poster"),
    path("projects/<slug:public_id>/qr.png", views.project_qr, name="qr"),
    path(
        "projects/<slug:public_id>/activities/<slug:activity_id>/calendar.ics",
        views.activity_calendar,
        name="activity_calendar",
    ),
    path("feeds/teams/<slug:public_id>.ics", views.team_calendar, name="team_calendar"),
]
