package org.linli.community;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.spelling.NamesHeard;

/// The tree of places, with the ways to walk it. Closed ones are found by their ids and lie within others; nothing
/// else leads to them.
final class Places {

    /// A place, and what it may be called in the middle of words.
    record Called(Place place, List<String> names) {}

    private static final Set<Place.Kind> NAMED_IN_TALK =
            Set.of(Place.Kind.SPOT, Place.Kind.BUILDING, Place.Kind.COMPOUND);

    private final Map<String, Place> byId = new LinkedHashMap<>();
    private final List<Place> open;
    private final Map<Place.Kind, List<Place>> byKind;
    private final Map<String, List<Place>> below = new HashMap<>();
    private final Map<String, List<Place>> children = new HashMap<>();
    private final Map<String, List<Place>> buildings = new HashMap<>();
    private final Map<Place.Kind, List<Called>> called = new EnumMap<>(Place.Kind.class);
    private final Map<Place.Kind, NamesHeard<Place>> heard = new EnumMap<>(Place.Kind.class);

    Places(List<Place> places) {
        places.forEach(it -> byId.put(it.id(), it));
        this.open = Place.open(byId.values());
        byParent(places, below);
        byParent(open, children);
        this.byKind = open.stream().collect(Collectors.groupingBy(Place::kind));
        ofKind(Place.Kind.BUILDING)
                .forEach(building -> names(building)
                        .distinct()
                        .forEach(it -> buildings
                                .computeIfAbsent(it, _ -> new ArrayList<>())
                                .add(building)));
        NAMED_IN_TALK.forEach(kind -> {
            called.put(kind, called(ofKind(kind)));
            heard.put(kind, new NamesHeard<>(ofKind(kind), Place::calledInTalk));
        });
    }

    private static void byParent(List<Place> places, Map<String, List<Place>> children) {
        for (Place place : places) {
            if (place.parent() != null) {
                children.computeIfAbsent(place.parent(), _ -> new ArrayList<>()).add(place);
            }
        }
    }

    Optional<Place> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Place> open() {
        return open;
    }

    List<Place> all() {
        return List.copyOf(byId.values());
    }

    List<Place> ofKind(Place.Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /// All buildings that answer to this name, wherever they are.
    List<Place> buildingsNamed(String said) {
        return buildings.getOrDefault(PlaceName.plain(said), List.of());
    }

    List<Place> children(Place place) {
        return Collections.unmodifiableList(children.getOrDefault(place.id(), List.of()));
    }

    List<Place> children(Place place, Place.Kind kind) {
        return children(place).stream().filter(it -> it.kind() == kind).toList();
    }

    private static List<Called> called(List<Place> places) {
        return places.stream()
                .map(it -> new Called(it, it.calledInTalk().toList()))
                .filter(it -> !it.names().isEmpty())
                .toList();
    }

    /// Spots, buildings or compounds that have a name besides a number.
    List<Called> called(Place.Kind kind) {
        return called.getOrDefault(kind, List.of());
    }

    /// Of the same those whose name a text has in it, though it is misspelt.
    List<Place> heard(Place.Kind kind, String text) {
        return Objects.requireNonNull(heard.get(kind)).in(text);
    }

    static boolean answersTo(Place place, String said) {
        return names(place).anyMatch(PlaceName.plain(said)::equals);
    }

    private static Stream<String> names(Place place) {
        return written(place).map(PlaceName::plain);
    }

    /// Its name and its aliases as they were given.
    static Stream<String> written(Place place) {
        return Stream.concat(Stream.of(place.name()), place.aliases().stream());
    }

    List<Place> within(Place place) {
        return Stream.concat(
                        Stream.of(place),
                        below.getOrDefault(place.id(), List.of()).stream().flatMap(it -> within(it).stream()))
                .toList();
    }

    List<Place> path(Place place) {
        var path = new ArrayList<Place>();
        for (@Nullable Place at = place; at != null; at = parent(at)) {
            path.add(at);
        }
        return path;
    }

    private @Nullable Place parent(Place place) {
        return place.parent() == null ? null : byId.get(place.parent());
    }

    Optional<Place> above(Place place, Place.Kind kind) {
        return path(place).stream().filter(it -> it.kind() == kind).findFirst();
    }

    /// Of these, those that share the smallest surroundings with the context; all, where there is no context.
    List<Place> nearest(List<Place> places, @Nullable Place context) {
        if (context == null || places.size() < 2) {
            return places;
        }
        return path(context).stream()
                .map(around ->
                        places.stream().filter(it -> path(it).contains(around)).toList())
                .filter(near -> !near.isEmpty())
                .findFirst()
                .orElse(places);
    }

    String display(Place place) {
        var path = path(place).stream()
                .takeWhile(it -> it.kind().ordinal() >= Place.Kind.COMPOUND.ordinal())
                .toList()
                .reversed();
        if (path.size() < 2) {
            return place.name();
        }
        String below = path.stream().skip(1).map(Place::name).collect(Collectors.joining());
        return path.getFirst().name() + (path.getFirst().kind() == Place.Kind.COMPOUND ? " " : "") + below;
    }
}
