"""
Pairs of sentences on one matter, of fictional states: those that contradict each other, and those that only look so.

``TRIED`` were at hand while the rules were written; ``HELD_OUT`` were written before and looked at only to count.
"""

from __future__ import annotations

from typing import NamedTuple


class SentencePair(NamedTuple):
    """Two sentences, each with its language, and the kind of their contradiction; empty where there is none."""

    first_language: str
    first: str
    second_language: str
    second: str
    kind: str = ""


def _pair(languages: str, first: str, second: str, kind: str = "") -> SentencePair:
    one, two = languages.split("-")
    return SentencePair(one, first, two, second, kind)


HELD_OUT = (
    _pair("en-en", "Last year trade between Arvenia and Tholia grew by 34 percent.",
          "Last year trade between Arvenia and Tholia grew by 21 percent.", "number"),
    _pair("en-en", "The two presidents talked for forty minutes.",
          "The conversation of the two presidents lasted 90 minutes.", "number"),
    _pair("en-en", "Arvenian investment in Velmark stands at $17 billion.",
          "Velmark has received Arvenian investment of $7 billion.", "number"),
    _pair("en-en", "The next round of consultations will take place on 14 March.",
          "The next round of consultations will be held on 21 March.", "date"),
    _pair("en-en", "The ceasefire will enter into force on 1 June.",
          "The ceasefire comes into force on June 10.", "date"),
    _pair("en-en", "The next meeting of the commission will be held in Geneva.",
          "The commission will hold its next meeting in Vienna.", "place"),
    _pair("en-en", "Nothing foreshadowed the riots in the northern ports.",
          "There were many signs that foreshadowed the riots in the northern ports.", "negation"),
    _pair("en-en", "Arvenia did not take part in the naval exercise.",
          "Arvenia took part in the naval exercise.", "negation"),
    _pair("en-en", "No agreement was reached on the withdrawal of troops from the border.",
          "The sides reached an agreement on the withdrawal of troops from the border.", "negation"),
    _pair("en-en", "Velmark rejected the proposal for an inspection of the dam.",
          "Velmark accepted the proposal for an inspection of the dam.", "antonym"),
    _pair("en-en", "The ministry confirmed the reports of losses among the border guards.",
          "The ministry denied the reports of losses among the border guards.", "antonym"),
    _pair("en-en", "Exports of grain to Tholia decreased in the past year.",
          "Exports of grain to Tholia increased in the past year.", "antonym"),
    _pair("ru-ru", "Товарооборот между Арвенией и Толией вырос на 34 процента.",
          "Товарооборот между Арвенией и Толией вырос на 12 процентов.", "number"),
    _pair("ru-ru", "Следующее заседание комиссии состоится 14 марта.",
          "Следующее заседание комиссии пройдёт 2 апреля.", "date"),
    _pair("ru-ru", "Ничто не предвещало беспорядков в северных портах.",
          "Многое предвещало беспорядки в северных портах.", "negation"),
    _pair("ru-ru", "Арвения не направляла своих военных на учения в Толию.",
          "Арвения направила своих военных на учения в Толию.", "negation"),
    _pair("ru-ru", "Стороны сняли ограничения на поставки зерна.",
          "Стороны ввели ограничения на поставки зерна.", "antonym"),
    _pair("en-ru", "The ceasefire will last for 30 days.",
          "Режим прекращения огня продлится 60 дней.", "number"),
    _pair("en-ru", "The next meeting will be held on 14 March.",
          "Следующая встреча состоится 16 марта.", "date"),
    _pair("en-ru", "The sides agreed on the withdrawal of troops.",
          "Стороны не договорились об отводе войск.", "negation"),
    # look-alikes
    _pair("en-en", "Trade between Arvenia and Tholia exceeded $19 billion.",
          "Trade between Arvenia and Tholia reached $19.7 billion."),
    _pair("en-en", "Trade with Velmark grew by 34 percent.",
          "Trade with Ostrand grew by 21 percent."),
    _pair("en-en", "The talks lasted about two hours.",
          "The talks lasted 115 minutes."),
    _pair("en-en", "In 2020 the two states traded goods worth 12 billion dollars.",
          "In 2021 the two states traded goods worth 15 billion dollars."),
    _pair("en-en", "The foreign ministers will meet on 14 March.",
          "The defence ministers will meet on 21 March."),
    _pair("en-en", "The President arrived in Tarsk on 3 May.",
          "The President will leave Tarsk on 5 May."),
    _pair("en-en", "The talks were held in Vienna.",
          "The talks were held in the Harbour House."),
    _pair("en-en", "Nothing can be decided about Tholia without Tholia.",
          "Decisions about Tholia are taken only together with Tholia."),
    _pair("en-en", "There is no alternative to the Merano agreements.",
          "The Merano agreements remain the only basis for a settlement."),
    _pair("en-en", "It is impossible not to see the progress made.",
          "The progress made is plain to see."),
    _pair("en-en", "The sides did not discuss the dam.",
          "The sides discussed the harbour."),
    _pair("en-en", "Arvenia supports the territorial integrity of Tholia.",
          "Arvenia opposes any attempt to undermine the territorial integrity of Tholia."),
    _pair("en-en", "Ilmar Vesk stressed that sanctions must not be lifted before the withdrawal of troops.",
          "Sanctions can be lifted after the withdrawal of troops, Ilmar Vesk said."),
    _pair("en-en", "Exports of grain increased.", "Prices of grain fell."),
    _pair("ru-ru", "Стороны не исключают новой встречи весной.",
          "Стороны допускают, что новая встреча пройдёт весной."),
    _pair("ru-ru", "Объём инвестиций составил почти 17 миллиардов долларов.",
          "Объём инвестиций составил 16,8 миллиарда долларов."),
    _pair("ru-ru", "Президент не только поддержал инициативу, но и предложил провести саммит.",
          "Президент поддержал инициативу."),
    _pair("ru-ru", "Решения о Толии нельзя принимать без Толии.",
          "Ничего о Толии не должно решаться без участия Толии."),
    _pair("en-ru", "The next round of talks will be held in Vienna.",
          "Следующий раунд переговоров пройдёт в Вене."),
    _pair("en-ru", "Velmark will not withdraw its proposals on the harbour.",
          "Велмарк не станет отзывать свои предложения по гавани."),
)  # fmt: skip

TRIED = (
    # numbers
    _pair("en-en", "Trade reached 12 billion dollars in 2021.",
          "In 2021 trade stood at 15 billion dollars.", "number"),
    _pair("en-en", "More than 20 companies from Velmark work in Arvenia.",
          "12 companies from Velmark work in Arvenia.", "number"),
    _pair("en-en", "The loan runs for ten years.", "The loan runs for 15 years.", "number"),
    _pair("en-en", "Up to 500 soldiers of Ostrand will stay at the base.",
          "Ostrand will keep 800 soldiers at the base.", "number"),
    _pair("ru-ru", "Объём торговли превысил 20 миллиардов долларов.",
          "Объём торговли составил 14 миллиардов долларов.", "number"),
    _pair("ru-ru", "Переговоры длились три часа.", "Переговоры продолжались пять часов.", "number"),
    _pair("en-ru", "Trade between Arvenia and Tholia grew by 25 percent last year.",
          "Товарооборот Арвении и Толии в прошлом году вырос на 40 процентов.", "number"),
    # dates
    _pair("en-en", "The summit will be held on 3 May 2022.", "The summit will take place on May 13, 2022.", "date"),
    _pair("en-en", "The agreement was signed on 10 January 2020.",
          "The agreement signed on 12 January 2020 remains in force.", "date"),
    _pair("ru-ru", "Соглашение вступит в силу 1 июля.", "Соглашение вступает в силу 1 сентября.", "date"),
    _pair("en-ru", "The ministers will meet on 5 June.", "Министры встретятся 15 июня.", "date"),
    # places
    _pair("en-en", "The leaders met in Tarsk.", "The leaders met in Sund.", "place"),
    _pair("ru-ru", "Встреча министров состоялась в Женеве.", "Встреча министров прошла в Вене.", "place"),
    _pair("en-ru", "The next summit will take place in Geneva.", "Следующий саммит пройдёт в Вене.", "place"),
    # negation
    _pair("en-en", "The sides agreed on a date for the next round.",
          "The sides did not agree on a date for the next round.", "negation"),
    _pair("en-en", "Ilmar Vesk never promised to close the port of Tarsk.",
          "Ilmar Vesk promised to close the port of Tarsk.", "negation"),
    _pair("en-en", "There are no Ostrandian troops on the island.",
          "Ostrandian troops are on the island.", "negation"),
    _pair("en-en", "The document was adopted without the consent of Velmark.",
          "The document was adopted with the consent of Velmark.", "negation"),
    _pair("en-en", "Neither side violated the ceasefire.", "Both sides violated the ceasefire.", "negation"),
    _pair("ru-ru", "Стороны согласовали дату следующего раунда.",
          "Стороны не согласовали дату следующего раунда.", "negation"),
    _pair("ru-ru", "На острове нет войск Остранда.", "На острове находятся войска Остранда.", "negation"),
    _pair("ru-ru", "Документ принят без согласия Велмарка.", "Документ принят с согласия Велмарка.", "negation"),
    _pair("en-ru", "Nothing foreshadowed the events in the north of Tholia.",
          "Многие признаки предвещали события на севере Толии.", "negation"),
    _pair("en-ru", "Arvenia supported the resolution on the port.",
          "Арвения не поддержала резолюцию по порту.", "negation"),
    # antonyms
    _pair("en-en", "The Kingdom will deploy a battalion on the island.",
          "The Kingdom will withdraw its battalion from the island.", "antonym"),
    _pair("en-en", "Tholia imposed restrictions on the import of fish.",
          "Tholia lifted the restrictions on the import of fish.", "antonym"),
    _pair("en-en", "Gas prices rose over the winter.", "Gas prices fell over the winter.", "antonym"),
    _pair("ru-ru", "Велмарк отверг предложение о проверке плотины.",
          "Велмарк принял предложение о проверке плотины.", "antonym"),
    _pair("ru-ru", "Экспорт зерна сократился.", "Экспорт зерна увеличился.", "antonym"),
    _pair("en-ru", "Velmark rejected the proposal.", "Велмарк принял предложение.", "antonym"),
    # look-alikes: numbers and dates
    _pair("en-en", "Trade exceeded 19 billion dollars.", "Trade amounted to 19.7 billion dollars."),
    _pair("en-en", "Trade amounted to almost 20 billion dollars.", "Trade amounted to 19.7 billion dollars."),
    _pair("en-en", "Between 10 and 15 companies took part.", "12 companies took part."),
    _pair("en-en", "Exports grew by 12 percent.", "Imports grew by 15 percent."),
    _pair("en-en", "In the first half of the year trade grew by 12 percent.",
          "Over the whole year trade grew by 15 percent."),
    _pair("en-en", "The loan of $2,000 million was granted.", "The loan of $2 billion was granted."),
    _pair("ru-ru", "Рост составил 34,4 процента.", "Рост составил 34 процента."),
    _pair("en-ru", "Trade reached 2.5 billion dollars.", "Товарооборот достиг 2,5 миллиарда долларов."),
    _pair("en-en", "The agreement was signed on 10 January 2020.",
          "The agreement entered into force on 12 March 2020."),
    _pair("en-en", "The summit will be held on 3–5 May.", "The summit will be held on 4 May."),
    _pair("ru-ru", "Визит состоится 3 мая.", "Переговоры на уровне министров пройдут 10 мая."),
    # look-alikes: places
    _pair("en-en", "The leaders met at the Linden Palace.", "The leaders met in Tarsk."),
    _pair("en-en", "The first round was held in Geneva.", "The second round will be held in Vienna."),
    _pair("ru-ru", "Переговоры прошли в Вене.", "Переговоры прошли в Австрии."),
    _pair("en-ru", "The leaders met in Moscow.", "Лидеры встретились в Москве."),
    # look-alikes: negation
    _pair("en-en", "No decisions about Tholia should be taken without Tholia.",
          "Nothing about Tholia without Tholia is a principle that Velmark shares."),
    _pair("en-en", "Nobody doubts the commitment of Arvenia to peace.", "Arvenia is committed to peace."),
    _pair("en-en", "Arvenia does not rule out new talks.", "Arvenia is ready for new talks."),
    _pair("en-en", "The talks were not easy, but the sides agreed on the border.",
          "The sides agreed on the border."),
    _pair("en-en", "Arvenia did not attack Tholia.", "Arvenia will help Tholia if it is attacked."),
    _pair("en-en", "The President noted that there is no military solution.",
          "The President said that a solution can only be political."),
    _pair("en-en", "Not only Velmark but also Tholia supported the resolution.", "Velmark supported the resolution."),
    _pair("ru-ru", "Нельзя не отметить успехи в торговле.", "Успехи в торговле следует отметить."),
    _pair("ru-ru", "Мы никогда не сомневались в надёжности Толии.", "Мы уверены в надёжности Толии."),
    _pair("ru-ru", "Стороны не обсуждали плотину.", "Стороны обсуждали торговлю зерном."),
    _pair("en-ru", "There is no alternative to dialogue.", "Диалогу нет альтернативы."),
    _pair("en-ru", "The sides did not discuss the dam.", "Стороны не обсуждали плотину."),
    # look-alikes: antonyms
    _pair("en-en", "Velmark accepted the proposal on the dam.", "Velmark rejected the accusations about the dam."),
    _pair("en-en", "Velmark did not reject the proposal on the dam.", "Velmark accepted the proposal on the dam."),
    _pair("ru-ru", "Экспорт зерна вырос, а цены упали.", "Экспорт зерна увеличился."),
)  # fmt: skip
