package org.linli.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/// What every [Channel] owes the inbox and the outbox.
///
/// A channel with a platform behind it implements [PlatformContract], which asks for more.
public interface ChannelContract {

    Duration SOON = Duration.ofSeconds(10);

    Channel channel();

    /// One of our accounts on the channel.
    String account();

    /// A message that the channel can hand over.
    Outbound anyOutbound();

    @Test
    default void isNamedSoThatItCanBePartOfAnAddress() {
        assertThat(channel().id().value()).matches("[a-z][a-z-]{1,15}");
        assertThat(anyOutbound().to().channel()).isEqualTo(channel().id());
    }

    @Test
    default void carriesAtLeastAShortMessageAndNeverPromisesANegativeWait() {
        assertThat(channel().limits().textBytes()).isGreaterThanOrEqualTo(140);
        assertThat(channel().limits().passiveBudget()).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    default void handsOverAMessage() {
        channel()
                .send(anyOutbound())
                .as(StepVerifier::create)
                .assertNext(receipt -> assertThat(receipt.platformId()).isNotBlank())
                .expectComplete()
                .verify(SOON);
    }

    @Test
    default void rejectsACallForAnAccountThatIsNotOurs() {
        assertRejected(new WebhookRequest("POST", "nobody-has-this", Map.of(), Map.of(), "<xml/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{", "<", "<xml/>", "{}", "[]", "\0", "电梯坏了"})
    default void rejectsWhatNoPlatformSigned(String body) {
        for (String method : new String[] {"GET", "POST", "PUT"}) {
            assertRejected(new WebhookRequest(method, account(), Map.of(), Map.of(), body));
        }
    }

    /// The call ends with [WebhookRejected] and with no other error.
    default void assertRejected(WebhookRequest request) {
        channel()
                .receive(request)
                .as(StepVerifier::create)
                .expectError(WebhookRejected.class)
                .verify(SOON);
    }

    /// Sending ends with [SendFailure] for this reason.
    default void assertFailsWith(SendFailure.Reason reason) {
        channel()
                .send(anyOutbound())
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                SendFailure.class,
                                failure -> assertThat(failure.reason()).isEqualTo(reason)))
                .verify(SOON);
    }
}
