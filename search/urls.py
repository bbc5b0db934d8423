"""Addresses of the list of projects and of what machines read. A project's own page is `catalog.projects`'."""

from django.urls import path
from wagtail.contrib.sitemaps.views import sitemap

from search import views
from search.feeds import NewProjectsFeed
from search.sitemaps import ListSitemap, PageSitemap, ProjectSitemap

SITEMAPS = {"lists": ListSitemap, "projects": ProjectSitemap, "pages": PageSitemap}

urlpatterns = [
    path("projects/", views.project_list, name="project_list"),
    path("feeds/projects.atom", NewProjectsFeed(), name="projects_feed"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", views.robots_txt, name="robots_txt"),
]
