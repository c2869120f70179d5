"""Showing the guides: one of them, or a line on each."""

from staircase.cli.exits import DONE
from staircase.cli.options.guide import GuideOptions
from staircase.cli.output import write
from staircase.cli.reader import reader_language
from staircase.cli.settings import look_of
from staircase.cli.usage import MisuseError
from staircase.render.manual import guide_list, guide_page
from staircase.words.guides import TOPICS, guide


def show(options: GuideOptions) -> int:
    """Show a guide, or all topics with a line each."""
    if options.topic is not None and options.topic not in TOPICS:
        raise MisuseError(key="shell.unknown_topic", word=options.topic, choices=TOPICS, command="staircase guide")
    language, look = reader_language(options), look_of(options)
    if options.topic is None:
        write(guide_list({topic: guide(language, topic).summary for topic in TOPICS}, look))
    else:
        write(guide_page(guide(language, options.topic).text, look))
    return DONE
