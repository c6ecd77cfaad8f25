"""One port, many languages: sentences, mentions, cues, dates, speech; no other floor knows any language's words."""
