from django.apps import AppConfig


class SignupsConfig(AppConfig):
    name = "catalog.signups"
    label = "catalog_signups"
    verbose_name = "报名"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Answer what projects ask upwards, and listen to what they say."""
        from catalog.projects import places
        from catalog.projects.signals import activity_changing, activity_saved
        from catalog.signups import receivers
        from catalog.signups.querysets import held_places, waiting_people
        from catalog.signups.views import signup
        from catalog.volunteers import entrance

        places.register(held=held_places, waiting=waiting_people)
        activity_changing.connect(receivers.refuse_capacity_below_held)
        activity_saved.connect(receivers.follow_activity)
        entrance.register(signup.CONTINUATION, signup.go_on)
