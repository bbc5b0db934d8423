"""Addresses of the site as a whole; the pages themselves are Wagtail's."""

from django.urls import path

from home import views

urlpatterns = [path("preferences/text/", views.text_size, name="text_size")]
