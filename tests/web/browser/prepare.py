"""Makes a workspace ready for the browser tests: tables, somebody of each role, the bundled example, things to read."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date, timedelta

os.environ["DJANGO_SETTINGS_MODULE"] = "communique.web.settings"
import django

django.setup()

from django.utils import timezone  # noqa: E402

from communique.db.models import DossierRow, ReleaseRow  # noqa: E402
from communique.model.corrections import What  # noqa: E402
from communique.web.accounts.letters import password_link  # noqa: E402
from communique.web.accounts.models import Role, User  # noqa: E402
from communique.web.accounts.services import invitation_add, token_add  # noqa: E402
from communique.web.accounts.services.joining import invitation_link  # noqa: E402
from communique.web.discussion.adding import Draft as CommentDraft  # noqa: E402
from communique.web.discussion.adding import comment_add  # noqa: E402
from communique.web.discussion.models import Comment  # noqa: E402
from communique.web.discussion.services import (  # noqa: E402
    block_add_words,
    comment_confirm,
    comments_moderate,
    note_add,
)
from communique.web.discussion.states import Act  # noqa: E402
from communique.web.discussion.tokens import Purpose, link_token  # noqa: E402
from communique.web.jobs.models import Job, State  # noqa: E402
from communique.web.jobs.services import job_add, job_run  # noqa: E402
from communique.web.publishing.demo import demo_analysis_add  # noqa: E402
from communique.web.publishing.models import Publication  # noqa: E402
from communique.web.publishing.services import (  # noqa: E402
    analysis_correct,
    analysis_publish,
    analysis_review,
    analysis_revise,
    analysis_submit,
)
from communique.web.publishing.services.writing import draft_of, newest_revision  # noqa: E402
from communique.web.serving.tables import bring_up_to_date  # noqa: E402
from communique.web.workbench.comparisons.selectors import KIND as COMPARISON  # noqa: E402
from communique.web.workbench.corrections.services import correction_add  # noqa: E402
from communique.web.workbench.dossiers.auditing import JOB as AUDIT  # noqa: E402
from communique.web.workbench.dossiers.gathering import gathering_ask  # noqa: E402
from communique.web.workbench.dossiers.selectors import dossier_get  # noqa: E402
from communique.web.workbench.dossiers.services import dossier_copy, dossier_remove  # noqa: E402
from communique.web.workbench.dossiers.sheets import JOB as SHEET  # noqa: E402
from communique.web.workbench.dossiers.sheets import sheet_ask  # noqa: E402
from communique.web.workbench.intake.services import example_add  # noqa: E402
from communique.web.workbench.models.dossiers import EssayAudit  # noqa: E402
from communique.web.workbench.models.searches import Alert, SavedSearch  # noqa: E402
from communique.web.workbench.pairs.selectors import KIND as PAIR  # noqa: E402
from communique.web.workbench.searches.services import search_save, unsubscribe_token  # noqa: E402

PASSWORD = "a long fictional pass phrase"
SITE = "http://desk.example"
TITLES = {
    "talks": "Talks with Prime Minister of Velmark",
    "account": "Prime Minister Korin meets President Vesk",
    "december": "Meeting with Prime Minister of Velmark",
    "interview": "Interview of Prime Minister Korin",
}
"""Releases of the example, by what the tests call them."""

SHEETS = ("timeline", "protocol", "findings")
WHY = "A reader pointed at the hour of the ferry."
FAULT = "wanted a page of text, got an answer “404 Not Found” from press.velmark.example; look at the address"


def main() -> None:
    """Prepare, and print what tests need to know as one line of JSON."""
    bring_up_to_date()
    people = {
        role: User.objects.create_user(
            f"{role.value}@desk.example", PASSWORD, name=f"The {role.value}", role=role.value
        )
        for role in Role
    }
    done(example_add(people[Role.ANALYST]))
    done(*Job.objects.filter(kind=AUDIT))
    dossier = DossierRow.objects.get().name
    keys = {
        name: ReleaseRow.objects.filter(title__startswith=title).latest("issued").key for name, title in TITLES.items()
    }
    told = keys | {"dossier": dossier, "audit": str(EssayAudit.objects.get().pk)}
    dossier_remove(
        dossier_copy(dossier_get(dossier), "a-second-look", actor=people[Role.ANALYST]), actor=people[Role.EDITOR]
    )
    waiting = (one.code for one in dossier_get(dossier).dossier.forecasts if one.outcome is None)
    told["forecast"] = next(waiting)
    told |= desk_filled(people, keys, dossier) | analyses_written(people) | people_known(people)
    print(json.dumps(told | comments_sent(people)))  # noqa: T201 - the tests read it


def done(*jobs: Job) -> None:
    """Do work here and now: the workspace is not served yet."""
    for job in jobs:
        job_run(job.key)
        job.refresh_from_db()
        if job.fault:
            raise SystemExit(job.fault)


def desk_filled(people: dict[Role, User], keys: dict[str, str], dossier: str) -> dict[str, str]:
    """Correct a release, compare two, seek releases for the dossier, save a search; leave work half done and failed."""
    analyst, administrator = people[Role.ANALYST], people[Role.ADMINISTRATOR]
    interview = keys["interview"]
    reason = "The paper printed it a day after the talk."
    sought = gathering_ask(dossier_get(dossier), ("XA", "XV"), (date(2021, 2, 1), date(2021, 2, 28)), actor=analyst)
    compared = {"first": keys["talks"], "second": keys["account"]}
    done(
        correction_add(analyst, interview, What.DATE, "", (("day", "2021-03-05"),), reason=reason),
        job_add(COMPARISON, "Comparing the two accounts of the talks", compared, actor=administrator),
        job_add(PAIR, "Drawing Arvenia and Velmark", {"one": "XA", "other": "XV"}, actor=administrator),
        sought,
    )
    for kind in SHEETS:
        sheet_ask(dossier_get(dossier), kind, actor=analyst)
    done(*Job.objects.filter(kind=SHEET))
    search = search_save(
        SavedSearch(name="Ferries and tugboats between Sund and Tarsk", words="ferry", alert=Alert.DAILY), administrator
    )
    running = Job.objects.create(
        kind="address",
        title="Reading https://press.velmark.example/newsroom/a-list-of-pages-with-a-rather-long-address",
        state=State.RUNNING,
        step="Reading velmark-2021.html",
        done=3,
        total=12,
        actor=administrator,
        beat=timezone.now() + timedelta(days=3650),
    )
    failed = Job.objects.create(
        kind="address",
        title="Reading https://press.velmark.example/newsroom/not-there",
        state=State.FAILED,
        fault=FAULT,
        actor=administrator,
        ended=timezone.now(),
    )
    return {
        "gathered": str(sought.key),
        "running": str(running.key),
        "failed": str(failed.key),
        "search": str(search.pk),
        "unsubscribe": unsubscribe_token(search),
    }


def analyses_written(people: dict[Role, User]) -> dict[str, str]:
    """Write the bundled analysis four times: a draft, one in review, one reviewed, one published and corrected."""
    analyst, editor = people[Role.ANALYST], people[Role.EDITOR]
    draft, review, reviewed, published = [demo_analysis_add(analyst) for _ in range(4)]
    for analysis in (review, reviewed, published):
        analysis_submit(analysis)
    for analysis in (reviewed, published):
        analysis_review(analysis, editor, passed=True, remarks="Clear. I have checked both quotations.")
    analysis_publish(published)
    analysis_correct(published, why=WHY)
    revision = newest_revision(published)
    text = f"{revision.text}\n\n[Readers wrote to us about the hour of the ferry, and we thank them.](view)"
    analysis_revise(published, analyst, replace(draft_of(revision), text=text), base=revision.number)
    analysis_submit(published)
    analysis_review(published, editor, passed=True)
    analysis_publish(published, what="A word of thanks at the end.", why=WHY)
    return {
        "draft": str(draft.pk),
        "review": str(review.pk),
        "reviewed": str(reviewed.pk),
        "published": str(published.pk),
        "slug": Publication.objects.get().slug,
    }


def comments_sent(people: dict[Role, User]) -> dict[str, str]:
    """Send comments: one published with an answer, one to be read, one whose address is not confirmed yet."""
    publication, now, editor = Publication.objects.get(), timezone.now(), people[Role.EDITOR]

    def sent(name: str, words: str, sentence: int | None = None, reply_to: Comment | None = None) -> Comment:
        email = f"{name.split(maxsplit=1)[0].lower()}@reader.example"
        return comment_add(
            CommentDraft(
                publication=publication,
                nonce=name,
                name=name,
                email=email,
                words=words,
                sentence=sentence,
                citable=True,
                reply_to=reply_to,
            ),
            now=now,
        )

    published = sent("Berit of Sund", "The ferry sailed at eight that winter; my brother worked on it.", 2)
    comment_confirm(published, now=now)
    comments_moderate([published.pk], Act.PUBLISH, actor=editor, now=now)
    published.refresh_from_db()
    answer = sent("Arne Holt", "At nine from Tarsk, at eight from Sund: both of you are right.", reply_to=published)
    comment_confirm(answer, now=now)
    comments_moderate([answer.pk], Act.PUBLISH, actor=editor, now=now)
    pending = sent(
        "Vesna Aland", "Who wrote the list of documents, and when?\n\nIt matters for the order of the story."
    )
    comment_confirm(pending, now=now)
    note_add(pending, "Asked a colleague who knows the list.", actor=editor, now=now)
    block_add_words("cheap tugboats", reason="Advertising.", actor=editor, now=now)
    waiting = sent("Orla Finn", "I was on the quay that day.")
    return {
        "comment": str(published.pk),
        "pending": str(pending.pk),
        "sent": link_token(Purpose.SENT, waiting),
        "confirm": link_token(Purpose.CONFIRM, waiting),
        "erase": link_token(Purpose.ERASE, published),
    }


def people_known(people: dict[Role, User]) -> dict[str, str]:
    """Invite somebody, forget a password, make a token."""
    administrator = people[Role.ADMINISTRATOR]
    invitation = invitation_add("ottar.lind@desk.example", Role.ANALYST, actor=administrator, site=SITE, language="en")
    token_add(administrator, "the reading room's timetable", scope="read", days=90)
    return {"join": invitation_link(invitation), "password": password_link(people[Role.READER])}


if __name__ == "__main__":
    main()
