package org.linli.postroom.web;

import org.linli.channels.Content.Delivered.Counts;
import org.linli.outbox.MassResults.MassResult;

/// How one message to many fared.
///
/// @param stage  the end of a key of words
/// @param detail the platform's own words
public record MassLine(String at, String template, String stage, String detail, Counts counts) {

    static MassLine of(MassResult it) {
        return new MassLine(SpokenInstant.of(it.at()), it.template(), it.word(), it.detail(), it.counts());
    }
}
