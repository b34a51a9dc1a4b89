package org.linli.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.contract.AdapterContract.SOON;
import static org.linli.channels.contract.AdapterContract.WORDS;
import static org.linli.channels.contract.AdapterContract.missing;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import reactor.core.publisher.Mono;

/// What an adapter owes to whoever wrote, and to whoever trusted us with a secret: neither stands in the log, in an
/// error or in a text form.
interface SilenceContract extends HearingContract, SendingContract {

    /// Secrets, keys, tokens and ids of people.
    default List<String> secrets() {
        return missing("secrets to look for");
    }

    /// What the adapter is put through, one after the other.
    default List<Runnable> troubles() {
        return platform().troubles();
    }

    /// What somebody says in this test: each is subscribed to once.
    default List<Mono<List<Inbound>>> arrivals() {
        return List.of(genuine(WORDS), tampered(WORDS), signed(Duration.ofHours(1), WORDS));
    }

    @Test
    @Owed(Case.SILENCE)
    default void noTroubleTellsASecretOrAWord() {
        var printed = new StringBuilder();
        try (var log = new HeardLog()) {
            arrivals().forEach(arrival -> printed.append(arrival.block(SOON)));
            troubles().forEach(trouble -> {
                trouble.run();
                printed.append(tried(letter(WORDS)));
            });
            printed.append(log.whole());
        }
        assertThat(printed).hasSizeGreaterThan(50);
        assertThat(secrets()).isNotEmpty().noneMatch(it -> printed.indexOf(it) >= 0);
        assertThat(printed).doesNotContain(WORDS);
    }

    private String tried(Outbound letter) {
        try {
            return letter + " " + send(letter).block(SOON);
        } catch (SendFailure failure) {
            return letter + " " + failure + " " + failure.getCause();
        }
    }
}
