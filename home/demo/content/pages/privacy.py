"""The privacy notice that people consent to (个人信息保护法 art. 14–17, 24, 28–31, 45–47, 51), in plain words."""

from home.demo.content.page_shapes import PrivacyNotice

_TEXT = """
你把名字和电话交给我们，我们就该说清楚：拿什么、做什么、给谁看、放多久、你能怎么管。全文不长，三分钟看完。

## 谁在处理

处理你个人信息的是微笑焦作志愿服务平台（演示站）。联系方式在最后一节。

## 我们要什么，为什么

- 姓名：签到时核对是不是你，队伍叫得出你。
- 手机号或邮箱：登录，收报名结果、提醒和改期通知。留一样就够。
- 出生日期：只用来判断是否满 18 岁。队伍看不到你的生日。
- 报名表上的回答：队伍为这个项目问的，比如穿多大的马甲。可以不答的，旁边都写着。
- 报名和参加的记录：哪个项目、哪一场、结果怎样，用来排班和记服务时长。

这些是报名必须的。不给，就没法报名；但找项目、看项目，不用登录，也不用给任何信息。

## 我们不要什么

- 现在不收身份证号，不收银行卡号，不收人脸。
- 不记你的位置。
- 不按你的浏览习惯排项目。谁来搜，看到的都一样。
- 不卖、不换、不拿去做广告。页面里没有别家的统计代码。

## 谁能看到

- 你报名的那支队伍：看得到你的姓名、联系方式和这个项目的回答，只能用来联系你和安排这次服务。
- 平台的管理员：处理问题时才看。
- 公开的页面上没有你的名字。以后要公开表彰名单，会单独问你，你说不，就不登。
- 法律要求我们提供时，只给法律要的那一部分。

## 放多久

- 账号信息：你用多久，放多久；注销后删掉。
- 服务记录：《志愿服务条例》要求长期保存，至少十年。你要求删除时，我们把姓名和联系方式抹掉，只留不认得出你的记录。
- 访问日志：网络安全法要求留存不少于六个月，到期清除。

## 你能做什么

- 看和复制：登录后在“我的”里看；要一份完整的，写信给我们。
- 改：写错了，自己改，或者让我们改。
- 撤回同意、注销账号：随时可以，不影响之前已经做过的事。
- 问：任何一条看不懂，都可以让我们解释。
- 投诉：觉得我们做得不对，先找我们；不满意，可以向网信部门举报。

我们一般三个工作日内答复，最长不超过十五个工作日。

## 未满 18 岁

未满 18 岁的，现在还不能在本站自己报名，请和监护人一起参加，做法写在“未成年人怎样参加”里。未满 14 岁的，个人信息要由监护人同意，我们按更严的规矩保管。

## 怎样保管

数据存在中国境内的服务器上，传输加密，谁能看按最小需要给。万一发生泄漏，我们会尽快告诉你发生了什么、该怎么做。

## 改了会告诉你

这份说明每一版都有编号和日期，旧的也留着能看。内容有变，下次报名时会请你重新看、重新同意。

## 找谁

个人信息的事，写信到 privacy@jiaozuo.example.org，或打 0391-0000000（每天 8:00–18:00）。电话和邮箱都是演示用的。
""".strip()

_TEXT_EN = """
You give us your name and number, so we say what we take, what for, who sees it, how long we keep it and what you can do. The Chinese text is the one that counts.

## Who

The volunteer platform 微笑焦作 (a demonstration). How to reach us is at the end.

## What we ask for, and why

- Name: to find you on the list when you arrive.
- Mobile number or e-mail address, one is enough: to log in, and for answers, reminders and changes.
- Date of birth: only to know whether you are 18. Teams do not see it.
- Your answers on a team's form: for this one project.
- What you signed up for and took part in: for the roster and your service record.

Looking for projects needs no account and no data.

## What we do not ask for

- No identity number, bank card or face.
- No location.
- No ranking by what you looked at, no advertising, no tracking by others.

## Who sees it

- The team you signed up with, to reach you and plan this service.
- The platform's administrators when they solve a problem.
- Nobody in public. Before a name is published we ask you separately.

## How long

- Your account: until you close it.
- Service records: at least ten years by law. If you ask us to erase them, we remove whatever identifies you.
- Access logs: six months, as the law demands.

## Your rights

See, copy, correct, delete, withdraw consent, close your account, ask for an explanation, complain. We answer within fifteen working days at most.

## Under 18

You cannot sign up here on your own yet; take part together with a guardian. Under 14, a guardian must consent.

## Contact

privacy@jiaozuo.example.org or 0391-0000000, daily 8:00 to 18:00 (both are fictional).
""".strip()

PRIVACY_NOTICE = PrivacyNotice(
    version="1",
    title="个人信息告知",
    summary="姓名和联系方式只给你报名的那支队伍看，用来联系你和安排这次服务。不收身份证号，不记位置，随时可以撤回。",
    text=_TEXT,
    text_en=_TEXT_EN,
)
