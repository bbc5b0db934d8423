"""Accounts: log-in by e-mail or mobile number with a one-time code (django-allauth).

One screen logs in and signs up: `catalog.volunteers.entrance` lets allauth's log-in by code make the account when there was none.
"""

import environ

env = environ.Env()

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "me"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "catalog.volunteers.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "add_email": "catalog.volunteers.forms.NewEmailForm",
    "change_phone": "catalog.volunteers.forms.NewPhoneForm",
    "change_password": "catalog.volunteers.forms.PasswordChangeForm",
    "confirm_email_verification_code": "catalog.volunteers.forms.EmailCodeForm",
    "confirm_login_code": "catalog.volunteers.forms.LoginCodeForm",
    "reauthenticate": "catalog.volunteers.forms.PasswordAgainForm",
    "set_password": "catalog.volunteers.forms.PasswordSetForm",
    "verify_phone": "catalog.volunteers.forms.PhoneCodeForm",
}
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "phone"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "catalog.volunteers.selectors.account_label"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = 5
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 5
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = 5
ACCOUNT_PREVENT_ENUMERATION = True

# A code: six digits, ten minutes, five tries.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PHONE_VERIFICATION_TIMEOUT = 10 * 60
ACCOUNT_PHONE_VERIFICATION_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_TIMEOUT = 30 * 60

# By identifier first. By address only loosely: a school or a district office is one address to the outside.
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "request_login_code": "3/m/key,12/h/key,300/m/ip",
    "login_failed": "5/5m/key,300/m/ip",
    "verify_phone": "3/m/key,12/h/key,300/m/ip",
    "confirm_email": "3/m/key,12/h/key,300/m/ip",
    "change_phone": "5/m/user",
    "manage_email": "10/m/user",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
# How many proxies of one's own stand in front: whose X-Forwarded-For is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)

# Codes by SMS go to numbers of these countries only: a foreign number costs much, and is what fraud with paid SMS lives on.
SMS_COUNTRY_CODES = [86]
PHONENUMBER_DEFAULT_REGION = "CN"
PHONENUMBER_DB_FORMAT = "E164"

# The second factor of staff.
MFA_ADAPTER = "catalog.volunteers.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp"]
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "activate_totp": "catalog.volunteers.forms.SecondFactorActivateForm",
    "authenticate": "catalog.volunteers.forms.SecondFactorForm",
    "reauthenticate": "catalog.volunteers.forms.SecondFactorAgainForm",
}
