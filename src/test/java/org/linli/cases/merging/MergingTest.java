package org.linli.cases.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.cases.Care;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.Neighbour;
import org.linli.cases.State;
import org.linli.cases.Sunshine;

class MergingTest {

    private static final Instant SOON = Sunshine.NINE.plus(Duration.ofHours(2));
    private static final Instant LATER = Sunshine.NINE.plus(Duration.ofHours(9));

    @Test
    void nobodyWaitsLongerBecauseOfAMerge() {
        var soon = file("SU-1", State.ASSIGNED, SOON, "zhang");
        var later = file("SU-2", State.IN_PROGRESS, LATER, "li");

        assertThat(new Merging(later, soon, false).refusal()).isEmpty();
        assertThat(new Merging(soon, later, false).refusal()).contains(Refusal.LATER_PROMISE);
    }

    @Test
    void whatWaitsForAResidentDoesNotStopTheClockOfAnother() {
        var waits = file("SU-1", State.WAITING, SOON, "zhang");
        var runs = file("SU-2", State.ASSIGNED, LATER, "li");

        assertThat(new Merging(runs, waits, false).refusal()).contains(Refusal.LATER_PROMISE);
        assertThat(new Merging(waits, runs, false).refusal()).isEmpty();
    }

    @Test
    void aPromiseInStaffsOwnWordsIsNotForgotten() {
        var one = file("SU-1", State.ASSIGNED, SOON, "zhang");
        var other = file("SU-2", State.ASSIGNED, SOON, "li");

        assertThat(new Merging(one, other, true).refusal()).contains(Refusal.TWO_PROMISES);
    }

    @Test
    void nothingIsMergedWithWhatIsOverOrRestsElsewhereOrWithItself() {
        var open = file("SU-1", State.ASSIGNED, SOON, "zhang");

        for (State over : List.of(State.RESOLVED, State.RATED, State.CLOSED, State.WITHDRAWN)) {
            var done = file("SU-2", over, SOON, "li");
            assertThat(new Merging(open, done, false).refusal()).contains(Refusal.OVER);
            assertThat(new Merging(done, open, false).refusal()).contains(Refusal.OVER);
        }
        var rests = file("SU-2", State.MERGED, SOON, "li");
        assertThat(new Merging(open, rests, false).refusal()).contains(Refusal.MERGED_ALREADY);
        assertThat(new Merging(rests, open, false).refusal()).contains(Refusal.MERGED_ALREADY);
        assertThat(new Merging(open, open, false).refusal()).contains(Refusal.SAME_CASE);
    }

    @Test
    void whoSaidItToBothIsInformedOnce() {
        var source = file("SU-2", State.ASSIGNED, SOON, "zhang", "li", "wu");
        var target = file("SU-1", State.ASSIGNED, SOON, "li", "qian");

        assertThat(new Merging(source, target, false).goingOver())
                .containsExactly(Sunshine.neighbour("zhang"), Sunshine.neighbour("wu"));
    }

    @Test
    void onePersonWithTwoAddressesGoesOverOnce() {
        var here = new Neighbour("r-wu", Sunshine.person("wu"), null, Sunshine.person("wu"));
        var there = new Neighbour("r-wu", Sunshine.person("wu-at-work"), Sunshine.GROUP, null);
        var source = new CaseFile(file("SU-2", State.ASSIGNED, SOON, "zhang").it(), List.of(here, there), false);
        var target = file("SU-1", State.ASSIGNED, SOON, "li");

        assertThat(new Merging(source, target, false).goingOver()).containsExactly(Sunshine.neighbour("zhang"), here);
    }

    @Test
    void aReporterWhoWaitsNoMoreIsNotBroughtBack() {
        var source =
                new CaseFile(file("SU-2", State.ASSIGNED, SOON, "zhang").it(), List.of(Sunshine.neighbour("wu")), true);
        var target = file("SU-1", State.ASSIGNED, SOON, "li");

        assertThat(new Merging(source, target, false).goingOver()).containsExactly(Sunshine.neighbour("wu"));
    }

    @Test
    void whoCameWithTwoCasesStaysWithTheOneThatStillRests() {
        var target = file("SU-1", State.ASSIGNED, SOON, "li", "wu", "zhang");
        var stillRests = file("SU-3", State.MERGED, SOON, "qian", "wu");

        var staying = new Staying(
                target, List.of(Sunshine.neighbour("wu"), Sunshine.neighbour("zhang")), List.of(stillRests));

        assertThat(staying.brought())
                .containsExactly(new PeopleBrought(Sunshine.ID, "SU-3", "SU-1", List.of(Sunshine.neighbour("wu"))));
    }

    private static CaseFile file(String number, State state, Instant due, String reporter, String... supporters) {
        var like = Sunshine.in(state);
        var it = new Case(
                like.community(),
                number,
                like.course(),
                like.problem(),
                Sunshine.neighbour(reporter),
                state,
                new Care("property", null, due),
                like.openedAt(),
                null,
                null,
                1);
        return new CaseFile(
                it, List.of(supporters).stream().map(Sunshine::neighbour).toList(), false);
    }
}
