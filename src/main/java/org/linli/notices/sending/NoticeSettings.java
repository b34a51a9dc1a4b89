package org.linli.notices.sending;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param mostADay how many ordinary notices one person gets in a day; what is more comes the next morning
/// @param batch    how many people are thought of at a time
@ConfigurationProperties("linli.notices")
record NoticeSettings(
        @DefaultValue("3") int mostADay,
        @DefaultValue("500") int batch) {

    NoticeSettings {
        if (mostADay < 1 || batch < 1 || batch > 2_000) {
            throw new IllegalArgumentException(
                    "linli.notices: most-a-day %d, batch %d (expected: 1 or more, batch up to 2000)"
                            .formatted(mostADay, batch));
        }
    }
}
