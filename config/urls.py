"""All addresses. Chinese has no prefix, English is below /en/; Wagtail's pages come last."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from catalog.volunteers.views.entrance import to_entrance, to_password_login
from cms.core import admin_urls as guarded_urls
from config.admin import relaxed_policy

urlpatterns = [
    path("admin/login/", to_password_login),
    path("admin/password_reset/", to_entrance),
    path("admin/password_reset/<path:rest>", lambda request, rest: to_entrance(request)),
    path("admin/", include(relaxed_policy(guarded_urls.urlpatterns))),
    path("admin/", include(relaxed_policy(wagtailadmin_urls.urlpatterns))),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.SERVE_MEDIA:
    from config.media import serve_media

    urlpatterns += [path("media/<path:path>", serve_media)]

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("", include("search.urls")),
    path("", include("catalog.core.urls")),
    path("", include("catalog.volunteers.urls")),
    path("", include("catalog.projects.urls")),
    path("", include("catalog.signups.urls")),
    path("accounts/", include("allauth.urls")),
    path("", include("cms.core.urls")),
    prefix_default_language=False,
)

handler400 = "home.views.bad_request"
handler429 = "catalog.volunteers.views.too_many_requests"  # asked for by django-allauth
