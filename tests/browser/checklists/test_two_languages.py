"""Two people at one table, with one phone: a checklist in Danish and in Arabic at once, without a network, and on paper."""

import io

import pikepdf
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.axe import RULES, found_by_axe
from tests.browser.checklists.site import Host, works_offline
from tests.browser.checklists.test_offline import cut
from tests.browser.checklists.volunteer import REAL, answer, names, tick
from tests.browser.conftest import settle
from tests.browser.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("checklist")]

CHOICE = "vejviser:two-languages"


def in_both(page: Page, other: str = "ar") -> Locator:
    """Wait until the page is in two languages, and return the other language's passages."""
    passages = page.locator(f".both > .beside[lang={other}]")
    passages.first.wait_for()
    return passages


def choose(page: Page, name: str = "العربية") -> None:
    page.get_by_role("group", name="På to sprog").get_by_role("button", name=name).click()


def test_two_people_at_the_table(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url(REAL))
    works_offline(phone)
    choose(phone)
    in_both(phone)
    expect(phone.get_by_role("group", name="På to sprog").get_by_role("status")).to_have_text(
        "Teksten står nu på to sprog."
    )
    assert phone.url.endswith("?og=ar")
    until(phone, "async path => Boolean(await caches.match(path))", "/venner/ar/" + REAL)
    settle(phone)
    cut(window, host)
    phone.reload()
    assert in_both(phone).first.get_attribute("dir") == "rtl"
    item = phone.locator(".item").first
    expect(item).to_contain_text("Sig hver især, hvad I hedder, og hvorfor I er her.")
    expect(item).to_contain_text("ليقل كل واحد منكم اسمه ولماذا هو هنا.")
    own, other = (item.locator(f".both > span >> nth={place}").bounding_box() for place in (0, 1))
    assert own
    assert other
    assert other["y"] >= own["y"] + own["height"], "one below the other on a phone"
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    assert phone.locator(".item input").count() == phone.locator(".item").count() == 25
    tick(phone, "ليقل كل واحد منكم اسمه ولماذا هو هنا.")
    expect(phone.locator(".checklist-tools .progress")).to_have_text("1 af 25 klaret")
    phone.goto(host.url(f"ar/{REAL}"))
    in_both(phone, "da")
    expect(phone.locator(".item input").first).to_be_checked()
    expect(phone.get_by_role("checkbox", name="Sig hver især, hvad I hedder")).to_be_checked()


@pytest.mark.parametrize(("path", "other"), [(REAL, "ar"), (f"ar/{REAL}", "da"), (f"uk/{REAL}", "ar")])
def test_the_list_for_the_table_fills_one_sheet(phone: Page, host: Host, path: str, other: str) -> None:
    phone.goto(host.url(f"{path}?og={other}"))
    in_both(phone, other)
    phone.locator("[data-field=sprog] input").fill("dansk / العربية")
    phone.locator(".item input").first.check()
    with pikepdf.open(io.BytesIO(phone.pdf(prefer_css_page_size=True))) as pdf:
        assert len(pdf.pages) == 1


def test_a_passage_has_its_language_and_no_name_twice(phone: Page, host: Host) -> None:
    phone.goto(host.url(f"{REAL}?og=ar"))
    in_both(phone)
    texts = [".lead", ".item-text", ".item-why", ".field > label", "[data-follow-up]", ".prose h2"]
    alone = [text for text in texts if phone.locator(f"{text}:not(:has(.beside[lang=ar]))").count()]
    assert alone == [".prose h2"], "only the headings that the page has of its own stand alone"
    twice = "[...document.querySelectorAll('[id]')].map(it => it.id).filter((id, at, all) => all.indexOf(id) !== at)"
    assert phone.evaluate(twice) == []
    assert phone.locator(".beside :is(input, select, textarea, button, .cite)").count() == 0
    expect(phone.locator(".notice[lang=ar]")).to_be_visible()


def test_everyone_can_use_it(phone: Page, host: Host) -> None:
    for path, other in ((REAL, "ar"), (f"ar/{REAL}", "da")):
        phone.goto(host.url(f"{path}?og={other}"))
        in_both(phone, other)
        assert found_by_axe(phone, RULES) == []
        phone.set_viewport_size({"width": 1280, "height": 844})
        phone.emulate_media(color_scheme="dark")
        assert found_by_axe(phone, RULES) == []
        own, beside = (phone.locator(f".item .both > span >> nth={place}").bounding_box() for place in (0, 1))
        assert own
        assert beside
        assert own["y"] == beside["y"], "side by side on a wide screen"
        assert (beside["x"] > own["x"]) == (other == "ar"), "the page's own language comes first"
        phone.set_viewport_size({"width": 390, "height": 844})


def test_the_keyboard_turns_it_on_and_off_and_stays_where_it_was(phone: Page, host: Host) -> None:
    phone.goto(host.url(REAL))
    before = phone.locator(".prose").inner_text()
    button = phone.get_by_role("button", name="På to sprog العربية")
    button.press("Enter")
    in_both(phone)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert names(phone).count(CHOICE) == 1
    button.press("Space")
    expect(phone.locator(".both")).to_have_count(0)
    expect(button).to_be_focused()
    assert phone.locator(".prose").inner_text().replace("Teksten står nu på ét sprog.", "").split() == before.split()
    assert phone.url == host.url(REAL)
    assert CHOICE not in names(phone)


def test_an_address_shows_it_and_keeps_nothing(computer: Page, host: Host) -> None:
    computer.goto(host.url(f"{REAL}?og=uk"))
    in_both(computer, "uk")
    assert names(computer) == names(computer, "sessionStorage") == []
    computer.goto(host.url(f"{REAL}?og=xx"))
    settle(computer)
    assert computer.locator(".both").count() == 0


def test_on_a_shared_computer_the_choice_goes_with_the_tab(computer: Page, host: Host) -> None:
    computer.goto(host.url(REAL))
    choose(computer)
    answer(computer, "Ja, fælles")
    assert CHOICE not in names(computer)
    assert CHOICE in names(computer, "sessionStorage")
    computer.goto(host.url(f"ar/{REAL}"))
    in_both(computer, "da")
    computer.goto(host.url(f"en/{REAL}"))
    settle(computer)
    assert computer.locator(".both").count() == 0, "an English reader has chosen nothing"


def test_deleting_everything_leaves_one_language(phone: Page, host: Host) -> None:
    phone.goto(host.url(REAL))
    choose(phone)
    in_both(phone)
    phone.locator(".bottom [data-wipe]").click()
    phone.locator("[data-wipe-now]").click()
    expect(phone.locator(".both")).to_have_count(0)
    assert names(phone) == names(phone, "sessionStorage") == []
    assert phone.url == host.url(REAL)


def test_a_text_that_does_not_come_is_told(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url(REAL))
    works_offline(phone)
    cut(window, host)
    choose(phone, "Українська")
    expect(phone.get_by_role("group", name="På to sprog")).to_contain_text("Teksten på det andet sprog kom ikke.")
    expect(phone.get_by_role("button", name="Українська")).to_have_attribute("aria-pressed", "false")
    assert phone.locator(".both").count() == 0


def test_a_tick_in_another_tab_shows_in_both(window: BrowserContext, phone: Page, host: Host) -> None:
    phone.goto(host.url(f"{REAL}?og=ar"))
    in_both(phone)
    arabic = window.new_page()
    arabic.goto(host.url(f"ar/{REAL}"))
    arabic.locator(".item input").nth(1).check()
    expect(phone.locator(".item input").nth(1)).to_be_checked()
    phone.locator(".item input").nth(0).check()
    expect(arabic.locator(".item input").nth(0)).to_be_checked()
    expect(arabic.locator(".item input").nth(1)).to_be_checked()
