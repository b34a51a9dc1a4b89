package org.linli.notices.spikes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param households how many of one building have to ask the same
/// @param within     in what time
/// @param rest       for how long after a draft no second one is made for the same building and theme
/// @param holds      how long what is drafted holds, until staff says otherwise
@ConfigurationProperties("linli.notices.spike")
record SpikeSettings(
        @DefaultValue("5") int households,
        @DefaultValue("10m") Duration within,
        @DefaultValue("6h") Duration rest,
        @DefaultValue("4h") Duration holds) {

    SpikeSettings {
        if (households < 2 || !within.isPositive() || !rest.isPositive() || !holds.isPositive()) {
            throw new IllegalArgumentException(
                    "linli.notices.spike: households %d, within %s, rest %s, holds %s (expected: 2 or more, above zero)"
                            .formatted(households, within, rest, holds));
        }
    }
}
