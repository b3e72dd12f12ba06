"""A page around the questionnaire, headed by words of ours."""

from peil.pages.addresses import ANY_LANGUAGE, named_address
from peil.pages.chrome import make_chrome
from peil.pages.site import Site


def system_page(
    site: Site,
    language: str,
    template: str,
    title: str,
    *,
    fault: bool = False,
    address: str = "",
    **values: object,
) -> str:
    """Give a page around the questionnaire.

    Args:
        site: The study's site.
        language: Language of the page.
        template: Its template.
        title: Key of the words that it is headed by.
        fault: It says what is wrong; the tab says so too.
        address: Its path with ``ANY_LANGUAGE`` for its language, where it isn't the template's name.
        values: What the template asks for.
    """
    words = site.words[language]
    heading = f"{words('error_prefix')} {words(title)}" if fault else words(title)
    chrome = make_chrome(site, language, heading, address or named_address(ANY_LANGUAGE, template))
    return site.render(template, chrome=chrome, title=words(title), **values)
