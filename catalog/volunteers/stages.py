"""The steps between a password or a code and being logged in."""

from allauth.account.adapter import get_adapter
from allauth.account.stages import EmailVerificationStage
from django.http import HttpResponse


class AddressStage(EmailVerificationStage):
    """Asks for a code by mail only where no address of the account is verified: a verified mobile number is enough."""

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Pass people with a verified number; everybody else goes allauth's way."""
        user = self.login.user
        phone = get_adapter().get_phone(user) if user else None
        return (None, True) if phone and phone[1] else super().handle()
