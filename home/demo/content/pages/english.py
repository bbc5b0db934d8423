"""English versions of the home page, about, how to take part, minors and privacy; the catalog stays Chinese."""

from home.demo.content.page_shapes import HomeText, IndexText, Link, StandardPage
from home.demo.content.writing import action, bullets, faq, heading, notice, prose, steps

HOME_EN = HomeText(
    title="Smiling Jiaozuo",
    intro="Every volunteer project of the city in one place. Find one, sign up, see you there.",
    shortcuts=(
        Link("This weekend", "/en/projects/?when=weekend"),
        Link("First time", "/en/projects/?audience=first-time"),
        Link("With children", "/en/projects/?audience=with-children"),
        Link("Places left", "/en/projects/?free=1"),
    ),
    days_title="Help wanted in the next three days",
    campaign_button="See open shifts",
    brands_title="Four old names, carried on every year",
    near_title="Near you",
    near_text=(
        "There are projects in all eleven districts and counties. No smartphone? Walk into a service station and ask."
    ),
    near_link=Link("Mostly seated", "/en/projects/?audience=seated"),
    figures_title="Happening now",
    history_title="Smiling since 1994",
    history_today="Your turn",
    body=(
        action(
            "Your first time?",
            "Five steps from looking to doing; the first two need no account.",
            "How to take part",
            "/en/join/",
        ),
        notice(
            "This is a demonstration",
            "The names of the brands and the history are real. People, phone numbers, dates and stories are invented.",
        ),
    ),
    search_description=(
        "All volunteer projects of Jiaozuo, Henan: find one by place, time or what you "
        "like to do, and sign up in three steps."
    ),
)

ABOUT_EN = StandardPage(
    slug="about",
    title="About us",
    intro="Smiling Jiaozuo puts the things that need hands and the people who lend one at the same table.",
    body=(
        prose(
            "People in Jiaozuo have volunteered since 1994; young people began. In 2009 an association joined "
            "the teams of many departments. In 2012 a call across the country found the slogan that this site "
            "is named after: 微笑焦作，志愿你我."
        ),
        heading("What you can do here"),
        bullets(
            "Find a project by place, time and what you would like to do",
            "Sign up in three steps; if it is full, join the line and hear at once when a place is free",
            "Keep the date, the place and the contact in your calendar, and cancel on your own",
            "As a team: write a notice and build your own sign-up form, without code",
        ),
        heading("What we do not do"),
        bullets(
            "No daily log-in, no ranking, no points",
            "No fees, no sales, no promises on behalf of a team",
            "No other use of your data",
        ),
        heading("Who does it"),
        prose(
            "Teams run their projects and answer for them. The platform sees that notices a"
            "re true and complete, that places are given fairly, and that your data stays w"
            "here it belongs."
        ),
        notice(
            "This is a demonstration",
            "The names of the brands and the history are real. People, phone numbers, dates and stories are invented.",
        ),
        action("Where to start", "Five steps.", "How to take part", "/en/join/"),
    ),
    search_description=(
        "Smiling Jiaozuo is the public volunteer service of Jiaozuo, Henan: projects, sign-up, teams and campaigns."
    ),
)

JOIN_EN = StandardPage(
    slug="join",
    title="How to take part",
    intro="Five steps from seeing a project to standing there. The first two need no account.",
    body=(
        steps(
            "Five steps",
            (
                "1",
                "Find one",
                "Choose a place, a time and what you would like to do. New? Pick “First-timers”: someone shows you.",
            ),
            (
                "2",
                "Read it",
                "What, where, when, who is wanted, the risks and what the team guarantees. In doubt, call the number.",
            ),
            ("3", "Sign up", "A code by mail or SMS logs you in, no password. Answer the team's few questions."),
            (
                "4",
                "Get an answer",
                "If there is a place, it is yours at once. If not, you join the line and hear when one is free.",
            ),
            ("5", "Be there", "Look for the red vest. If you can't come, cancel under “Me” and give your place away."),
        ),
        heading("Before you go"),
        bullets(
            "Clothes that you can move in, good shoes, a cup",
            "With a cold, stay at home, above all from the old and from children",
            "The team insures you; every project says how",
        ),
        notice(
            "No smartphone?", "Walk into the nearest service station, or call 0391-0000000 and let someone sign you up."
        ),
        action(
            "Pick one now",
            "These welcome people who come for the first time.",
            "For first-timers",
            "/en/projects/?audience=first-time",
        ),
    ),
    search_description="How to volunteer in Jiaozuo: find a project, read it, sign up, get an answer, be there.",
)

MINORS_EN = StandardPage(
    slug="minors",
    title="Under 18",
    intro="Children are welcome, with an adult beside them.",
    body=(
        prose(
            "Whoever is under 18 needs a guardian's consent or company; under 14 only toget"
            "her with a guardian. So says the Henan volunteer service regulation, art. 8."
        ),
        bullets(
            (
                "For now only adults sign up on this site: choose a project “for families with "
                "children” and say how many children come"
            ),
            "From 14 to 17, a guardian may call the team, which records the consent in writing",
            "No project at night, by the water, in the mountains or in a hospital takes minors on their own",
        ),
        faq(
            "Parents ask",
            ("Is my child insured?", "The project page says how; ask the contact whether a child must be named."),
            (
                "From what age?",
                "Picking up litter, planting and sorting books from five or six; visiting the elderly from school age.",
            ),
        ),
        action("Choose one with your child", "", "Projects with children", "/en/projects/?audience=with-children"),
    ),
    search_description="How minors take part in volunteer projects in Jiaozuo: with a guardian's consent or company.",
)

PRIVACY_EN = StandardPage(
    slug="personal-information",
    title="How we protect your data",
    intro="On one page: what we take, what not, who sees it, how to withdraw.",
    body=(
        bullets(
            (
                "We take your name, a mobile number or e-mail address, your date of birth (only"
                " to know whether you are 18) and your answers to a team's form"
            ),
            "We take no identity number, no bank card, no face and no location",
            "Only the team that you signed up with sees your name, contact and answers",
            "You can see, correct and copy your data, withdraw consent and close your account at any time",
            "Service records are kept at least ten years by law; on request we remove whatever identifies you",
        ),
        notice("Questions", "privacy@jiaozuo.example.org or 0391-0000000 (both are fictional)."),
        action("The whole notice", "The Chinese text is the one that counts.", "Read it", "/en/privacy/"),
    ),
    search_description="How Smiling Jiaozuo handles and protects volunteers' personal data, and what rights you have.",
)

INDEX_PAGES_EN = (
    IndexText(
        "teams",
        "Teams",
        "Runners, tutors, book swappers, carers. Pick one and go along.",
        "The volunteer teams of Jiaozuo and what they do next.",
    ),
    IndexText(
        "brands",
        "Project brands",
        "Books, seedlings, homework and a small table: little things, done for so long that they got a name.",
        "The four project brands of volunteer service in Jiaozuo.",
    ),
    IndexText(
        "campaigns",
        "Campaigns",
        "Holidays and festivals, the days on which the city needs hands most.",
        "Volunteer campaigns in Jiaozuo: May Day, National Day, Lei Feng month, Double Ninth.",
    ),
    IndexText(
        "stories",
        "Stories",
        "Told by those who were there. The stories themselves are in Chinese.",
        "Stories of volunteers in Jiaozuo: runs, homework, books, rivers and a whetstone.",
    ),
)

STANDARD_PAGES_EN = (ABOUT_EN, JOIN_EN, MINORS_EN, PRIVACY_EN)
