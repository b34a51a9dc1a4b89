package org.linli.postroom.web;

import java.util.Locale;
import org.linli.channels.Exchange;

/// One line of the log.
///
/// @param direction the end of a key of words
public record ExchangeLine(String at, String direction, String what, String code, boolean good, long millis) {

    static ExchangeLine of(Exchange it) {
        return new ExchangeLine(
                SpokenInstant.of(it.at()),
                it.direction().name().toLowerCase(Locale.ROOT),
                it.what(),
                it.code(),
                it.good(),
                it.took().toMillis());
    }
}
