package org.linli.whistles;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.SpokenTime;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.outbox.Letter;

/// Who is told what about a whistle: pure. A refusal and a missed time go up, to the unit above and to the
/// community.
///
/// @param link by which the unit answers; empty where there is none
record WhistleLetters(CommunityMap map, CaseFacts facts, SpokenTime time, Case it, String link) {

    List<Letter> about(WhistleStep step) {
        return switch (step.kind()) {
            case CALLED, INSISTED -> to(unit(step), "whistle-called", step);
            case REPORTED_IN -> to(community(), "whistle-reported-in", step);
            case TOLD -> to(community(), "whistle-told", step);
            case DONE -> to(community(), "whistle-done", step);
            case RATED -> to(unit(step), "whistle-rated", step);
            case RELEASED -> to(unit(step), "whistle-released", step);
            case REFUSED -> to(Stream.concat(above(step), community()), "whistle-refused", step);
            case CHASED ->
                Stream.concat(
                                to(unit(step), "whistle-late", step).stream(),
                                to(Stream.concat(above(step), community()), "whistle-nobody-came", step).stream())
                        .toList();
        };
    }

    private Stream<Address> unit(WhistleStep step) {
        return map.unit(step.after().unit()).stream().flatMap(this::chats);
    }

    private Stream<Address> above(WhistleStep step) {
        return map.unit(step.after().unit()).flatMap(map::above).stream().flatMap(this::chats);
    }

    private Stream<Address> community() {
        return chats(map.desk());
    }

    private Stream<Address> chats(Unit unit) {
        var own = unit.chat();
        return own != null
                ? Stream.of(own)
                : map.staffOf(unit.id()).stream().map(StaffMember::chat).filter(Objects::nonNull);
    }

    private List<Letter> to(Stream<Address> those, String template, WhistleStep step) {
        return those.distinct()
                .map(address -> new Letter(
                        map.id(),
                        "whistle/%s/%d/%s/%s"
                                .formatted(step.after().id(), step.after().version(), template, print(address)),
                        address,
                        template,
                        told(step)))
                .toList();
    }

    /// The address itself is personal, so not in the key.
    private static UUID print(Address address) {
        return UUID.nameUUIDFromBytes(address.text().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> told(WhistleStep step) {
        var told = new HashMap<>(facts.of(it));
        told.put("exactly", facts.exactPlace(it.problem()));
        told.put("called", facts.unit(step.after().unit()));
        told.put("by", step.by());
        told.put("note", step.words());
        told.put("reason", step.after().call().reason());
        told.put("reportBy", time.at(step.after().call().reportBy()));
        told.put("link", link);
        var verdict = step.after().verdict();
        told.put("stars", verdict == null ? "" : String.valueOf(verdict.stars()));
        return told;
    }
}
