"""The contact page and its form."""

from home.demo.content.page_shapes import ContactField, ContactPage

CONTACT_PAGE = ContactPage(
    slug="contact",
    title="联系我们",
    intro="项目信息不对、报名没人答复、想带队伍进来，都可以在这里说。写清楚是哪个项目，我们好找人。",
    purpose="你填写的内容只用来回复你这一次，不作别的用途。",
    thanks_title="收到了，谢谢你",
    thanks_text="工作日一般一天内答复，周末会晚一点。急事请直接打项目页上的电话。",
    subject="网站来信",
    fields=(
        ContactField(
            "想说的是",
            "dropdown",
            "",
            ("项目信息不对", "报名没人答复", "想带队伍加入", "个人信息的事", "网页用不了、看不清", "别的"),
        ),
        ContactField("哪个项目或页面", "singleline", "写标题或网址，不清楚就空着。", required=False),
        ContactField("请说说", "multiline", "什么时候、在哪里、发生了什么。别写身份证号和银行卡号。"),
        ContactField("怎么称呼你", "singleline", "写个称呼就行。", required=False),
        ContactField("答复发到哪个邮箱", "email", "不想要答复就空着。", required=False),
        ContactField("或者打哪个电话", "singleline", "邮箱和电话，留一样就够。", required=False),
    ),
    search_description="项目信息有误、报名没人答复、队伍想加入，都可以在这里告诉微笑焦作。",
)
