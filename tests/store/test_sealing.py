"""What is sealed opens with each of the private keys alone, and its length says little."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sealed_survey import COLLEAGUE, STRANGER, TEAM

from peil.store.detail import Detail
from peil.store.sealing import (
    BLOCK,
    NotForThisKey,
    Sealing,
    pad,
    read_kept,
    read_sealing,
    seal,
    unpad,
    unseal,
)

KEYS = [str(one.to_public()) for one in (TEAM, COLLEAGUE)]
TEXTS = st.text(st.characters(codec="utf-8"))


@given(TEXTS)
def test_each_private_key_opens_what_was_sealed(text: str) -> None:
    kept = read_kept(read_sealing(KEYS).keep(text))
    assert kept.sealed
    assert unseal(kept.text, [TEAM]) == unseal(kept.text, [COLLEAGUE]) == text
    with pytest.raises(NotForThisKey):
        unseal(kept.text, [STRANGER])


@given(TEXTS)
def test_without_keys_a_text_is_kept_readable_whatever_it_looks_like(text: str) -> None:
    for written in (text, f"sealed:{text}", f"readable:{text}"):
        assert read_kept(Sealing().keep(written)) == Detail(written, sealed=False)


@given(st.binary())
def test_what_was_filled_up_is_given_back(text: bytes) -> None:
    padded = pad(text)
    assert unpad(padded) == text
    assert len(padded) % BLOCK == 0
    assert len(text) < len(padded) <= len(text) + BLOCK


def test_short_details_are_all_as_long_before_they_are_sealed() -> None:
    assert {len(pad(b"a" * length)) for length in range(BLOCK)} == {BLOCK}
    assert len(pad(b"a" * BLOCK)) == 2 * BLOCK


def test_the_same_text_is_never_sealed_alike() -> None:
    sealing = read_sealing(KEYS)
    assert sealing.keep("0612345678") != sealing.keep("0612345678")


@pytest.mark.parametrize("damaged", ["", "é", "AAAA", "not base64"])
def test_what_is_no_sealed_text_is_told_as_such(damaged: str) -> None:
    with pytest.raises(NotForThisKey):
        unseal(damaged, [TEAM])


def test_a_damaged_byte_is_noticed() -> None:
    sealed = bytearray(base64.b64decode(seal("ann@example.org", read_sealing(KEYS).recipients)))
    sealed[-1] ^= 1
    with pytest.raises(NotForThisKey):
        unseal(base64.b64encode(bytes(sealed)).decode(), [TEAM])


@pytest.mark.parametrize("padded", [b"", b"\0" * BLOCK, b"ann" + b"\0" * 61])
def test_what_was_not_filled_up_by_us_is_refused(padded: bytes) -> None:
    with pytest.raises(ValueError, match="no end"):
        unpad(padded)
