"""The words that tell a number or an address apart.

What stands before or around a number says what it is: a CPR number, a phone number, or one of the many others that only
look alike.
"""

import re

NATIONAL = re.compile(
    r"cpr|c\.\s?p\.\s?r|person-?\s?(?:nr|num)|pers\.?\s?-?nr|pnr\b|fødsels?-?\s?(?:nr|num)|foedsels?-?\s?(?:nr|num)|"
    r"id-?\s?(?:nr|num|no\b|number|kort)|identi(?:tets|fikations)-?\s?(?:nr|num|kort)|sundhedskort|sygesikring|"
    r"erstatningsnummer|ssn\b|personal\s(?:id\b|(?:\w+\s)?num)|civil\s(?:\w+\s)?num|national\s(?:id\b|(?:\w+\s)?num)|"
    r"social security num|identi\w+\snum|"
    r"сі-пі-ар|сіпіар|персональн\w{0,6}\s{1,2}(?:\w{1,20}\s)?(?:номер|код)|особист\w{0,6}\s{1,2}(?:\w{1,20}\s)?(?:номер|код)|"
    r"ідентифікаці\w{0,8}\s{1,2}(?:\w{1,20}\s)?(?:номер|код)|рнокпп|іпн\b|"
    r"رقم\s{1,2}(?:ال)?(?:شخصي|هوية|وطني|مدني|قومي|تعريف|سي\s?بي\s?آر)|الرقم|سي\s?بي\s?آر"
)
"""Near a number, in small letters: it is a national number, however it is written."""

NUMBER_COLUMN = re.compile(r"(?:nr|nummer|number|num|no|id|номер|رقم)\.?", re.IGNORECASE)
"""The whole heading of a column in which a number of nine digits has lost the zero in front."""

_NUMBER_OF = r"(?:kode|id|nr|no|num(?:mer|ber)|номер|رقم)(?:et)?"
OTHER_NUMBER = re.compile(
    r"(?:(?:projekt|project|sags|journal|ordre|order|faktura|invoice|konto|account|produktions(?:enhed(?:en|s)?)?|matrikel|"
    r"version|udgave|arkiv|archive|rapport|report|timestamp|tidsstempel|bestillings?|medlems?|tracking|reference|bilag|"
    r"licens|bevillings?|dokument|lovforslag|udbuds?|vejlednings?|tilladelses?|tilbuds?|kontrakt|autorisations?|postboks|booking|koordinater|"
    r"coordinates|справ\w{0,3}|рахун\w{1,3}|замовлен\w{0,4}|проєкт\w{0,2}|حساب|قضية|طلب|"
    r"\b(?:sag|iban|ean|gln|cvr|isbn|issn|doi|pmid|pmc|orcid|serie|vare|model|unix|epoch|lov|law|lbk|bek|bkg|kunde|pakke|"
    rf"løbe|loebe|akt|kle|indsats|case|billet|dok|giro|build|artikel))(?:[\s.-]{{0,2}}{_NUMBER_OF})?"
    rf"|\b(?:se|p|v|j|s|reg|ref|bank)[\s.-]{{0,2}}{_NUMBER_OF}|\b(?:reg|j|v)\.)"
    r"[\s.:#№=–(\"'-]{0,5}$"
)
"""Right before a number, in small letters: it is another kind of number."""

PHONE = re.compile(
    r"(?:tlf|telefon|mobil|phone|ring(?:e|er|es)?\b|tel\b|nummer|number|nr\b|sms|call|whats\s?app|viber|signal\b|"
    r"telegram|imo\b|messenger|kontakt|skriv til|\bt:|\bm:|тел|моб|дзвон|вайбер|вотсап|هاتف|جوال|موبايل|اتصل|واتس|رقم)"
    r"[^\d\n]{0,30}\n?[^\d\n]{0,10}$"
)
"""Before digits, in small letters: they are a phone number."""

SIGNS = frozenset("€$£№§:.=")
AMOUNT_BEFORE = re.compile(
    r"(?:kr\.?|dkk|eur|usd|€|\$|£|\bkl\.?|klokken|№|side|\bs\.|\bpp?\.|bind|figur|tabel|perioden|årene?|\bden|dato|"
    r"\buge|\bn\s?=|lotto\w*|tallene|§)[\s:]{0,2}$"
)
_COUNT = (
    r"(?:\bantal\w{0,3}|andel\w{0,3}|procent\w{0,4}|\bpct\.?|scor\w{0,4}|skala\w{0,4}|spørgsmål\w{0,4}|punkt\w{0,4}|"
    r"trin\w{0,4}|klasse\w{0,5}|\buger\w{0,3}|\balder\w{0,10}|\baldre\w{0,2}|\bår\w{0,4}|værdi\w{0,4}|indeks|point|"
    r"minut\w{0,4}|timer\w{0,3}|måned\w{0,4}|kvartal\w{0,4}|percent\w{0,4}|\bages?|\byears?|\bweeks?|hours?|questions?|"
    r"відсотк\w{0,3}|тижн\w{0,3}|хвилин\w{0,2}|рок\w{0,3}|نسبة|بالمئة|دقيقة|أسئلة)"
)
COUNTED = re.compile(rf"{_COUNT}(?:[^\d\n:]{{0,30}}:|\s(?:er|var|på|blev|were|was|are)|)[\s|]{{0,3}}$")
"""Before pairs of digits, in small letters: they are figures in a row."""
COUNTING = re.compile(_COUNT)
"""Near pairs of digits that rise by the same, in small letters: they are figures in a row."""
AMOUNT_AFTER = re.compile(
    r"[\s()]{0,2}(?:kr\b|antal|indbyggere|måneder|årige|i alt|i gennemsnit|venner\b|forløb|"
    r"kroner|dkk|eur|usd|uah|sek|nok|€|\$|£|%|‰|pct|procent|percent|promille|mio|mia|mill?\b|tusind|"
    r"personer|people|borgere|deltagere|frivillige|flygtninge|familier|besvarelser|svar\b|stk|point|timer\b|minutter|"
    r"dage\b|uger\b|år\b|sider\b|ord\b|km|kg|m2|m²|gange|грн|осіб|відсотк|людей|شخص|بالمئة|كرونة)"
)
"""Around digits, in small letters: they are an amount, a time, a page or a date."""
