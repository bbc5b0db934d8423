"""The first home page: it takes the place of Wagtail's welcome page, so that a fresh site answers."""

from django.db import migrations

ROOT_TITLE = "全部页面"
COLLECTION_NAME = "全部"
HOME_TITLE = "首页"


def create_home_page(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    HomePage = apps.get_model("home", "HomePage")
    Site = apps.get_model("wagtailcore", "Site")
    Collection = apps.get_model("wagtailcore", "Collection")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")

    Page.objects.filter(depth=1, title="Root").update(title=ROOT_TITLE, draft_title=ROOT_TITLE)
    Collection.objects.filter(depth=1, name="Root").update(name=COLLECTION_NAME)
    if HomePage.objects.exists():
        return
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page").first()
    if welcome is None:
        return
    Site.objects.filter(root_page=welcome).delete()
    welcome.delete()
    content_type, _created = ContentType.objects.get_or_create(app_label="home", model="homepage")
    locale, _created = Locale.objects.get_or_create(language_code="zh-hans")
    home = HomePage.objects.create(
        title=HOME_TITLE,
        draft_title=HOME_TITLE,
        slug="home",
        content_type=content_type,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=locale,
        show_in_menus=False,
    )
    Site.objects.create(hostname="localhost", root_page_id=home.pk, is_default_site=True, site_name="")


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(create_home_page, migrations.RunPython.noop)]
