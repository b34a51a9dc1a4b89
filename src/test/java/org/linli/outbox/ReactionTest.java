package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.channels.SendFailure.Reason;

class ReactionTest {

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, AGAIN",
        "THROTTLED, AGAIN",
        "QUOTA_SPENT, NEXT_OR_HOLD",
        "WINDOW_CLOSED, NEXT_OR_HOLD",
        "UNCERTAIN, LEAVE_OPEN",
        "RECIPIENT_GONE, NEXT_OR_GIVE_UP",
        "CONTENT_REFUSED, NEXT_OR_GIVE_UP",
        "MISCONFIGURED, NEXT_OR_GIVE_UP"
    })
    void eachReasonHasOneReaction(Reason reason, Reaction reaction) {
        assertThat(Reaction.to(reason)).isEqualTo(reaction);
    }
}
