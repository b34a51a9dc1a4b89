package org.linli.notices.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Place;
import org.linli.community.choosing.TakingPart;
import org.linli.community.choosing.Whom;

/// What a line about an audience may name, and whom that means. A name that could mean two places means neither.
public final class Names {

    /// Means everybody, also those of whom no home is known.
    public static final String ALL = "全体";

    private static final String TOOK_PART = "参加过";
    private static final String SIGNED_UP = "报名过";

    /// @param name as a line has it
    /// @param what it was about
    public record Took(String name, String what) {}

    private static final Set<Place.Kind> CHOSEN =
            EnumSet.of(Place.Kind.GRID, Place.Kind.COMPOUND, Place.Kind.BUILDING, Place.Kind.UNIT);

    private final Map<String, Set<Whom>> meant = new LinkedHashMap<>();
    private final Map<Whom, String> called = new LinkedHashMap<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<String> tags;
    private final List<Took> took = new ArrayList<>();
    private final List<String> saved = new ArrayList<>();

    private Names(Collection<String> tags) {
        this.tags = List.copyOf(tags);
    }

    public static Names of(CommunityMap map, Collection<String> tags) {
        var names = new Names(tags);
        names.learn(ALL, new Whom.Everybody());
        names.learn(map.name(), new Whom.Everybody());
        map.places().stream().filter(it -> CHOSEN.contains(it.kind())).forEach(it -> names.learn(map, it));
        map.groups().forEach(names::learn);
        tags.forEach(it -> names.learn(it, new Whom.Tagged(it)));
        return names;
    }

    /// The same, and who took part in these.
    Names with(List<TakingPart.Occasion> occasions) {
        for (var it : occasions) {
            String name = it.name().startsWith(SIGNED_UP) ? it.name() : TOOK_PART + it.name();
            learn(name, new Whom.TookPart(it.kind(), it.id()));
            took.add(new Took(name, it.what()));
        }
        return this;
    }

    /// The same, and what staff keeps under names; a line that is not understood any more has none.
    Names knowing(List<SavedAudience> audiences) {
        var understood = new LinkedHashMap<String, Whom>();
        audiences.forEach(it -> {
            if (ReadAudience.read(it.line(), this) instanceof Reading.Understood(var whom)) {
                understood.put(it.name(), whom);
            }
        });
        understood.forEach((name, whom) -> {
            learn(name, whom);
            saved.add(name);
        });
        return this;
    }

    private void learn(CommunityMap map, Place place) {
        var whom = new Whom.LivesIn(place.id());
        learn(map.display(place), whom);
        if (place.kind() != Place.Kind.UNIT) {
            learn(place.name(), whom);
            place.aliases().forEach(it -> learn(it, whom));
            places.add(map.display(place));
        }
    }

    private void learn(Group group) {
        learn(group.name(), new Whom.InGroup(group.address()));
        groups.add(group.name());
    }

    private void learn(String name, Whom whom) {
        called.putIfAbsent(whom, name);
        meant.computeIfAbsent(squeezed(name), _ -> new LinkedHashSet<>()).add(whom);
    }

    /// Without the spaces, which people write or leave out.
    static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    /// All that squeezed names may mean.
    Map<String, Set<Whom>> meant() {
        return meant;
    }

    /// How one part of an audience is called.
    public String called(Whom part) {
        return called.getOrDefault(part, "");
    }

    /// To choose from: grids, compounds and buildings.
    public List<String> places() {
        return List.copyOf(places);
    }

    public List<String> groups() {
        return List.copyOf(groups);
    }

    public List<String> tags() {
        return tags;
    }

    public List<Took> took() {
        return List.copyOf(took);
    }

    /// What staff keeps.
    public List<String> saved() {
        return List.copyOf(saved);
    }
}
