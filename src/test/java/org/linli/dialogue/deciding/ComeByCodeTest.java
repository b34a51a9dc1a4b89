package org.linli.dialogue.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Talking.resident;
import static org.linli.dialogue.Talking.stranger;

import org.junit.jupiter.api.Test;
import org.linli.channels.Content;
import org.linli.community.IdentityDeclared;

/// Codes that hang at buildings.
class ComeByCodeTest {

    @Test
    void whoeverFollowsByTheCodeOfABuildingLivesThere() {
        var talk = stranger()
                .sends(new Content.Followed("home-b3"))
                .hears("welcome")
                .fact("home", "阳光里 3栋");
        assertThat(talk.learnt())
                .singleElement()
                .isInstanceOfSatisfying(
                        IdentityDeclared.class, it -> assertThat(it.home()).isEqualTo("b3"));
    }

    @Test
    void whoeverScansWithoutAHomeLivesThereToo() {
        assertThat(stranger()
                        .sends(new Content.Scanned("home-b3-2"))
                        .hears("greeting")
                        .learnt())
                .hasSize(1);
    }

    @Test
    void whoeverLivesInThatVeryHouseIsToldNothingNew() {
        assertThat(resident()
                        .sends(new Content.Scanned("home-b3"))
                        .hears("greeting")
                        .learnt())
                .isEmpty();
    }

    @Test
    void whoeverLivesElsewhereMayBeVisiting() {
        var talk = resident().sends(new Content.Scanned("home-b5")).hears("greeting");
        assertThat(talk.learnt()).isEmpty();
        assertThat(talk.facts().get("elsewhere")).isNotEmpty();
    }

    @Test
    void aCodeOfAPlaceThatIsNoHomeOrNoMoreOnlyGreets() {
        for (String code : new String[] {"home-gate", "home-nowhere", "b3", ""}) {
            assertThat(stranger()
                            .sends(new Content.Followed(code))
                            .hears("welcome")
                            .learnt())
                    .isEmpty();
        }
    }
}
