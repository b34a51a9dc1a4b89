package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final Case OF_PROPERTY = Sunshine.liftCase();

    @Test
    void aUnitAboveThatWasToldReadsTheCaseAndDoesNotActOnIt() {
        var lift = new Sight(Sunshine.ID, false, "lift", Set.of());

        assertThat(lift.sees(file(Set.of()))).isFalse();
        assertThat(lift.sees(file(Set.of("lift")))).isTrue();
        assertThat(lift.mayAct(OF_PROPERTY)).isFalse();
    }

    @Test
    void nobodySeesWhatAnotherCommunityWasToldOf() {
        var stranger = new Sight(new org.linli.platform.database.CommunityId("moon"), false, "lift", Set.of());

        assertThat(stranger.sees(file(Set.of("lift")))).isFalse();
    }

    private static CaseFile file(Set<String> told) {
        return new CaseFile(OF_PROPERTY, List.of(), false, told, null);
    }
}
