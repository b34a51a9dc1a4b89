package org.linli.postroom.web;

import java.util.Locale;
import org.linli.outbox.UndeliveredLetters.Undelivered;

/// One letter in the list. Its address is a person's, so only the account is shown.
///
/// @param state  the end of a key of words
/// @param reason the end of a key of words; empty where there is none
public record LetterRow(
        String key,
        String template,
        String channel,
        String account,
        String state,
        String way,
        String reason,
        int attempts,
        String at,
        boolean mayHaveArrived,
        boolean mayBeDropped) {

    static LetterRow of(Undelivered it) {
        return new LetterRow(
                it.key(),
                it.template(),
                it.to().channel().value(),
                it.to().account(),
                it.state().name().toLowerCase(Locale.ROOT),
                it.way(),
                it.reason(),
                it.attempts(),
                SpokenInstant.of(it.createdAt()),
                it.mayHaveArrived(),
                it.mayBeDropped());
    }
}
