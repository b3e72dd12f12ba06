"""The coarse class of a device, from what browsers really send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.field.device import COMPUTER, PHONE, TABLET, device_of

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"

AGENTS = [
    (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/126.0.0.0 Safari/537.36", COMPUTER),
    (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/126.0 Safari/537.36 Edg/126.0", COMPUTER),
    ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0", COMPUTER),
    ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", COMPUTER),
    (
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/17.5 Safari/605.1.15"
        ),
        COMPUTER,
    ),
    (f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/125.0.0.0 Safari/537.36", COMPUTER),
    (
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/17.5 Mobile/15E148 Safari/604.1"
        ),
        PHONE,
    ),
    (f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} Chrome/126.0.0.0 Mobile Safari/537.36", PHONE),
    (
        (
            f"Mozilla/5.0 (Linux; Android 14; SM-S921B) {WEBKIT} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile "
            "Safari/537.36"
        ),
        PHONE,
    ),
    ("Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0", PHONE),
    ("Opera/9.80 (Android; Opera Mini/36.2/119.132; U; id) Presto/2.12.423 Version/12.16", PHONE),
    (f"Mozilla/5.0 (Linux; Android 13; SM-X700) {WEBKIT} Chrome/126.0.0.0 Safari/537.36", TABLET),
    ("Mozilla/5.0 (Android 13; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0", TABLET),
    (
        (
            "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/12.1.2 Mobile/15E148 Safari/604.1"
        ),
        TABLET,
    ),
    (f"Mozilla/5.0 (Linux; Android 9; KFMAWI) {WEBKIT} Silk/112.5 like Chrome/112.0 Safari/537.36", TABLET),
    (f"Mozilla/5.0 (Linux; Android 12; BRAVIA 4K VH2) {WEBKIT} Chrome/120.0 Safari/537.36 TV", ""),
    (f"Mozilla/5.0 (SMART-TV; Linux; Tizen 7.0) {WEBKIT} Version/7.0 TV Safari/537.36", ""),
    ("curl/8.5.0", ""),
    ("", ""),
]


@pytest.mark.parametrize(("agent", "device"), AGENTS)
def test_a_browser_tells_its_kind_of_device(agent: str, device: str) -> None:
    assert device_of({"user-agent": agent}) == device


def test_where_the_agent_is_cut_short_the_hint_decides() -> None:
    assert device_of({"user-agent": "Mozilla/5.0", "sec-ch-ua-mobile": "?1"}) == PHONE
    assert device_of({"user-agent": "Mozilla/5.0 (Windows NT 10.0)", "sec-ch-ua-mobile": "?0"}) == COMPUTER


@given(st.text(max_size=3000), st.text(max_size=20))
def test_any_header_gives_one_of_the_classes(agent: str, hint: str) -> None:
    found = device_of({"user-agent": agent, "sec-ch-ua-mobile": hint})
    assert found in {PHONE, TABLET, COMPUTER, ""}
