package org.linli.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.RECIPIENT_GONE;
import static org.linli.channels.SendFailure.Reason.THROTTLED;
import static org.linli.channels.SendFailure.Reason.UNCERTAIN;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;
import static org.linli.channels.SendFailure.Reason.WINDOW_CLOSED;
import static org.linli.channels.contract.AdapterContract.SOON;
import static org.linli.channels.contract.AdapterContract.missing;

import org.junit.jupiter.api.Test;
import org.linli.Shows;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// What an adapter owes the outbox: each failure has its reason, and nothing that may have arrived is called undone.
interface SendingContract {

    Outbound letter(String text);

    Mono<Receipt> send(Outbound letter);

    /// The stand-in platform behind the adapter.
    default Misbehaving platform() {
        return missing("platform");
    }

    @Test
    @Owed(Case.TAKEN)
    default void handsOverALetter() {
        send(letter("您反映的电梯问题已受理。"))
                .as(StepVerifier::create)
                .assertNext(receipt -> assertThat(receipt.platformId()).isNotBlank())
                .expectComplete()
                .verify(SOON);
    }

    @Test
    @Owed(Case.CODE_IN_200)
    default void aCodeInsideHttp200IsAFailure() {
        platform().refusesWith(99_999_999);
        assertFails();
        platform().refusesWith(-1);
        assertFailsWith(UNREACHABLE);
    }

    @Shows("a platform is slow, throttles, hangs up or answers nonsense")
    @Test
    @Owed(Case.THROTTLED)
    default void tooMuchAtOnceIsTriedLater() {
        platform().throttles();
        assertFailsWith(THROTTLED);
    }

    @Test
    @Owed(Case.WINDOW_CLOSED)
    default void whoHasToWriteFirstIsNotWrittenTo() {
        platform().closesTheWindow();
        assertFailsWith(WINDOW_CLOSED);
    }

    @Test
    @Owed(Case.PERSON_GONE)
    default void whoLeftIsGone() {
        platform().hasLostThePerson();
        assertFailsWith(RECIPIENT_GONE);
    }

    @Test
    @Owed(Case.FORBIDDEN)
    default void whatWeMayNotDoIsForStaff() {
        platform().forbids();
        assertFailsWith(MISCONFIGURED);
    }

    @Shows("a platform is slow, throttles, hangs up or answers nonsense")
    @Test
    @Owed(Case.OUT_OF_ORDER)
    default void aPlatformThatTookNothingIsTriedAgain() {
        platform().isOutOfOrder();
        assertFailsWith(UNREACHABLE);
        platform().isGone();
        assertFailsWith(UNREACHABLE);
    }

    @Test
    @Owed(Case.HUNG_UP)
    default void whatMayHaveArrivedIsUncertain() {
        platform().hangsUp();
        assertFailsWith(UNCERTAIN);
        platform().neverAnswers();
        assertFailsWith(UNCERTAIN);
    }

    /// Sending ends with [SendFailure] for this reason.
    default void assertFailsWith(SendFailure.Reason reason) {
        assertThat(failure().reason()).isEqualTo(reason);
    }

    default void assertFails() {
        assertThat(failure()).isNotNull();
    }

    private SendFailure failure() {
        var failures = new java.util.ArrayList<SendFailure>();
        send(letter("您反映的电梯问题已受理。"))
                .as(StepVerifier::create)
                .consumeErrorWith(error -> assertThat(error).isInstanceOfSatisfying(SendFailure.class, failures::add))
                .verify(SOON);
        return failures.getFirst();
    }
}
