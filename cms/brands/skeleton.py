"""The friendly beginning of a team's page: questions that its leader answers in its place."""

from django.utils.translation import gettext as _

from catalog.teams.models import Team


def story_skeleton(team: Team) -> list[tuple[str, object]]:
    """Blocks of TeamStreamBlock that show how a page may go on; nothing in it is a fact."""
    return [
        ("heading", _("我们是怎么开始的")),
        (
            "paragraph",
            _("<p>写两三句：谁先想到的，第一次做了什么，为什么一直做到现在。</p>"),
        ),
        (
            "steps",
            {
                "title": _("跟着我们过半天"),
                "steps": [
                    {"at": "09:00", "title": _("集合"), "text": _("在哪儿集合，找谁，带什么。")},
                    {"at": "09:30", "title": _("开始做"), "text": _("主要做什么，分几组。")},
                    {"at": "11:00", "title": _("收尾"), "text": _("怎么结束，一起做点什么。")},
                ],
            },
        ),
        ("quote", {"text": _("把队员或被帮助的人说过的一句话写在这里。"), "source": _("谁说的（先得到本人同意）")}),
    ]
