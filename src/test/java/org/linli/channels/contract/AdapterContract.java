package org.linli.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.linli.channels.Channel;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import reactor.core.publisher.Mono;

/// What every adapter owes the inbox, the outbox and those who run it.
///
/// An adapter's test is its harness: how its calls look, which stand-in platform is behind it. A case that makes no
/// sense for it is named by [NotHere], with the reason; a harness that neither brings a thing nor says why fails.
public interface AdapterContract extends SecretContract, SilenceContract {

    Duration SOON = Duration.ofSeconds(60);

    /// Nobody's, and searched for in every line of the log.
    String WORDS = "我家的门牌是三零二";

    @Override
    default Channel channel() {
        return missing("channel");
    }

    /// One of our accounts on the channel.
    @Override
    default String account() {
        return missing("account");
    }

    /// A letter that the adapter can hand over.
    @Override
    Outbound letter(String text);

    /// Hands one over, once: by the channel, or by a way of its own.
    @Override
    default Mono<Receipt> send(Outbound letter) {
        return channel().send(letter);
    }

    @Test
    @Owed(Case.CHANNEL)
    default void isNamedSoThatItCanBePartOfAnAddress() {
        assertThat(channel().id().value()).matches("[a-z][a-z-]{1,15}");
    }

    @Test
    @Owed(Case.CHANNEL)
    default void carriesAtLeastAShortMessageAndNeverPromisesANegativeWait() {
        assertThat(channel().limits().textBytes()).isGreaterThanOrEqualTo(140);
        assertThat(channel().limits().passiveBudget()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    /// What a harness does not bring although a case asks for it.
    static <T> T missing(String what) {
        throw new AssertionError("the harness brings no " + what + ", and no @NotHere says why");
    }
}
