"""What ``peil code`` does."""

import argparse
import sys
from functools import partial

from peil import line
from peil.cli.coding.keeper import Keeper
from peil.cli.coding.plain import code_by_line
from peil.cli.coding.quote import quote
from peil.cli.coding.screen import code_on_screen
from peil.cli.coding.told import (
    agreement_json,
    agreement_text,
    answers_lines,
    groups_json,
    groups_text,
    progress_json,
    progress_text,
)
from peil.cli.outcome import Outcome
from peil.cli.usage import BAD_USAGE
from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.coding_rules import CHANGED_ANSWER, UNKNOWN_CODE, UNKNOWN_RESPONDENT
from peil.qual.agreement import find_agreement
from peil.qual.desk import Desk, open_desk
from peil.qual.groups import NEAR, near_groups
from peil.qual.open_answers import OpenAnswer, in_random_order, open_answers, to_decide
from peil.qual.search import search
from peil.qual.suggest import can_suggest
from peil.study.coding import FINAL, Codings
from peil.study.coding_frame import CodingFrame
from peil.study.study import Study


def act(chosen: argparse.Namespace) -> Outcome:
    """Show what was asked for, or the desk."""
    study = line.read_sound_study(chosen.study)
    frame = find_frame(study, chosen.question)
    _refuse_misfits(chosen, frame)
    dataset = line.read_analysis_set(study, chosen.data)
    answers = open_answers(dataset, frame)
    codings = study.codings.get(frame.variable, Codings(frame.variable))
    problems = own_problems(dataset.problems, frame)
    data = progress_json(frame, codings, answers)
    near = NEAR if chosen.near is None else chosen.near
    if chosen.groups:
        groups = near_groups(answers, near)
        return Outcome(groups_text(groups, near), {**data, "groups": groups_json(groups)}, problems)
    if chosen.search is not None:
        found = search(answers, chosen.search)
        told = [f"Answers with these words: {len(found)}.", *answers_lines(found)]
        listed = [{"id": one.respondent, "words": one.words} for one in found]
        return Outcome("\n".join(told), {**data, "found": listed}, problems)
    if chosen.agreement:
        agreed = find_agreement(frame, codings, answers)
        return Outcome(
            agreement_text(frame, agreed), {**data, "agreement": agreement_json(frame, agreed)}, problems
        )
    if chosen.quote is not None:
        return quote(study, frame, dataset, answers, chosen.quote)
    if chosen.coder is None or chosen.format == "json":
        return Outcome(progress_text(frame, codings, answers), data, problems)
    return _code(chosen, study, frame, codings, answers, near)


def find_frame(study: Study, name: str) -> CodingFrame:
    """Give the coding frame of a question.

    Raises:
        Unusable: There is none.
    """
    if name in study.frames:
        return study.frames[name]
    hint = did_you_mean(name, study.frames) or f"Write coding/{name}.toml with the codes."
    message = f'There is no coding frame for "{name}".'
    raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])


def own_problems(problems: tuple[Problem, ...], frame: CodingFrame) -> tuple[Problem, ...]:
    """Give those about the codings of this frame, without saying that coding isn't done: it is being done."""
    told = {CHANGED_ANSWER.code, UNKNOWN_CODE.code, UNKNOWN_RESPONDENT.code}
    files = {frame.span.file, frame.span.file.removesuffix("toml") + "csv"}
    return tuple(one for one in problems if one.code in told and one.span.file in files)


def _refuse_misfits(chosen: argparse.Namespace, frame: CodingFrame) -> None:
    """Refuse a coder whom the frame doesn't name, and options that do nothing here.

    Raises:
        Unusable: One of these.
    """
    acts = (chosen.groups, chosen.search is not None, chosen.agreement, chosen.quote is not None)
    if chosen.coder is not None and chosen.coder not in {*frame.coders, FINAL}:
        known = [*frame.coders, FINAL]
        message = f'"{chosen.coder}" is no coder of {frame.variable}.'
        hint = did_you_mean(chosen.coder, known) or f"There are {', '.join(known)}."
    elif any(acts) and (chosen.coder or chosen.plain or chosen.suggest):
        message = "--coder, --plain and --suggest are for coding."
        hint = "Leave them out, or leave out what shows answers."
    elif chosen.near is not None and (chosen.agreement or chosen.quote or chosen.search is not None):
        message, hint = "--near says which answers go together in groups.", "Leave it out."
    elif (chosen.plain or chosen.suggest) and chosen.coder is None:
        message, hint = "Nobody codes.", f"Name who does: --coder {frame.coders[0]}."
    elif chosen.suggest and not can_suggest():
        message, hint = "Suggestions need scikit-learn.", 'Install it: pip install "peil[suggest]".'
    else:
        return
    raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])


def _code(
    chosen: argparse.Namespace,
    study: Study,
    frame: CodingFrame,
    codings: Codings,
    answers: tuple[OpenAnswer, ...],
    near: float,
) -> Outcome:

    listed = to_decide(frame, codings, answers) if chosen.coder == FINAL else answers
    if not listed:
        return Outcome("There is nothing to decide." if answers else "Nobody has answered this yet.")
    own = in_random_order(listed, chosen.coder)
    desk = open_desk(Desk(frame, chosen.coder, own, codings, near_groups(own, near)))
    language = study.about.language
    keeper = Keeper(
        study.folder,
        desk,
        question_words(study, frame, language),
        {code.id: code.wording.plain(language) or code.id for code in frame.codes},
        suggesting=chosen.suggest,
    )
    return Outcome(then=partial(_work, keeper, plain=chosen.plain or not sys.stdin.isatty()))


def question_words(study: Study, frame: CodingFrame, language: str) -> str:
    """Give what was asked: the question, and the option that the words stand beside."""
    variable = study.codebook.variables[frame.variable]
    item = study.codebook.items[variable.item]
    said = [item.wording.plain(language)]
    option = next((one for one in item.options if one.id == variable.follows), None)
    said += [item.row_wording.plain(language)] if item.row_wording else []
    said += [option.wording.plain(language)] if option else []
    return " / ".join(said)


def _work(keeper: Keeper, *, plain: bool) -> None:

    if plain:
        code_by_line(keeper, iter(sys.stdin.readline, ""), sys.stdout)
    else:
        code_on_screen(keeper)
