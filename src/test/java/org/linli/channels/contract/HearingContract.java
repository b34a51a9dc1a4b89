package org.linli.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.contract.AdapterContract.SOON;
import static org.linli.channels.contract.AdapterContract.missing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.Channel;
import org.linli.channels.Content;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;
import org.linli.channels.WebhookRejected;
import org.linli.channels.WebhookRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/// What an adapter owes to whoever calls us. An arrival is a call with all that follows from it: each subscription is
/// one more time that it arrives, and its result is what reaches the inbox.
public interface HearingContract {

    Channel channel();

    String account();

    /// Somebody writes `text` now.
    default Mono<List<Inbound>> genuine(String text) {
        return missing("genuine call");
    }

    /// The same, its signed part changed.
    default Mono<List<Inbound>> tampered(String text) {
        return missing("tampered call");
    }

    /// The same, signed so long ago.
    default Mono<List<Inbound>> signed(Duration ago, String text) {
        return missing("call of another time");
    }

    /// A genuine message of a kind that nobody knows.
    default Mono<List<Inbound>> invented(String kind) {
        return missing("call of an unknown kind");
    }

    /// A platform's call. What is turned away as it should be says nothing; any other error stays one.
    default Mono<List<Inbound>> arrival(WebhookRequest request) {
        return arrival(channel(), request);
    }

    static Mono<List<Inbound>> arrival(Channel channel, WebhookRequest request) {
        return channel.receive(request)
                .map(delivery -> delivery instanceof Delivery.Messages said ? said.messages() : List.<Inbound>of())
                .onErrorResume(WebhookRejected.class, _ -> Mono.just(List.of()));
    }

    @Test
    @Owed(Case.NOT_OURS)
    default void rejectsACallForAnAccountThatIsNotOurs() {
        assertRejected(new WebhookRequest("POST", "nobody-has-this", Map.of(), "<xml/>"));
    }

    @Owed(Case.NOT_OURS)
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{", "<", "<xml/>", "{}", "[]", "\0", "电梯坏了"})
    default void rejectsWhatNoPlatformSigned(String body) {
        for (String method : List.of("GET", "POST", "PUT")) {
            assertRejected(new WebhookRequest(method, account(), Map.of(), body));
        }
    }

    @Owed(Case.WORDS)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "电梯坏了",
                " 3幢 ",
                "",
                "a]]>b <&> \"quoted\" 'so'",
                "😀👨‍👩‍👧",
                "\u202Eright to left\u202C",
                "a\u200Bb",
                "'); drop table inbox.arrivals; --",
                "<script>alert(1)</script>"
            })
    default void readsWhatSomebodyWrote(String text) {
        assertThat(heard(genuine(text))).extracting(Inbound::content).containsExactly(new Content.Text(text));
    }

    @Test
    @Owed(Case.TAMPERED)
    default void nothingOfATamperedCallIsHeard() {
        assertThat(heard(tampered("电梯坏了"))).isEmpty();
    }

    @Test
    @Owed(Case.OLD)
    default void whatWasSeenAndComesLongAfterwardsIsNotHeard() {
        assertThat(heard(signed(Duration.ofHours(1), "电梯坏了"))).isEmpty();
        assertThat(heard(signed(Duration.ofHours(-1), "电梯坏了"))).isEmpty();
        assertThat(heard(signed(Duration.ofSeconds(20), "电梯坏了")))
                .as("the platform's own repeat")
                .isNotEmpty();
    }

    @Test
    @Owed(Case.AT_ONCE)
    default void theSameCallAtTheSameMomentIsOneMessage() {
        var call = genuine("电梯坏了");
        var ids = Flux.range(0, 8)
                .flatMap(_ -> call.subscribeOn(Schedulers.boundedElastic()), 8)
                .flatMapIterable(said -> said)
                .map(Inbound::platformId)
                .collectList()
                .block(SOON);
        assertThat(ids)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(id)
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(128)
                        .isEqualTo(Objects.requireNonNull(ids).getFirst()));
    }

    @Test
    @Owed(Case.UNKNOWN_KIND)
    default void aKindThatNobodyKnowsYetIsUnknownAndNoError() {
        assertThat(heard(invented("hologram")))
                .extracting(Inbound::content)
                .containsExactly(new Content.Unknown("hologram"));
    }

    /// The call ends with [WebhookRejected] and with no other error.
    default void assertRejected(WebhookRequest request) {
        channel()
                .receive(request)
                .as(StepVerifier::create)
                .expectError(WebhookRejected.class)
                .verify(SOON);
    }

    private static List<Inbound> heard(Mono<List<Inbound>> arrival) {
        return Objects.requireNonNull(arrival.block(SOON), "no arrival");
    }
}
