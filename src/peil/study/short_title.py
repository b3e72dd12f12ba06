"""What a table or a banner is headed with."""

from peil.study.study import Study


def short_title(study: Study, item_key: str, language: str) -> str:
    """Give the heading of an item: its title in the plan, else a matrix row's label, else its text.

    The text of a derived variable is its own title. An asking of a repeated question takes the title of the
    question where it has none itself; the question's title is not that of a matrix's rows.

    Args:
        study: The study.
        item_key: Key of an item, or id of a question; a key that the study doesn't know is given back.
        language: Language code.
    """
    titles, item = study.plan.titles, study.codebook.items.get(item_key)
    question = study.questionnaire.by_id.get(item_key)
    if item_key in titles:
        return titles[item_key].plain(language)
    if item is None:
        return question.wording.plain(language) if question else item_key
    if item.row_wording is not None:
        return item.row_wording.label(language) or item_key
    return titles.get(item.question, item.wording).plain(language)
