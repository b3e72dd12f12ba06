"""The interview: answers in, next page and the state of every item out. Pure."""
