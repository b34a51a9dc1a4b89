package org.linli.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;
import static org.linli.channels.SendFailure.Reason.THROTTLED;
import static org.linli.channels.SendFailure.Reason.UNCERTAIN;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;
import static org.linli.channels.SendFailure.Reason.WINDOW_CLOSED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a [Channel] owes when somebody else's platform is behind it.
///
/// An adapter's test implements this against a stand-in platform on a real port.
public interface PlatformContract extends ChannelContract {

    /// The stand-in platform that [#channel] talks to.
    StandIn platform();

    /// A call in which somebody writes `text`.
    WebhookRequest genuine(String text);

    /// The same call, its signed part changed.
    WebhookRequest tampered(String text);

    /// A genuine call with a kind of message that nobody knows yet.
    WebhookRequest invented(String kind);

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
        assertThat(said(genuine(text))).isEqualTo(new Content.Text(text));
    }

    @Test
    default void rejectsATamperedCall() {
        assertRejected(tampered("电梯坏了"));
    }

    @Test
    default void aKindThatNobodyKnowsYetIsUnknownAndNoError() {
        assertThat(said(invented("hologram"))).isEqualTo(new Content.Unknown("hologram"));
    }

    @Test
    default void theSameCallTwiceCarriesTheSameId() {
        var call = genuine("电梯坏了");
        assertThat(first(call).platformId())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(128)
                .isEqualTo(first(call).platformId());
    }

    @Test
    default void namesTheReasonWhenSendingFails() {
        platform().throttles();
        assertFailsWith(THROTTLED);
        platform().closesTheWindow();
        assertFailsWith(WINDOW_CLOSED);
        platform().hasLostThePerson();
        assertFailsWith(RECIPIENT_GONE);
        platform().forbids();
        assertFailsWith(MISCONFIGURED);
    }

    @Test
    default void knowsWhetherTheMessageMayHaveArrived() {
        platform().isOutOfOrder();
        assertFailsWith(UNREACHABLE);
        platform().hangsUp();
        assertFailsWith(UNCERTAIN);
        platform().neverAnswers();
        assertFailsWith(UNCERTAIN);
        platform().isGone();
        assertFailsWith(UNREACHABLE);
    }

    private Content said(WebhookRequest request) {
        return first(request).content();
    }

    private Inbound first(WebhookRequest request) {
        var delivery = channel().receive(request).block(SOON);
        return assertThat(delivery)
                .asInstanceOf(type(Delivery.Messages.class))
                .actual()
                .messages()
                .getFirst();
    }

    /// A platform that can be told to behave badly, one way at a time.
    interface StandIn {

        /// Says that it is too much at once.
        void throttles();

        /// Says that the person has to write first.
        void closesTheWindow();

        /// Says that the person left.
        void hasLostThePerson();

        /// Says that we may not do this.
        void forbids();

        /// Answers with the error page of some proxy.
        void isOutOfOrder();

        /// Reads the request and cuts the connection.
        void hangsUp();

        /// Reads the request and stays silent.
        void neverAnswers();

        /// Nobody listens on its port any more.
        void isGone();
    }
}
