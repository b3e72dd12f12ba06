"""A letter as HTML: styles inline, nothing loaded from elsewhere, nothing that tells who opened it."""

from html import escape

from peil.mail.mail_text import MailText, Part, Passage, Words

_BODY = "margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:16px/1.5 sans-serif"
_COLUMN = "max-width:36em;margin:0 auto"
_TEXT = "margin:0 0 16px"
_LIST = "margin:0 0 16px;padding:0 0 0 24px"
_LINK = "color:#0b4f8a;text-decoration:underline;word-break:break-word"
_FOOTER = "margin:32px 0 0;padding:16px 0 0;border-top:1px solid #767676;color:#4a4a4a;font-size:14px"


def as_html(letter: MailText) -> str:
    """Give the letter's HTML part."""
    parts = "\n".join(map(_part, letter.parts))
    footer = "\n".join(map(_paragraph, letter.footer))
    return f"""\
<!doctype html>
<html lang="{escape(letter.language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(letter.subject)}</title></head>
<body style="{_BODY}">
<div style="{_COLUMN}">
{parts}
<div style="{_FOOTER}">
{footer}
</div>
</div>
</body>
</html>
"""


def _part(part: Part) -> str:
    if not part.listed:
        return _paragraph(part.passages[0])
    items = "\n".join(f"<li>{_inside(item)}</li>" for item in part.passages)
    return f'<ul style="{_LIST}">\n{items}\n</ul>'


def _paragraph(passage: Passage) -> str:
    return f'<p style="{_TEXT}">{_inside(passage)}</p>'


def _inside(passage: Passage) -> str:
    return "".join(map(_words, passage))


def _words(words: Words) -> str:
    text = escape(words.text)
    if words.href:
        return f'<a href="{escape(words.href)}" style="{_LINK}">{text}</a>'
    return f"<strong>{text}</strong>" if words.bold else text
