package org.linli.notices.sending;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Place;
import org.linli.community.choosing.Chosen;
import org.linli.notices.Importance;
import org.linli.notices.Notice;
import org.linli.outbox.PlanWays.Planned;

/// How one person learns of a notice, or why not: pure.
///
/// @param told   the groups in which it is said
/// @param wishes by resident
/// @param today  how many notices a resident got today
/// @param ways   the first way to each address, where one carries it
record DecideReach(
        Notice notice,
        CommunityMap map,
        List<Group> told,
        Map<String, Wishes> wishes,
        Map<String, Integer> today,
        Map<Address, Planned> ways,
        int mostADay,
        Instant now) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private record Way(Address address, Planned planned) {}

    Recipient to(Group group) {
        return new Recipient(
                Recipient.group(group.code()),
                group.place(),
                "",
                group.address(),
                List.of(),
                0,
                Fate.WAITING,
                "",
                "",
                now);
    }

    Recipient to(Chosen person) {
        var open = person.reached().stream()
                .flatMap(it -> Stream.ofNullable(ways.get(it)).map(way -> new Way(it, way)))
                .sorted(Comparator.comparing((Way it) -> !it.planned().isOpen())
                        .thenComparingInt(it -> it.planned().place())
                        .thenComparing(it -> it.address().text()))
                .map(Way::address)
                .toList();
        var group = group(person);
        if (group.isPresent()) {
            String otherwise = open.isEmpty() ? why(person).name() : "";
            return recipient(
                    person,
                    open,
                    Fate.IN_GROUP,
                    otherwise,
                    null,
                    Recipient.group(group.get().code()));
        }
        return open.isEmpty() ? unreached(person) : reached(person, open);
    }

    private Optional<Group> group(Chosen person) {
        return notice.wording().importance() != Importance.ORDINARY
                ? Optional.empty()
                : told.stream()
                        .filter(it -> person.groups().contains(it.address()))
                        .findFirst();
    }

    /// Whether the next letter leaves now, instead of being held until they write to us.
    boolean isOpen(Recipient it) {
        var way = it.address() == null ? null : ways.get(it.address());
        return way != null && way.isOpen();
    }

    private Recipient unreached(Chosen person) {
        return recipient(person, List.of(), why(person), "", null, "");
    }

    private static Fate why(Chosen person) {
        return !person.reached().isEmpty() ? Fate.NO_WAY : person.lost().isEmpty() ? Fate.NO_ADDRESS : Fate.LOST;
    }

    private Recipient reached(Chosen person, List<Address> open) {
        if (!notice.wording().importance().respectsWishes()) {
            return waiting(person, open, now, "");
        }
        String id = person.resident().id();
        var asked = wishes.getOrDefault(id, Wishes.NONE);
        if (asked.unwanted().contains(notice.wording().kind())) {
            return recipient(person, open, Fate.UNWANTED, "", null, "");
        }
        var alone = asked.leftAloneUntil(now);
        if (alone.isPresent()) {
            return waiting(person, open, alone.get(), "QUIET");
        }
        boolean enough = notice.wording().importance() == Importance.ORDINARY && today.getOrDefault(id, 0) >= mostADay;
        return enough ? waiting(person, open, tomorrow(), "ENOUGH_TODAY") : waiting(person, open, now, "");
    }

    private Recipient waiting(Chosen person, List<Address> open, Instant until, String why) {
        var period = notice.period();
        return period != null && period.isOver(until)
                ? recipient(person, open, Fate.TOO_LATE, why, null, "")
                : recipient(person, open, Fate.WAITING, why, until, "");
    }

    private Instant tomorrow() {
        return now.atZone(ZONE)
                .toLocalDate()
                .plusDays(1)
                .atTime(MORNING)
                .atZone(ZONE)
                .toInstant();
    }

    /// When a day begins for the limit of a day.
    static Instant today(Instant now) {
        return now.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
    }

    private Recipient recipient(
            Chosen person, List<Address> open, Fate fate, String reason, @Nullable Instant due, String via) {
        String home = person.resident().home();
        return new Recipient(
                person.resident().id(),
                home == null ? "" : home,
                person.within(Place.Kind.BUILDING, map),
                open.isEmpty() ? null : open.getFirst(),
                open.isEmpty() ? open : open.subList(1, open.size()),
                0,
                fate,
                reason,
                via,
                due);
    }
}
