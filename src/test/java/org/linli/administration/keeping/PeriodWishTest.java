package org.linli.administration.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.administration.keeping.PeriodWish.Fate.GRANTED;
import static org.linli.administration.keeping.PeriodWish.Fate.REFUSED;
import static org.linli.administration.keeping.PeriodWish.Fate.SAME;
import static org.linli.administration.keeping.PeriodWish.Fate.TO_CONFIRM;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.retention.Period;

class PeriodWishTest {

    private static final Period LETTERS = new Period("letters", 90, 30, 365);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "abc", "29", "366", "-40", "40.5", "99999999999", "40天"})
    void whatIsNoNumberWithinTheBoundsIsRefused(@Nullable String typed) {
        assertThat(PeriodWish.of(LETTERS, 90, typed, "90").fate()).isEqualTo(REFUSED);
    }

    @Test
    void aLongerTimeIsGrantedAtOnce() {
        assertThat(wish(90, " 120 ", null)).isEqualTo(new PeriodWish(120, GRANTED));
        assertThat(wish(90, "１２０", null)).isEqualTo(new PeriodWish(120, GRANTED));
    }

    @Test
    void aShorterTimeIsGrantedToWhoeverSawWhatItDeletes() {
        assertThat(wish(90, "30", null)).isEqualTo(new PeriodWish(30, TO_CONFIRM));
        assertThat(wish(90, "30", "90")).isEqualTo(new PeriodWish(30, GRANTED));
    }

    @Test
    void whatWasAgreedToBeforeSomebodyElseChangedItIsAskedAnew() {
        assertThat(wish(365, "30", "90").fate()).isEqualTo(TO_CONFIRM);
    }

    @Test
    void nothingIsDoneWhereItIsSoAlready() {
        assertThat(wish(90, "90", null).fate()).isEqualTo(SAME);
    }

    private static PeriodWish wish(int now, String typed, @Nullable String confirmed) {
        return PeriodWish.of(LETTERS, now, typed, confirmed);
    }
}
