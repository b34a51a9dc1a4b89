package org.linli.notices.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Place;
import org.linli.community.choosing.Whom;
import org.linli.platform.database.CommunityId;

class ReadAudienceTest {

    private static final Address GROUP = Address.parse("webchat:lm:group:b3");
    private static final Whom THREE = new Whom.LivesIn("b3");
    private static final Whom FIVE = new Whom.LivesIn("b5");
    private static final Whom ALONE = new Whom.Tagged("独居");
    private static final Whom DOG = new Whom.Tagged("养犬");

    private final Names names = Names.of(
            new CommunityMap(
                    new CommunityId("lm"),
                    "柳苑社区",
                    List.of(
                            place("g1", Place.Kind.GRID, "第一网格", null),
                            place("s1", Place.Kind.COMPOUND, "阳光里", "g1"),
                            place("s2", Place.Kind.COMPOUND, "柳岸花园", "g1"),
                            place("b3", Place.Kind.BUILDING, "3栋", "s1"),
                            place("b1", Place.Kind.BUILDING, "1栋", "s1"),
                            place("t1", Place.Kind.BUILDING, "1栋", "s2"),
                            place("b5", Place.Kind.BUILDING, "5栋", "s2")),
                    List.of(),
                    List.of(),
                    List.of(new Group("b3", "3栋邻里群", GROUP, "b3", 0.5))),
            List.of("独居", "养犬", "非遗传人"));

    @Test
    void namesSideBySideMeanEither() {
        var either = new Whom.Any(List.of(THREE, FIVE));

        assertThat(whom("3栋 5栋")).isEqualTo(either);
        assertThat(whom("3栋、5栋")).isEqualTo(either);
        assertThat(whom("3栋或5栋")).isEqualTo(either);
    }

    @Test
    void andBindsCloserThanOrAndBracketsChangeThat() {
        assertThat(whom("3栋 或 5栋 且 独居")).isEqualTo(new Whom.Any(List.of(THREE, new Whom.All(List.of(FIVE, ALONE)))));
        assertThat(whom("（3栋 或 5栋）且 独居")).isEqualTo(new Whom.All(List.of(new Whom.Any(List.of(THREE, FIVE)), ALONE)));
    }

    @Test
    void aNotAfterANameTakesThemOut() {
        var without = new Whom.All(List.of(THREE, new Whom.Not(DOG)));

        assertThat(whom("3栋 且非 养犬")).isEqualTo(without);
        assertThat(whom("3栋非养犬")).isEqualTo(without);
        assertThat(whom("非养犬")).isEqualTo(new Whom.Not(DOG));
    }

    @Test
    void theLongestNameIsMeant() {
        assertThat(whom("3栋邻里群")).isEqualTo(new Whom.InGroup(GROUP));
        assertThat(whom("3栋 非遗传人")).isEqualTo(new Whom.Any(List.of(THREE, new Whom.Tagged("非遗传人"))));
        assertThat(whom("阳光里1栋")).isEqualTo(new Whom.LivesIn("b1"));
    }

    @Test
    void everybodyHasTwoNames() {
        assertThat(whom("全体")).isEqualTo(new Whom.Everybody());
        assertThat(whom("柳苑社区")).isEqualTo(new Whom.Everybody());
    }

    @Test
    void whatIsNotUnderstoodIsNamedWithItsPlace() {
        assertThat(read("  ")).isEqualTo(new Reading.NotUnderstood(Reading.Why.EMPTY, 0, ""));
        assertThat(read("3栋 或 9栋")).isEqualTo(new Reading.NotUnderstood(Reading.Why.UNKNOWN_NAME, 5, "9栋"));
        assertThat(read("1栋")).isEqualTo(new Reading.NotUnderstood(Reading.Why.SEVERAL_PLACES, 0, "1栋"));
        assertThat(read("3栋 且")).isEqualTo(new Reading.NotUnderstood(Reading.Why.NAME_MISSING, 4, ""));
        assertThat(read("(3栋")).isEqualTo(new Reading.NotUnderstood(Reading.Why.BRACKET_MISSING, 3, ""));
        assertThat(read("3栋)")).isEqualTo(new Reading.NotUnderstood(Reading.Why.BRACKET_MISSING, 2, ""));
    }

    private Whom whom(String line) {
        return ((Reading.Understood) read(line)).whom();
    }

    private Reading read(String line) {
        return ReadAudience.read(line, names);
    }

    private static Place place(String id, Place.Kind kind, String name, @Nullable String parent) {
        return new Place(id, kind, name, parent, List.of());
    }
}
