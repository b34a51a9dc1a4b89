package org.linli.dialogue;

/// What a form can ask for. Its words are in `templates/letters/ask-….txt`.
public enum Need {
    /// A place of the community: at least a building or a named spot.
    PLACE,
    /// What happened, in words, where only a picture or a place was given.
    WORDS,
    TIME,
    PHONE
}
