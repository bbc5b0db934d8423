"""A campaign without a holiday: weeks in which newcomers are called, for the months when no other campaign is near."""

from home.demo.content.page_shapes import Campaign, Partner, ProjectQuery
from home.demo.content.writing import action, bullets, faq, notice, prose, steps

#: The days before and after the day of loading between which it lies.
DAYS_BEFORE, DAYS_AFTER = 6, 28

WELCOME = Campaign(
    slug="welcome",
    title="头一回，有人陪你去",
    title_en="Your first time, and somebody goes along",
    kicker="新人月",
    summary="没做过志愿者？这几个星期，下面的项目都给新人留着位置，到了有老队员带着你做。",
    story=(
        prose(
            "第一次最难的不是做事，是推门。不知道找谁，不知道站哪儿，怕做错，怕添乱。其实每一个老队员都站在门口犹豫过。"
        ),
        prose("所以这几个星期，我们换个做法：新人报名，老队员到门口接。两个人一组，你看一遍，他看你一遍，做完一起走。"),
        steps(
            "头一回是这样过的",
            ("报名", "写一句话", "在“想跟队伍说的”里写上：我是第一次来。"),
            ("到了", "门口有人", "找穿红马甲的人，他知道你今天要来。"),
            ("做着", "两人一组", "先看，再试，做慢一点没关系。"),
            ("完了", "说句实话", "喜欢就约下一回，不喜欢就换一个，谁也不怪你。"),
        ),
        bullets(
            "怕累的：挑“不用久站”的，坐着就能做",
            "带孩子的：挑“可以带孩子”的，大人报名，孩子一起来",
            "只有周末有空：每个周末都有，半天就够",
        ),
        notice("报了就来", "来不了，提前在“我的”里取消。位置会马上让给排在后面的人，他也是头一回。"),
        faq(
            "常有人问",
            ("要准备什么？", "一双好走的鞋，一只水杯。要带别的，项目页上会写。"),
            ("做不好怎么办？", "没有人第一回就做得好。带你的人当年也打翻过一锅粥。"),
        ),
        action(
            "没有合适的？", "全市的项目都能按“第一次来”来挑。", "看第一次来的项目", "/projects/?audience=first-time"
        ),
    ),
    goal_text="目标：每一个头一回来的人，门口都有人接",
    goal_volunteers=300,
    goal_places=600,
    holiday="",
    days_before=DAYS_BEFORE,
    days_after=DAYS_AFTER,
    query=ProjectQuery(),
    partners=(
        Partner("门口的长椅（虚构）", "每个站点一把等人的椅子"),
        Partner("老面馒头坊（虚构）", "新人第一回的早饭"),
    ),
    picture="brand-gangwan",
)
