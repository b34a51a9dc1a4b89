package org.linli.dialogue.asking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Danger;
import org.linli.dialogue.talk.Gathered;
import org.linli.dialogue.talk.HandedOver;
import org.linli.dialogue.talk.Heard;
import org.linli.platform.words.Masked;

/// Finds the staff that has to know, and tells them where they are told things; who stands in, for those who are away.
public record TellStaff(Scene scene) {

    public List<Act.Tell> emergency(Danger danger, String words, @Nullable Place place) {
        return told("staff-emergency", words, place, Map.of("danger", danger.name()));
    }

    List<Act.Tell> placeOfEmergency(Gathered gathered) {
        var place = gathered.place() == null
                ? null
                : scene.map().place(gathered.place()).orElse(null);
        return told(
                "staff-emergency-place",
                String.join("\n", gathered.words()),
                place,
                Map.of("detail", gathered.detail()));
    }

    /// @param place where the emergency was; so whoever was alarmed learns it
    public List<Act.Tell> emergencyOver(String words, @Nullable Place place) {
        return told("staff-emergency-over", words, place, Map.of());
    }

    public List<Act.Tell> moreOfEmergency(String words, @Nullable Place place) {
        return told("staff-emergency-more", words, place, Map.of());
    }

    /// What others than the reporter say of it, which may be a guess.
    public List<Act.Tell> moreOfNeighbours(String words, @Nullable Place place) {
        return told("staff-emergency-more", words, place, Map.of("neighbour", "yes"));
    }

    /// @see #moreOfNeighbours(String, Place)
    public List<Act.Tell> moreOfNeighbours(Heard.Shown shown, @Nullable Place place) {
        return told(
                "staff-emergency-more",
                "",
                place,
                Map.of("neighbour", "yes", "shown", shown.kind().word()));
    }

    /// Whoever was in danger says that all is well, which is not for them to say.
    public List<Act.Tell> stillToBeSeen(String words, @Nullable Place place) {
        return told("staff-emergency-more", words, place, Map.of("look", "yes"));
    }

    public List<Act.Tell> moreOfEmergency(Heard.Shown shown, @Nullable Place place) {
        return told(
                "staff-emergency-more", "", place, Map.of("shown", shown.kind().word()));
    }

    public List<Act.Tell> wanted(HandedOver.Reason reason, String words) {
        return told("staff-handed-over", words, null, Map.of("reason", reason.name()));
    }

    public List<Act.Tell> praised(String words) {
        return told("staff-praise", words, null, Map.of());
    }

    private List<Act.Tell> told(String template, String words, @Nullable Place place, Map<String, String> more) {
        var around = place != null ? place : scene.context();
        return addresses(around).stream()
                .map(to -> new Act.Tell(to, template, facts(to, words, place, more)))
                .toList();
    }

    private Map<String, String> facts(Address to, String words, @Nullable Place place, Map<String, String> more) {
        var facts = new HashMap<>(more);
        var resident = scene.speaker().resident();
        var group = scene.speaker().group();
        facts.put("words", to.isGroup() ? Masked.words(words) : words);
        facts.put("name", resident == null || resident.name() == null ? "" : resident.name());
        facts.put("place", place == null ? "" : scene.map().display(place));
        facts.put("home", scene.home().map(scene.map()::display).orElse(""));
        facts.put("group", group == null ? "" : group.name());
        return facts;
    }

    /// The grid's staff and the desk; where neither can be told, everybody who sees the whole community.
    private Set<Address> addresses(@Nullable Place around) {
        var map = scene.map();
        var units = new ArrayList<Unit>();
        map.units().stream().filter(it -> takesCareOf(it, around)).forEach(units::add);
        map.units().stream().filter(it -> it.kind() == Unit.Kind.DESK).forEach(units::add);
        var addresses = new LinkedHashSet<Address>();
        units.forEach(unit -> chats(map, unit).forEach(addresses::add));
        if (addresses.isEmpty()) {
            map.staff().stream().map(StaffMember::chat).filter(Objects::nonNull).forEach(addresses::add);
        }
        return addresses;
    }

    private boolean takesCareOf(Unit unit, @Nullable Place around) {
        return around != null
                && unit.kind() == Unit.Kind.GRID
                && unit.places().stream().anyMatch(it -> scene.map().isWithin(around, it));
    }

    private static Stream<Address> chats(CommunityMap map, Unit unit) {
        return unit.chat() != null
                ? Stream.of(unit.chat())
                : map.staffOf(unit.id()).stream().map(StaffMember::chat).filter(Objects::nonNull);
    }
}
