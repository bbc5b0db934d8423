"""Addresses of accounts. allauth's own come after these (config.urls); those that are not needed lead to the one screen."""

from django.urls import path

from catalog.volunteers.views import entrance, personal

urlpatterns = [
    path("accounts/login/", entrance.entrance_view, name="account_login"),
    path("accounts/login/code/confirm/", entrance.entrance_code, name="account_confirm_login_code"),
    path("accounts/password-login/", entrance.password_login, name="account_password_login"),
    path("accounts/login/code/", entrance.to_entrance, name="account_request_login_code"),
    path("accounts/signup/", entrance.to_entrance, name="account_signup"),
    path("accounts/password/reset/", entrance.to_entrance, name="account_reset_password"),
    path("accounts/password/reset/done/", entrance.to_entrance, name="account_reset_password_done"),
    path("accounts/password/reset/key/done/", entrance.to_entrance, name="account_reset_password_from_key_done"),
    path("accounts/password/reset/key/<path:key>/", lambda request, key: entrance.to_entrance(request)),
    path("accounts/phone/change/", entrance.change_phone, name="account_change_phone"),
    path("accounts/phone/verify/", entrance.verify_phone, name="account_verify_phone"),
    path("accounts/reauthenticate/", entrance.reauthenticate, name="account_reauthenticate"),
    path("me/profile/", personal.profile, name="me_profile"),
    path("me/consent/", personal.consent, name="me_consent"),
    path("me/consent/refuse/", personal.consent_refuse, name="me_consent_refuse"),
    path("me/consent/end/", personal.consent_end, name="me_consent_end"),
    path("privacy/", personal.privacy, name="privacy"),
    path("privacy/<str:version>/", personal.privacy, name="privacy_version"),
]
