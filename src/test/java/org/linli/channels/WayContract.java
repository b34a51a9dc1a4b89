package org.linli.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/// What every [Way] owes the outbox. An adapter's test implements it against a stand-in platform on a real port.
public interface WayContract {

    Way way();

    /// A letter that it can take.
    Outbound carried();

    /// A letter that it cannot take: the other kind of receiver, no form for its template.
    Outbound notCarried();

    @Test
    default void isNamedAfterItsChannel() {
        assertThat(way().id()).matches("[a-z][a-z-]*\\.[a-z][a-z-]*");
        assertThat(way().id()).startsWith(way().channel() + ".");
        assertThat(carried().to().channel()).isEqualTo(way().channel());
    }

    @Test
    default void knowsBeforehandWhatItCanTake() {
        assertThat(way().carries(carried())).isTrue();
        assertThat(way().carries(notCarried())).isFalse();
    }

    @Test
    default void drawsOnEachAllowanceOnceAndNamesTheSameEachTime() {
        var allowances = way().allowances(carried());
        assertThat(allowances).doesNotHaveDuplicates().isEqualTo(way().allowances(carried()));
        assertThat(allowances).allSatisfy(it -> assertThat(it.name()).matches("[a-z][a-z0-9.-]{2,63}"));
    }

    @Test
    default void tellsNoPersonWhenPrinted() {
        assertThat(way().allowances(carried()))
                .allSatisfy(it ->
                        assertThat(it.toString()).doesNotContain(carried().to().id()));
    }

    @Test
    default void handsOverWhatItCanTake() {
        way().send(carried())
                .as(StepVerifier::create)
                .assertNext(receipt -> assertThat(receipt.platformId()).isNotBlank())
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }
}
