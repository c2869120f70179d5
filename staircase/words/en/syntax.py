"""What is wrong with a file as text or as YAML, and the way out, in English."""

TEXTS: dict[str, str] = {
    "finding.file-unreadable.utf16.message": "the file is saved as UTF-16, not as UTF-8",
    "finding.file-unreadable.utf16.ask": "Save it again as UTF-8; in Notepad: Save as, Encoding",
    "finding.file-unreadable.cp1252.message": (
        "the file is not UTF-8: byte {byte} on line {line} looks like Windows' own alphabet (cp1252)"
    ),
    "finding.file-unreadable.cp1252.ask": "Save it again as UTF-8, not as ANSI",
    "finding.file-unreadable.not-utf8.message": ("the file is not UTF-8: byte {byte} on line {line} can't be read"),
    "finding.file-unreadable.not-utf8.ask": ("Save it again as UTF-8, or take it out if it is not a text file"),
    "finding.file-syntax.merge-markers.message": ("the file holds an unfinished merge of '{ours}' and '{theirs}'"),
    "finding.file-syntax.merge-markers.ask": (
        "Choose what is to stand, and remove the lines with <<<<<<<, ======= and >>>>>>>"
    ),
    "finding.file-syntax.typographic-quote.message": "the typographic quote {sign} does not mark text in YAML",
    "finding.file-syntax.typographic-quote.ask": "Write straight quotes around the text: {correction}",
    "finding.file-syntax.unclosed-quote.message": "the quote {sign} that opens here is never closed",
    "finding.file-syntax.unclosed-quote.ask": "Write {sign} at the end of the text too, or leave out both",
    "finding.file-syntax.quote-inside-quote.message": ("the quote {sign} ends the text here, but the line goes on"),
    "finding.file-syntax.quote-inside-quote.ask": (
        "Put the other kind of quotes around the whole text: ' around text with \", or \" around text with '"
    ),
    "finding.file-syntax.tab.message": "the line is indented with a tab; YAML takes spaces only",
    "finding.file-syntax.tab.ask": "Replace the tab with two spaces for each level",
    "finding.file-syntax.no-break-space.message": (
        "what looks like a space here is {sign}, and YAML takes it for text"
    ),
    "finding.file-syntax.no-break-space.ask": "Delete it and type an ordinary space",
    "finding.file-syntax.colon-in-text.message": ("the text has a colon before a space, and YAML takes it for a key"),
    "finding.file-syntax.colon-in-text.ask": "Put quotes around the whole text: {correction}",
    "finding.file-syntax.outdented-item.message": "the list item does not stand under the others of its list",
    "finding.file-syntax.outdented-item.ask": ("Indent it as far as the other items, below the key of the list"),
    "finding.file-syntax.open-bracket.message": "the bracket {sign} that opens here is not closed",
    "finding.file-syntax.open-bracket.ask": ("Close it on the same line, or write one item a line with a dash"),
    "finding.file-syntax.bracket-content.message": "what stands in the brackets can't be read from here on",
    "finding.file-syntax.bracket-content.ask": (
        "Put commas between the items and quotes around texts that hold signs, or write one item a line"
    ),
    "finding.file-syntax.missing-comma.message": "a comma is missing here, between two items",
    "finding.file-syntax.missing-comma.ask": "Write a comma after the item: {correction}",
    "finding.file-syntax.outdented-text.message": "the line has slipped out of the text above it",
    "finding.file-syntax.outdented-text.ask": "Indent it as far as the rest of the text",
    "finding.file-syntax.indicator-start.message": (
        "the text begins with {sign}, which has a meaning of its own in YAML"
    ),
    "finding.file-syntax.indicator-start.ask": "Put quotes around the whole text: {correction}",
    "finding.file-syntax.missing-space.message": "there is no space after {sign}",
    "finding.file-syntax.missing-space.ask": "Write a space after {sign}: {correction}",
    "finding.file-syntax.list-sign.message": "the sign {sign} does not begin a list item in YAML",
    "finding.file-syntax.list-sign.ask": "Write an ordinary hyphen and a space: {correction}",
    "finding.file-syntax.loose-text.message": "the line is neither a key with a value nor a list item",
    "finding.file-syntax.loose-text.ask": (
        "Indent it if it goes on from the line above; otherwise write it as key: value"
    ),
    "finding.file-syntax.indentation.message": "the line's indentation does not fit the lines above it",
    "finding.file-syntax.indentation.ask": ("Let it begin in the same column as the other keys of its group"),
    "finding.file-syntax.escape.message": "the backslash begins a sign that YAML does not know",
    "finding.file-syntax.escape.ask": ("Put ' around the text instead of \", or write two backslashes"),
    "finding.file-syntax.forbidden-character.message": (
        "the file holds the control character {sign}, here first of {times}"
    ),
    "finding.file-syntax.forbidden-character.ask": ("Delete it; it can't be seen, but the editor's search finds it"),
    "finding.file-syntax.other.message": "the file can't be read as YAML from here on",
    "finding.file-syntax.other.ask": (
        "Look at this line and the ones just above it: quotes, brackets, colons, indentation"
    ),
    "finding.file-not-plain.second-document.message": (
        "a second document begins here; the rest of the file was not read"
    ),
    "finding.file-not-plain.second-document.ask": ("Remove the line, or move what follows it to a file of its own"),
    "finding.file-not-plain.anchor.message": ("the anchor '{name}' is YAML, but not the plain YAML of the format"),
    "finding.file-not-plain.anchor.ask": ("Remove it, or put quotes around the text if it is part of it"),
    "finding.file-not-plain.alias.message": (
        "the alias '{name}' points to another value; the format has no such thing"
    ),
    "finding.file-not-plain.alias.ask": ("Write the value itself, or put quotes around the text if it begins with *"),
    "finding.file-not-plain.tag.message": ("the tag '{name}' is YAML, but not the plain YAML of the format"),
    "finding.file-not-plain.tag.ask": ("Remove it, or put quotes around the text if it is part of it"),
    "finding.file-not-plain.merge-key.message": ("the merge key << is YAML, but not the plain YAML of the format"),
    "finding.file-not-plain.merge-key.ask": "Write the keys and values themselves",
    "finding.file-not-plain.key-not-text.message": "a list or a mapping stands where a key is expected",
    "finding.file-not-plain.key-not-text.ask": ("Write the key as text; put quotes around text with brackets in it"),
    "finding.file-not-plain.key-null.message": "a value stands here without a key",
    "finding.file-not-plain.key-null.ask": "Write the key before the colon",
    "finding.file-not-plain.too-deep.message": (
        "lists and mappings stand inside each other in more than {limit} levels; the rest of the file was not read"
    ),
    "finding.file-not-plain.too-deep.ask": "Write it with fewer levels",
    "finding.file-not-plain.directive.message": ("the line begins with %, which makes it an instruction to YAML"),
    "finding.file-not-plain.directive.ask": "Remove the line",
    "finding.file-not-plain.control-character.message": "a backslash in the text makes the control character {sign}",
    "finding.file-not-plain.control-character.ask": "Put ' around the text instead of \", or write two backslashes",
    "finding.file-not-plain.line-break.message": (
        "the file holds the foreign line break {sign}, first of {times}; then editors and YAML count lines differently"
    ),
    "finding.file-not-plain.line-break.ask": "Replace it with an ordinary line break",
    "finding.file-not-plain.byte-order-mark.message": (
        "a byte-order mark ({sign}) stands in the middle of the file, here first of {times}"
    ),
    "finding.file-not-plain.byte-order-mark.ask": ("Delete it; it can't be seen and comes from files put together"),
    "finding.file-not-plain.more.message": "there are {count} more errors in the file",
    "finding.file-not-plain.more.ask": "Mend the ones above first and check again",
    "finding.file-duplicate-key.message": "the key '{key}' stands twice: here and on line {first}",
    "finding.file-duplicate-key.ask": "Keep one of them",
}
