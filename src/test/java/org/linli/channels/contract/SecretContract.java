package org.linli.channels.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import ch.qos.logback.classic.Level;
import org.junit.jupiter.api.Test;

/// What an adapter owes to the address of this machine, which platforms ban for trying a wrong secret again and again,
/// and to whoever has to mend it.
interface SecretContract extends SendingContract {

    @Test
    @Owed(Case.WRONG_SECRET)
    default void aWrongSecretIsTriedOnceAndToldOnce() {
        platform().refusesTheSecret();
        try (var log = new HeardLog()) {
            fiveLettersFail();
            assertThat(log.lines(Level.ERROR)).as("alarms").hasSize(1);
        }
        assertThat(platform().secretsTried()).isEqualTo(1);
    }

    @Test
    @Owed(Case.TOKEN_EXPIRED)
    default void aTokenThatEndsIsRenewedAndSoIsTheNext() {
        handsOverALetter();
        for (int tokens = 2; tokens <= 3; tokens++) {
            platform().expiresItsToken();
            handsOverALetter();
            assertThat(platform().secretsTried()).isEqualTo(tokens);
        }
    }

    @Test
    @Owed(Case.TOKEN_NEVER_TAKEN)
    default void aPlatformThatTakesNoneOfItsTokensIsNotAskedForMore() {
        handsOverALetter();
        platform().takesNoToken();
        try (var log = new HeardLog()) {
            fiveLettersFail();
            assertThat(log.lines(Level.ERROR)).as("alarms").hasSize(1);
        }
        assertThat(platform().secretsTried()).isEqualTo(2);
    }

    private void fiveLettersFail() {
        for (int i = 0; i < 5; i++) {
            assertFailsWith(MISCONFIGURED);
        }
    }
}
