package org.linli.polls.alarms;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.linli.polls.Whence.Kind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// From how many voters on, within a window, the committee is told.
///
/// @param window    at most the hour for which it is kept where ballots come from
/// @param address   from one network address, which a neighbourhood may share
/// @param device    from one browser at an address
/// @param household who live in the same flat
/// @param person    entered by one person
@Validated
@ConfigurationProperties("linli.polls.bursts")
record BurstProperties(
        @DefaultValue("10m") Duration window,
        @DefaultValue("20") @Min(2) int address,
        @DefaultValue("6") @Min(2) int device,
        @DefaultValue("6") @Min(2) int household,
        @DefaultValue("30") @Min(2) int person) {

    static final Duration KEPT = Duration.ofHours(1);

    BurstProperties {
        if (window.isNegative() || window.isZero() || window.compareTo(KEPT) > 0) {
            throw new IllegalArgumentException(
                    "linli.polls.bursts.window is %s, expected more than nothing and at most %s"
                            .formatted(window, KEPT));
        }
    }

    Bursts rule() {
        return new Bursts(
                window,
                Map.of(
                        Kind.ADDRESS, address,
                        Kind.DEVICE, device,
                        Kind.HOUSEHOLD, household,
                        Kind.PERSON, person));
    }
}
