package org.linli.postroom.web;

import org.jspecify.annotations.Nullable;
import org.linli.channels.Content.Delivered.Counts;
import org.linli.outbox.LettersToMany.ToMany;

/// One message to many, and how far it is.
///
/// @param state  the end of a key of words
/// @param reason the end of a key of words; empty where nothing went wrong
public record ManyLine(
        String at,
        String name,
        String words,
        String state,
        String reason,
        @Nullable Counts counts) {

    static ManyLine of(ToMany it) {
        return new ManyLine(SpokenInstant.of(it.at()), it.name(), it.words(), it.state(), it.reason(), it.counts());
    }

    @Override
    public String toString() {
        return "ManyLine[" + state + "]";
    }
}
