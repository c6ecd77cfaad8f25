"""Versions of sentences about the house's fictional states, each pair with the kinds of its edit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.collation.edits.names import PlaceNames, make_places
from communique.model import Edit, Release
from communique.reference import build_gazetteer, load_tables
from communique.reference.loading import fictional_folder


@dataclass(frozen=True, slots=True)
class Versions:
    """An earlier and a later text, the kinds expected (in any order), and their language."""

    before: str
    after: str
    kinds: frozenset[str]
    language: str = "en"


def version(text: str, *, title: str = "", language: str = "en", place: str | None = None) -> Release:
    """Make a version of a release of a fictional office."""
    return Release(address="https://xa.example/1", issuer="", language=language, title=title, text=text, place=place)


@cache
def fictional_places(language: str = "en") -> PlaceNames:
    """Give the names of the fictional states beside the shipped ones."""
    return make_places(build_gazetteer(language, load_tables(fictional_folder())))


def versions(before: str, after: str, *kinds: str, language: str = "en") -> Versions:
    """Make a row of the table."""
    return Versions(before, after, frozenset(kinds), language)


def quoted(edit: Edit) -> list[tuple[str | None, str | None]]:
    """Give the changed words of each change, before and after."""
    return [
        (edit.before.words(c.before) if c.before else None, edit.after.words(c.after) if c.after else None)
        for c in edit.changes
    ]


COSMETIC = (
    versions("The sides agreed on teh text.", "The sides agreed on the text.", "typo"),
    versions("The sides agreed on on the text.", "The sides agreed on the text.", "typo"),
    versions("The goverment welcomed it.", "The government welcomed it.", "typo"),
    versions("The sides met in the hall,", "The sides met in the hall.", "typo"),
    versions("The Ministers met.", "The ministers met.", "typo"),
    versions("They named ten winners.", "They named 10 winners.", "typo"),
    versions("Trade fell by 5% overall.", "Trade fell by 5 percent overall.", "typo"),
    versions("The plan affects 12 ferries.", "The plan effects 12 ferries.", "typo"),
    versions("The sides approved a well-known plan.", "The sides approved a well known plan.", "typo"),
    versions("The sides met,and they agreed.", "The sides met, and they agreed.", "markup_spacing"),
    versions("TheGovernment agreed.", "The Government agreed.", "markup_spacing"),
    versions("The sides met – and agreed.", "The sides met — and agreed.", "markup_spacing"),
    versions('He said "yes" to it.', "He said “yes” to it.", "markup_spacing"),
    versions(
        "They [agreed](https://a.example/x) today.", "They [agreed](https://a.example/y) today.", "markup_spacing"
    ),
    versions("The **sides** met.", "The sides met.", "markup_spacing"),
    versions("The sides have agree to meet.", "The sides have agreed to meet.", "typo"),
    versions("The sides signed the agree text.", "The sides signed the agreed text.", "typo"),
    versions("The sides supports the plan.", "The sides support the plan.", "typo"),
    versions("The note comes form Tarsk.", "The note comes from Tarsk.", "typo"),
    versions("The untied crews sailed.", "The united crews sailed.", "typo"),
    versions("The ferry has it's flag.", "The ferry has its flag.", "typo"),
    versions("They spoke of its important.", "They spoke of its importance.", "typo"),
    versions("They spoke of the labor market.", "They spoke of the labour market.", "typo"),
    versions("They signed it on February 10, 2021.", "They signed it on 10 February 2021.", "typo"),
    versions("They signed it on Feb. 10.", "They signed it on February 10.", "typo"),
    versions("They met Foreign Minister Ilsa Brandt.", "They met Foreign Minister Ilse Brandt.", "name_spelling"),
    versions("President Ilmar Vesk came.", "President Ilmar B. Vesk came.", "name_spelling"),
    versions("President Vesk Ilmar came.", "President Ilmar Vesk came.", "name_spelling"),
    versions("They met Tomás Ried.", "They met Tomas Ried.", "name_spelling"),
    versions("President Kwon Jae-in came.", "President Kwon Jae In came.", "name_spelling"),
    versions("Состоялся телефоный разговор.", "Состоялся телефонный разговор.", "typo", language="ru"),
    versions("Они встретили «гостей».", "Они встретили “гостей”.", "markup_spacing", language="ru"),
    versions("Встреча прошла 10 февраля 2021 года.", "Встреча прошла 10.02.2021.", "typo", language="ru"),
    versions("Президент Ильмар Веск келді.", "Президент Ильмар Вэск келді.", "name_spelling", language="kk"),
    versions("Он встретился с Аделой Корин.", "Он встретился с Аделой Корен.", "name_spelling", language="ru"),
)

SUBSTANTIVE = (
    versions("Arvenia will give $40 million.", "Arvenia will give $45 million.", "figure_changed"),
    versions("Trade reached 3 million tonnes.", "Trade reached 3 billion tonnes.", "figure_changed"),
    versions("The talks lasted two hours.", "The talks lasted three hours.", "figure_changed"),
    versions("They sent 250 old vehicles.", "They sent old vehicles.", "figure_changed"),
    versions("It serves 13 million families.", "It serves 13 million citizens.", "figure_changed"),
    versions("It led 164 states to join.", "It led more than 160 states to join.", "figure_changed"),
    versions("More than 200 ships came.", "Nearly 200 ships came.", "figure_changed", "position_softened"),
    versions("The loan is for the next 10 years.", "The loan is.", "other"),
    versions("The talks begin on 5 March.", "The talks begin on 7 March.", "date_changed"),
    versions("The talks began on Monday.", "The talks began on Tuesday.", "date_changed"),
    versions("The talks were held in Tarsk.", "The talks were held in Sund.", "place_changed"),
    versions("Aid goes to Lower and Upper Counties.", "Aid goes to Lower and Northern Counties.", "place_changed"),
    versions("He met Foreign Minister Ilse Brandt.", "He met Defence Minister Ilse Brandt.", "title_or_office"),
    versions("He met General Ilse Brandt.", "He met Ilse Brandt.", "title_or_office"),
    versions("Dear Madam Speaker.", "Dear Mr. Speaker.", "title_or_office"),
    versions(
        "Present were Adela Korin, Davor Selim and Ilmar Vesk.",
        "Present were Adela Korin and Ilmar Vesk.",
        "participant_removed",
    ),
    versions(
        "Taking part were Prime Minister Adela Korin and Ilmar Vesk.",
        "Taking part were Prime Minister Adela Korin, Finance Minister Tomas Ried and Ilmar Vesk.",
        "participant_added",
    ),
    versions(
        "The ministers of Arvenia, Velmark, Tholia and Ostrand met.",
        "The ministers of Arvenia, Tholia and Ostrand met.",
        "participant_removed",
    ),
    versions(
        "He met President Davor Selim.", "He met President Osmund Hale.", "participant_removed", "participant_added"
    ),
    versions("The sides must sign it.", "The sides should sign it.", "position_softened"),
    versions("He called for a ceasefire.", "He demanded a ceasefire.", "position_hardened"),
    versions("They support the treaty.", "They strongly support the treaty.", "position_hardened"),
    versions("They reaffirmed their strong interest.", "They reaffirmed their interest.", "position_softened"),
    versions(
        "They agreed to meet.",
        "They agreed to meet and pledged to end all the attacks on ferries.",
        "sentence_added",
        "position_hardened",
    ),
    versions("Arvenia condemns the strike.", "Arvenia condemned the strike.", "other"),
    versions("The sides agree to meet.", "The sides agreed to meet.", "other"),
    versions("The programme starts in May.", "The programme started in May.", "other"),
    versions("The sides will adopt the plan.", "The sides will adapt the plan.", "other"),
    versions("President Condemns Strike", "President Condemned Strike", "other"),
    versions("He met Foreign Minister Marsh.", "He met Foreign Minister Harsh.", "other"),
    versions("They agreed to continue their contacts.", "They did not rule out further contacts.", "position_softened"),
    versions("They agreed to meet.", "They did not agree to meet.", "position_softened"),
    versions("They expressed serious concern.", "They voiced concern.", "position_softened"),
    versions("They signed it on February 10.", "They signed it on 11 February.", "date_changed"),
    versions("Стороны признают договор.", "Стороны признали договор.", "other", language="ru"),
    versions(
        "Они выразили серьёзную озабоченность.", "Они выразили озабоченность.", "position_softened", language="ru"
    ),
    versions("Біз жоспарды қолдаймыз.", "Біз жоспарды қолдамаймыз.", "other", language="kk"),
    versions("Қолдаймыз.", "Қолдамаймыз.", "other", language="kk"),
    versions("Ол ертең енгізіледі.", "Ол ертең енгізілмейді.", "other", language="kk"),
    versions("Тараптар оны қолдады.", "Тараптар оны қолдамады.", "other", language="kk"),
    versions("Вона прибуде до Сунда.", "Вона прибув до Сунда.", "other", language="uk"),
    versions("They spoke on trade and energy.", "They spoke on trade.", "other"),
    versions("The raises were increased.", "The raises were decreased.", "other"),
    versions("The vote was legal.", "The vote was illegal.", "other"),
    versions(
        "“We shall build the bridge this year,” he said.",
        "“We may build the bridge this year,” he said.",
        "quote_changed",
    ),
    versions(
        "Товарооборот вырос до 3 млн долларов.",
        "Товарооборот вырос до 3 млрд долларов.",
        "figure_changed",
        language="ru",
    ),
    versions("Переговоры пройдут 5 марта.", "Переговоры пройдут 7 марта.", "date_changed", language="ru"),
    versions("Переговоры прошли в Тарске.", "Переговоры прошли в Сунде.", "place_changed", language="ru"),
    versions("Стороны должны выполнить его.", "Стороны могут выполнить его.", "position_softened", language="ru"),
    versions(
        "Он принял Премьер-министра Аделу Корин.",
        "Он принял Министра иностранных дел Аделу Корин.",
        "title_or_office",
        language="ru",
    ),
    versions(
        "Участвовали Ильмар Веск и Адела Корин.",
        "Участвовали Ильмар Веск, Давор Селим и Адела Корин.",
        "participant_added",
        language="ru",
    ),
    versions(
        "И.Веск: Спасибо. Мы обсудим торговлю.\nД.Селим: И вам спасибо за приём.",
        "И.Веск: Спасибо. Мы рассмотрим торговлю.\nД.Селим: И вам спасибо за приём.",
        "quote_changed",
        language="ru",
    ),
)
