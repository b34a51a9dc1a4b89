package org.linli.cases.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.cases.Sunshine;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Role;
import org.linli.community.StaffMember;

/// Wang and Sun work for the property company, Zhao and Qian for the community.
class PresenceTest {

    private static final CommunityMap MAP = new CommunityMap(
            Sunshine.ID,
            "阳光社区",
            Sunshine.MAP.places(),
            Sunshine.MAP.units(),
            List.of(
                    staff("wang", Role.UNIT_WORKER, "property"),
                    staff("sun", Role.UNIT_WORKER, "property"),
                    staff("zhao", Role.COMMUNITY_WORKER, "desk"),
                    staff("qian", Role.COMMUNITY_WORKER, "desk")),
            List.of());

    @Test
    void whoStandsInIsToldInstead() {
        assertThat(told(new Presence(Set.of("wang"), Map.of("wang", "zhao")), "wang"))
                .isEqualTo("zhao");
    }

    @Test
    void colleaguesAreToldAnyway() {
        assertThat(told(new Presence(Set.of("wang"), Map.of()), "wang")).isEqualTo("wang");
    }

    @Test
    void whereAWholeUnitIsAwayTheDeskIsTold() {
        var nobodyThere = new Presence(Set.of("wang", "sun", "zhao"), Map.of("sun", "wang"));

        assertThat(told(nobodyThere, "wang")).isEqualTo("qian");
        assertThat(told(nobodyThere, "sun")).isEqualTo("qian");
    }

    @Test
    void whoStandsInTakesOverThenTheLeastBusyColleagueThenTheDesk() {
        var inHand = Map.of("zhao", 3, "qian", 1);

        assertThat(successor(new Presence(Set.of("wang"), Map.of("wang", "zhao")), inHand))
                .isEqualTo("zhao");
        assertThat(successor(new Presence(Set.of("wang", "zhao"), Map.of("wang", "zhao")), inHand))
                .isEqualTo("sun");
        assertThat(successor(new Presence(Set.of("wang", "sun"), Map.of()), inHand))
                .isEqualTo("qian");
        assertThat(new Presence(Set.of("wang", "sun", "zhao", "qian"), Map.of()).successor(member("wang"), MAP, inHand))
                .isEmpty();
    }

    private static String successor(Presence presence, Map<String, Integer> inHand) {
        return presence.successor(member("wang"), MAP, inHand).orElseThrow().id();
    }

    private static String told(Presence presence, String member) {
        var chat = presence.told(MAP).staffMember(member).orElseThrow().chat();
        return MAP.staff().stream()
                .filter(it -> it.chat() != null && it.chat().equals(chat))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static StaffMember member(String id) {
        return MAP.staffMember(id).orElseThrow();
    }

    private static StaffMember staff(String id, Role role, String unit) {
        Address chat = Sunshine.person("staff-" + id);
        return new StaffMember(Sunshine.ID, id, id, role, unit, null, chat);
    }
}
