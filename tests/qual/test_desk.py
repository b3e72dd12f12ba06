"""A coder at the desk."""

from coding_cases import answers, coding, codings, frame
from hypothesis import given
from hypothesis import strategies as st

from peil.qual.desk import Desk, accept, find_next, go_to, open_desk, to_uncoded, toggle, undo, write_note
from peil.qual.desk_text import HELP, Shown, code_of, desk_lines, group_lines, help_lines, key_of
from peil.qual.groups import near_groups
from peil.qual.open_answers import OpenAnswer
from peil.study.coding import Coding

LABELS = {"income": "Less work", "rights": "Copyright", "tool": "A tool"}


def desk(*kept: Coding, coder: str = "an", single: bool = False) -> Desk:
    return open_desk(Desk(frame(single=single), coder, answers(), codings(*kept), near_groups(answers())))


def test_an_answer_is_coded_kept_and_the_next_one_lies_there() -> None:
    before = toggle(toggle(desk(), "rights"), "income")
    assert before.chosen == ("income", "rights")
    after, kept = accept(write_note(before, " two  things "))
    assert [(one.respondent, one.coder, one.codes, one.note) for one in kept] == [
        ("r1", "an", ("income", "rights"), "two things")
    ]
    assert after.answer.respondent == "r2"
    assert (after.chosen, after.note) == ((), "")
    assert go_to(after, 0).chosen == ("income", "rights")
    assert go_to(after, 0).note == "two things"
    assert after.left == 5


def test_one_code_takes_the_others_place_where_an_answer_has_one() -> None:
    single = toggle(toggle(desk(single=True), "rights"), "income")
    assert single.chosen == ("income",)
    assert toggle(single, "income").chosen == ()


def test_nothing_chosen_is_kept_as_no_code_fits() -> None:
    after, kept = accept(desk())
    assert kept[0].codes == ()
    assert go_to(after, 0).kept(after.answers[0]) is not None


def test_a_group_is_coded_at_once_but_not_what_was_coded_before() -> None:
    start = toggle(desk(coding("r3", "an", "tool")), "income")
    assert [one.respondent for one in start.group] == ["r1", "r5"]
    after, kept = accept(start, group=True)
    assert [(one.respondent, one.codes) for one in kept] == [("r1", ("income",)), ("r5", ("income",))]
    assert after.codings.of("r3", "an").codes == ("tool",)


def test_undo_puts_back_what_stood_there_before() -> None:
    start = desk(coding("r1", "an", "tool"))
    again = toggle(toggle(go_to(start, 0), "tool"), "income")
    after, _ = accept(again)
    assert after.codings.of("r1", "an").codes == ("income",)
    back, changes = undo(after)
    assert back.codings.by_place == start.codings.by_place
    assert back.at == 0
    assert changes == (start.codings.of("r1", "an"),)
    once, _ = accept(desk())
    assert undo(once)[1] == (("r1", "an"),)
    assert undo(start) == (start, ())


acts = st.lists(
    st.one_of(
        st.tuples(st.just("toggle"), st.sampled_from(["income", "rights", "tool"])),
        st.tuples(st.just("accept"), st.booleans()),
        st.tuples(st.just("go"), st.integers(-1, 7)),
    ),
    max_size=20,
)


@given(acts)
def test_undoing_everything_gives_the_desk_as_it_was_found(done) -> None:
    start = now = desk(coding("r2", "an", "tool"), coding("r1", "bo", "rights"))
    for act, what in done:
        if act == "toggle":
            now = toggle(now, what)
        elif act == "accept":
            now, _ = accept(now, group=what)
        else:
            now = go_to(now, what)
    for _ in range(len(now.before)):
        now, changes = undo(now)
        assert changes
    assert now.codings.by_place == start.codings.by_place


def test_jump_and_search_go_round() -> None:
    start = desk(coding("r1", "an", "tool"), coding("r2", "an", ""))
    assert start.answer.respondent == "r3"
    assert to_uncoded(go_to(start, 5)).answer.respondent == "r3"
    assert find_next(start, "time").answer.respondent == "r6"
    assert find_next(go_to(start, 5), "assignments").answer.respondent == "r1"
    assert find_next(start, "nowhere") is None
    done = desk(*(coding(name, "an", "tool") for name in ("r1", "r2", "r3", "r4", "r5", "r6")))
    assert to_uncoded(done) == done


def test_a_coding_of_other_words_counts_as_not_coded() -> None:
    stale = desk(coding("r1", "an", "tool", "what stood here before"))
    assert stale.answer.respondent == "r1"
    assert (stale.chosen, stale.left) == ((), 6)


def test_only_who_decides_sees_what_others_found() -> None:
    found = (coding("r1", "an", "income"), coding("r1", "bo", "tool"))
    assert desk(*found, coder="final").others() == {"an": ("income",), "bo": ("tool",)}
    mine = go_to(desk(*found, coder="an"), 0)
    assert mine.others() == {}
    shown = "\n".join(desk_lines(mine, Shown("What else?", LABELS)))
    assert "bo" not in shown.replace("nobody", "")
    deciding = go_to(desk(*found, coder="final"), 0)
    assert "bo found: tool" in "\n".join(desk_lines(deciding, Shown("What else?", LABELS)))


def test_a_screen_says_all_in_words_and_fits() -> None:
    lines = desk_lines(toggle(desk(), "rights"), Shown("What would you like to add?", LABELS, "Kept: tool."))
    text = "\n".join(lines)
    assert "remarks | an | answer 1 of 6 | 6 left | not coded" in text
    assert "[x] 2 Copyright" in text
    assert "[ ] 1 Less work" in text
    assert "Fewer assignments than before" in text
    assert "2 more nearly the same (g)" in text
    assert lines[-1] == "Kept: tool."
    assert all("r1" not in line for line in lines)


@given(st.integers(20, 200), st.integers(16, 60), st.integers(0, 80), st.text(max_size=300))
def test_no_line_is_too_wide_and_no_screen_too_high(width, height, scroll, words) -> None:
    long = Desk(frame(), "an", (OpenAnswer("r1", words or "x", "m"),), codings())
    shown = Shown("Why? " * 40, LABELS, "m" * 300, scroll=scroll)
    for lines in (desk_lines(long, shown, width, height), group_lines(desk(), width, height)):
        assert len(lines) <= height
        assert all(len(line) <= width for line in lines)


def test_a_long_answer_can_be_read_to_its_end() -> None:
    words = " ".join(f"word{number}" for number in range(400))
    long = Desk(frame(), "an", (OpenAnswer("r1", words, "m"),), codings())
    seen = [" ".join(desk_lines(long, Shown("Why?", LABELS, scroll=scroll))) for scroll in range(60)]
    assert all(any(f"word{number} " in f"{each} " for each in seen) for number in range(400))


def test_keys_and_codes_are_each_others() -> None:
    start = desk()
    assert [code_of(start, key_of(start, code)) for code in start.frame.code_ids] == list(
        start.frame.code_ids
    )
    assert code_of(start, "9") is None
    assert code_of(start, "enter") is None
    assert help_lines(80)[: len(HELP)] == list(HELP)


def test_an_answer_cant_steer_the_terminal() -> None:
    nasty = OpenAnswer("r1", "fine\x1b[2J\x07\tdone\r\nnext", "m")
    shown = "\n".join(desk_lines(Desk(frame(), "an", (nasty,), codings()), Shown("Why?", LABELS)))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "done" in shown
    assert "next" in shown
