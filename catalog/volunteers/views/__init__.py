"""What people see of accounts: the way in, one's own data, the privacy notice."""

from catalog.volunteers.views.entrance import too_many_requests

__all__ = ["too_many_requests"]
