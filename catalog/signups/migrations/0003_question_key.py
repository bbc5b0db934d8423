from django.db import migrations, models

import catalog.core.models


def fill(apps, schema_editor):
    """Give each question that is there a key of its own."""
    questions = apps.get_model("catalog_signups", "Question")._base_manager
    for pk in questions.values_list("pk", flat=True):
        questions.filter(pk=pk).update(key=catalog.core.models.make_public_id())


class Migration(migrations.Migration):
    """A question is the same question in every version of its form: `key`."""

    dependencies = [("catalog_signups", "0002_initial")]

    operations = [
        migrations.AddField(
            model_name="question",
            name="key",
            field=models.CharField(
                default=catalog.core.models.make_public_id,
                editable=False,
                help_text="同一个问题在各个版本里相同。",
                max_length=10,
                verbose_name="标识",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(fields=("version", "key"), name="question_key_once_per_version"),
        ),
    ]
