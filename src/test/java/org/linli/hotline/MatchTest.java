package org.linli.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.cases.Case;
import org.linli.cases.State;
import org.linli.cases.Sunshine;

class MatchTest {

    /// A lift at building 3, opened at nine.
    private static final Case LIFT = Sunshine.in(State.ASSIGNED);

    @Test
    void theSameThingAtTheSamePlaceIsOffered() {
        assertThat(best("b3", "report.elevator", "电梯停在半路了", Sunshine.NINE, Set.of()))
                .isEqualTo(Set.of(Match.Sign.PLACE, Match.Sign.LABEL, Match.Sign.WORDS, Match.Sign.TIME));
    }

    @Test
    void theSameTelephoneAndTheSameThingAreEnoughWithoutAPlace() {
        assertThat(best("", "report.elevator", "又来催", Sunshine.NINE, Set.of(LIFT.number())))
                .contains(Match.Sign.PHONE, Match.Sign.LABEL);
    }

    @Test
    void thePlaceAloneOrTheWordsAloneAreNotEnough() {
        var later = Sunshine.NINE.plus(Duration.ofDays(4));

        assertThat(best("b3", "report.noise", "半夜唱歌", later, Set.of())).isEmpty();
        assertThat(best("", "report.noise", "电梯又停在半路了", later, Set.of())).isEmpty();
        assertThat(best("b9", "report.elevator", "电梯又停在半路了", later, Set.of())).contains(Match.Sign.LABEL);
    }

    private static Set<Match.Sign> best(String spot, String label, String words, Instant at, Set<String> ofPhone) {
        var order = new WorkOrder("1", words, "", "", "", "", at, null);
        return Match.best(new Match.Clues(order, spot, label, ofPhone), List.of(LIFT))
                .map(Match::signs)
                .orElse(Set.of());
    }
}
