package org.linli.channels.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.channels.SendFailure.Reason;

/// What the errors that servers send back mean for a letter.
class RefusedTest {

    @ParameterizedTest
    @CsvSource({
        "not_authorized, MISCONFIGURED",
        "forbidden, MISCONFIGURED",
        "not_allowed, MISCONFIGURED",
        "registration_required, MISCONFIGURED",
        "item_not_found, RECIPIENT_GONE",
        "gone, RECIPIENT_GONE",
        "service_unavailable, RECIPIENT_GONE",
        "remote_server_not_found, RECIPIENT_GONE",
        "recipient_unavailable, UNREACHABLE",
        "remote_server_timeout, UNREACHABLE",
        "not_acceptable, UNREACHABLE",
        "resource_constraint, THROTTLED",
        "policy_violation, CONTENT_REFUSED"
    })
    void anErrorHasItsReason(Condition condition, Reason reason) {
        assertThat(Refused.because(StanzaError.getBuilder(condition).build()).reason())
                .isEqualTo(reason);
    }

    @Test
    void noErrorThatCameBackIsUncertain() {
        assertThat(Condition.values())
                .allSatisfy(it -> assertThat(Refused.reason(it)).isNotEqualTo(Reason.UNCERTAIN));
        assertThat(Refused.because(null).reason()).isEqualTo(Reason.UNREACHABLE);
    }
}
