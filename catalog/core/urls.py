"""Addresses of the catalog's ground floor."""

from django.urls import path

from catalog.core import views

urlpatterns = [path("outbox/", views.outbox, name="outbox")]
